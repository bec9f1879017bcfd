import type { ConclusionNotice } from '../conclusion-notice-paper.ts'

/** Dữ liệu minh họa: a real unit and decision; people, findings and recommendations are invented. */
export const conclusionNoticeCase: ConclusionNotice = {
  frame: {
    illustrative: true,
    parentAgency: 'Ủy ban nhân dân thành phố Hải Phòng',
    issuingAgency: 'Sở Nội vụ',
    number: '103',
    symbol: 'TB-SNV',
    place: 'Hải Phòng',
    issuedOn: '2026-09-14',
    year: 2026,
    signatures: [{ authority: ['KT. Giám đốc'], post: 'Phó Giám đốc', name: 'Trần Văn Mẫu' }],
    recipients: [
      'Ủy ban nhân dân thành phố (để báo cáo)',
      'Trưởng Đoàn kiểm tra (để báo cáo)',
      'Ủy ban nhân dân phường Lê Chân (để thực hiện)',
      'Các thành viên Đoàn kiểm tra',
      'Lưu: VT, CCHC&PC',
    ],
  },
  year: 2026,
  decision: {
    typeName: 'Quyết định',
    code: '2251/QĐ-UBND',
    issuedOn: '2026-06-16',
    issuer: 'Chủ tịch Ủy ban nhân dân thành phố Hải Phòng',
    title: 'ban hành Kế hoạch kiểm tra công tác cải cách hành chính nhà nước năm 2026 trên địa bàn thành phố Hải Phòng',
  },
  unitName: 'Ủy ban nhân dân phường Lê Chân',
  visitOn: '2026-09-03',
  teamAgencies: ['Sở Nội vụ', 'Sở Tư pháp', 'Văn phòng Ủy ban nhân dân thành phố', 'Sở Khoa học và Công nghệ'],
  thematic: [{ agency: 'Sở Tư pháp', title: 'Kiểm tra công tác chứng thực' }],
  fieldNames: [
    'cải cách thể chế',
    'cải cách thủ tục hành chính',
    'cải cách tổ chức bộ máy',
    'cải cách chế độ công vụ',
    'cải cách tài chính công',
    'xây dựng và phát triển chính quyền điện tử, chính quyền số',
  ],
  dataFrom: '2025-12-15',
  report: { sentOn: '2026-08-25', dueOn: '2026-08-26', verdict: 'on-time' },
  overview:
    'Phường Lê Chân là phường trung tâm, có khối lượng hồ sơ thủ tục hành chính lớn. Trong kỳ báo cáo, phường tiếp nhận 12.480 hồ sơ.',
  results: [
    {
      fieldName: 'Chỉ đạo, điều hành',
      text: '- Ban hành đầy đủ, kịp thời kế hoạch cải cách hành chính, kế hoạch tuyên truyền, kế hoạch kiểm tra nội bộ.\n- Hoàn thành 31 trên 42 nhiệm vụ trong kế hoạch, đạt 73,81%.',
    },
    { fieldName: 'Cải cách thể chế', text: '- Rà soát, kiểm tra 18 văn bản; xử lý xong 17 văn bản có kiến nghị.' },
    {
      fieldName: 'Cải cách thủ tục hành chính',
      text: '- Tỷ lệ hồ sơ giải quyết đúng hạn đạt 97,66%.\n- Mô hình “Ngày thứ Bảy vì dân” được người dân đánh giá cao, cần nhân rộng.\n+ Đã tiếp nhận 642 hồ sơ ngoài giờ hành chính.\n+ Không phát sinh phản ánh, kiến nghị.',
    },
    { fieldName: 'Cải cách tài chính công', text: '' },
  ],
  shortcomings: [
    { fieldName: 'Cải cách thể chế', text: '- Còn 01 văn bản có kiến nghị xử lý sau rà soát chưa được xử lý xong.' },
    {
      fieldName: 'Cải cách thủ tục hành chính',
      text: '- Còn 115 hồ sơ đất đai quá hạn, chưa có thư xin lỗi theo quy định.\n- Số liệu báo cáo về hồ sơ đúng hạn chưa chính xác, chênh lệch 115 hồ sơ so với số liệu xác minh.',
    },
  ],
  causes:
    'Nguyên nhân khách quan: khối lượng hồ sơ lớn sau sắp xếp đơn vị hành chính; đường truyền chưa ổn định.\nNguyên nhân chủ quan: một số công chức mới nhận nhiệm vụ, chưa nắm chắc quy trình; việc kiểm tra nội bộ chưa thường xuyên.\nTrách nhiệm thuộc về Chủ tịch Ủy ban nhân dân phường và Giám đốc Trung tâm Phục vụ hành chính công phường.',
  execution: '',
  recommendations: [
    {
      text: 'Gửi thư xin lỗi và giải quyết dứt điểm 115 hồ sơ đất đai quá hạn',
      addressee: 'Trung tâm Phục vụ hành chính công phường Lê Chân',
      dueOn: '2026-09-30',
      proofExpected: 'Danh sách hồ sơ, bản chụp thư xin lỗi, kết quả trên Hệ thống',
    },
    {
      text: 'Trình Hội đồng nhân dân phường xử lý xong 01 văn bản có kiến nghị sau rà soát',
      addressee: 'Ủy ban nhân dân phường Lê Chân',
      dueOn: '2026-10-15',
      proofExpected: 'Nghị quyết hoặc văn bản xử lý',
    },
    {
      text: 'Rà soát cách thống kê hồ sơ đúng hạn, đính chính số liệu báo cáo',
      addressee: 'Ủy ban nhân dân phường Lê Chân',
      dueOn: '2026-09-25',
      proofExpected: '',
    },
  ],
  reportBackOn: '2026-10-20',
}
