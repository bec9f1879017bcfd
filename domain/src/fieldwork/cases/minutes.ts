import type { Minutes } from '../minutes-paper.ts'

/** Dữ liệu minh họa: a real unit; people, figures and findings are invented. */
export const minutesCase: Minutes = {
  frame: {
    illustrative: true,
    parentAgency: 'Ủy ban nhân dân thành phố Hải Phòng',
    issuingAgency: 'Đoàn kiểm tra\ncải cách hành chính',
    number: '7',
    symbol: 'BB-ĐKT',
    place: 'Hải Phòng',
    issuedOn: '2026-09-03',
    year: 2026,
    signatures: [
      { authority: [], post: 'Thư ký', name: 'Hoàng Văn Mẫu' },
      { authority: [], post: 'Chủ tọa', name: 'Trần Văn Mẫu' },
      {
        authority: ['Đại diện Ủy ban nhân dân phường Lê Chân'],
        post: 'Phó Chủ tịch',
        name: 'Vũ Thị Mẫu',
      },
    ],
    recipients: ['Đoàn kiểm tra', 'Ủy ban nhân dân phường Lê Chân', 'Lưu: VT, hồ sơ kiểm tra'],
  },
  year: 2026,
  unitName: 'Ủy ban nhân dân phường Lê Chân',
  startedAt: '2026-09-03T01:05:00Z',
  endedAt: '2026-09-03T04:30:00Z',
  place: 'Phòng họp tầng 2, trụ sở Ủy ban nhân dân phường Lê Chân',
  isUnannounced: false,
  team: [
    { name: 'Trần Văn Mẫu', post: 'Phó Giám đốc Sở Nội vụ, Phó Trưởng đoàn Thường trực', present: true },
    { name: 'Nguyễn Thị Mẫu', post: 'Phó Giám đốc Sở Tư pháp, Phó Trưởng đoàn', present: true },
    { name: 'Lê Văn Mẫu', post: 'Văn phòng Ủy ban nhân dân thành phố, Thành viên', present: true },
    { name: 'Phạm Thị Mẫu', post: 'Sở Khoa học và Công nghệ, Thành viên', present: false },
    { name: 'Hoàng Văn Mẫu', post: 'Chuyên viên Sở Nội vụ, Thư ký Đoàn', present: true },
  ],
  unit: [
    { name: 'Vũ Thị Mẫu', post: 'Phó Chủ tịch Ủy ban nhân dân phường', present: true },
    { name: 'Đặng Văn Mẫu', post: 'Phó Giám đốc Trung tâm Phục vụ hành chính công', present: true },
    { name: 'Bùi Thị Mẫu', post: 'Công chức Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', present: true },
  ],
  chair: 'Trần Văn Mẫu, Phó Giám đốc Sở Nội vụ, Phó Trưởng đoàn Thường trực',
  secretary: 'Hoàng Văn Mẫu, Chuyên viên Sở Nội vụ',
  reported:
    'Bà Vũ Thị Mẫu trình bày Báo cáo phục vụ kiểm tra, nhấn mạnh các nội dung:\n- Đã ban hành Kế hoạch cải cách hành chính năm 2026 với 42 nhiệm vụ; hoàn thành 31 nhiệm vụ, đang thực hiện 11 nhiệm vụ.\n- Trung tâm Phục vụ hành chính công tiếp nhận, giải quyết hồ sơ của 100% lĩnh vực thuộc thẩm quyền.\n- Khó khăn: thiếu 02 công chức so với chỉ tiêu được phân bổ; đường truyền chưa ổn định.',
  exchange:
    'Đại diện Sở Tư pháp đề nghị làm rõ việc xử lý 01 văn bản có kiến nghị sau rà soát. Đơn vị giải trình: đang trình Hội đồng nhân dân phường tại kỳ họp gần nhất.\nĐại diện Văn phòng Ủy ban nhân dân thành phố kiểm tra xác suất 30 hồ sơ đã giải quyết trên Hệ thống thông tin giải quyết thủ tục hành chính của thành phố.',
  figures: [
    {
      label: 'Tổng số hồ sơ thủ tục hành chính tiếp nhận',
      kind: 'number',
      unit: 'hồ sơ',
      reported: 12480,
      verified: 12480,
      reason: '',
    },
    {
      label: 'Số hồ sơ đã giải quyết đúng hạn',
      kind: 'number',
      unit: 'hồ sơ',
      reported: 12102,
      verified: 11987,
      reason: 'Đơn vị tính cả 115 hồ sơ đã xin gia hạn',
    },
    {
      label: 'Tỷ lệ hồ sơ giải quyết đúng hạn',
      kind: 'percent',
      unit: '%',
      reported: 98.6,
      verified: 97.66,
      reason: 'Tính lại theo số hồ sơ đúng hạn đã xác minh',
    },
    {
      label: 'Số phản ánh, kiến nghị tiếp nhận',
      kind: 'number',
      unit: 'phản ánh, kiến nghị',
      reported: null,
      verified: 9,
      reason: 'Báo cáo bỏ trống; lấy theo Cổng Dịch vụ công quốc gia',
    },
    {
      label: 'Mức độ hài lòng của người dân, doanh nghiệp',
      kind: 'percent',
      unit: '%',
      reported: 96.2,
      verified: null,
      reason: '',
    },
  ],
  fields: [
    {
      name: 'Chỉ đạo, điều hành',
      findings: [
        {
          kind: 'strength',
          text: 'Ban hành đầy đủ, kịp thời kế hoạch cải cách hành chính, kế hoạch tuyên truyền',
          cause: '',
          responsible: '',
        },
      ],
    },
    { name: 'Cải cách thể chế', findings: [] },
    {
      name: 'Cải cách thủ tục hành chính',
      findings: [
        {
          kind: 'good-practice',
          text: 'Mô hình “Ngày thứ Bảy vì dân” tiếp nhận hồ sơ của người lao động ngoài giờ hành chính',
          cause: '',
          responsible: '',
        },
        {
          kind: 'shortcoming',
          text: 'Còn 115 hồ sơ đất đai quá hạn nhưng chưa có thư xin lỗi theo quy định',
          cause: 'Công chức mới nhận nhiệm vụ, chưa nắm quy trình',
          responsible: 'Trung tâm Phục vụ hành chính công phường',
        },
      ],
    },
  ],
  thematic: [
    {
      agency: 'Sở Tư pháp',
      title: 'Kiểm tra công tác chứng thực',
      findings: [
        {
          kind: 'shortcoming',
          text: 'Sổ chứng thực ghi thiếu số tờ ở 04 trường hợp',
          cause: 'Công chức mới nhận việc',
          responsible: 'Bộ phận Tư pháp - Hộ tịch',
        },
      ],
    },
  ],
  evidence: [
    'Kế hoạch cải cách hành chính năm 2026 của Ủy ban nhân dân phường',
    'Danh sách 30 hồ sơ được kiểm tra xác suất',
  ],
  unitOpinion:
    'Ủy ban nhân dân phường Lê Chân nhất trí với kết quả kiểm tra; đề nghị thành phố sớm bổ sung chỉ tiêu công chức và nâng cấp đường truyền.',
  copies: 2,
  anew: null,
}
