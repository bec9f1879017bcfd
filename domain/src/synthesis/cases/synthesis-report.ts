import type { UnitRow } from '../annex-by-unit.ts'
import type { SynthesisReport } from '../synthesis-report-paper.ts'

const departments = ['Sở Xây dựng', 'Sở Văn hóa, Thể thao và Du lịch']
const communes = [
  'Phường Thủy Nguyên',
  'Phường Lê Chân',
  'Phường Hưng Đạo',
  'Phường Đông Hải',
  'Phường Tân Hưng',
  'Phường Ái Quốc',
  'Phường Trần Liễu',
  'Phường Hải Dương',
  'Phường Thạch Khôi',
  'Xã Việt Khê',
  'Xã Kiến Minh',
  'Xã Kiến Thụy',
  'Xã Quyết Thắng',
  'Xã An Hưng',
  'Xã Gia Lộc',
  'Xã Tân Kỳ',
  'Xã Khúc Thừa Dụ',
  'Xã Lạc Phượng',
  'Xã Thanh Miện',
  'Xã Trường Tân',
  'Xã Nam Thanh Miện',
  'Xã Hà Nam',
  'Xã Chí Minh',
  'Xã Nguyễn Lương Bằng',
  'Xã Thanh Hà',
]

function row(block: string, unitName: string, index: number): UnitRow {
  const visited = index < 12
  return {
    block,
    unitName,
    visitedOn: visited ? `2026-08-${String(index + 3).padStart(2, '0')}` : null,
    report: visited ? (index === 4 ? 'late' : 'on-time') : 'not-due',
    strengths: visited ? 3 : 0,
    shortcomings: visited ? 2 : 0,
    recommendations: visited ? 2 : 0,
    verified: visited ? index % 3 : 0,
    conclusionCode: visited ? `${90 + index}/TB-SNV` : null,
  }
}

/** Dữ liệu minh họa: the real units of the plan; every figure and finding is invented. */
export const synthesisReportCase: SynthesisReport = {
  frame: {
    illustrative: true,
    parentAgency: 'Ủy ban nhân dân thành phố Hải Phòng',
    issuingAgency: 'Sở Nội vụ',
    number: null,
    symbol: 'BC-SNV',
    place: 'Hải Phòng',
    issuedOn: null,
    year: 2026,
    signatures: [{ authority: [], post: 'Giám đốc', name: null }],
    recipients: ['Như trên', 'Thành viên Đoàn kiểm tra', 'Giám đốc, các Phó Giám đốc Sở', 'Lưu: VT, CCHC&PC'],
  },
  year: 2026,
  decision: {
    typeName: 'Quyết định',
    code: '2251/QĐ-UBND',
    issuedOn: '2026-06-16',
    issuer: 'Chủ tịch Ủy ban nhân dân thành phố Hải Phòng',
    title: 'ban hành Kế hoạch kiểm tra công tác cải cách hành chính nhà nước năm 2026 trên địa bàn thành phố Hải Phòng',
  },
  addressee: 'Ủy ban nhân dân thành phố Hải Phòng',
  asOf: '2026-09-15',
  coverage: [
    { block: 'Sở, ban, ngành', all: 14, planned: 2, done: 2 },
    { block: 'Xã, phường, đặc khu', all: 114, planned: 25, done: 10 },
  ],
  unannounced: 1,
  thematic: 0,
  merging: {
    registered: 5,
    merged: 3,
    mergedMade: 2,
    separate: 1,
    exceptions: [
      {
        unitName: 'Phường Lê Chân',
        agencyName: 'Sở Tài chính',
        title: 'Kiểm tra quản lý tài sản công',
        allowedBy: 'Trưởng đoàn kiểm tra',
        reason: 'Chỉ đạo kiểm tra đột ngột về tài sản công sau sắp xếp',
      },
    ],
  },
  reports: { expected: 12, onTime: 11, late: 1, missing: 0 },
  fields: [
    {
      name: 'Chỉ đạo, điều hành',
      figures: [
        { label: 'Tổng số nhiệm vụ trong kế hoạch', value: '486 nhiệm vụ', method: 'cộng 12 đơn vị' },
        { label: 'Số nhiệm vụ đã hoàn thành', value: '352 nhiệm vụ', method: 'cộng 12 đơn vị' },
        { label: 'Tỷ lệ nhiệm vụ đã hoàn thành', value: '72,43%', method: 'tính lại từ tổng số' },
      ],
      text: 'Các cơ quan, đơn vị, địa phương đã ban hành kế hoạch cải cách hành chính năm 2026 và tổ chức thực hiện.',
    },
    {
      name: 'Cải cách thủ tục hành chính',
      figures: [
        {
          label: 'Tổng số hồ sơ thủ tục hành chính tiếp nhận',
          value: '145.120 hồ sơ',
          method: 'cộng 12 đơn vị',
        },
        { label: 'Số hồ sơ đã giải quyết đúng hạn', value: '141.083 hồ sơ', method: 'cộng 12 đơn vị' },
        { label: 'Tỷ lệ hồ sơ giải quyết đúng hạn', value: '98,2%', method: 'tính lại từ tổng số' },
        {
          label: 'Mức độ hài lòng của người dân, doanh nghiệp',
          value: '95,4%',
          method: 'bình quân 11 đơn vị; thiếu số liệu của 01 đơn vị',
        },
      ],
      text: '',
    },
    { name: 'Cải cách tài chính công', figures: [], text: '' },
  ],
  shortcomings: [
    {
      text: 'Hồ sơ quá hạn chưa có thư xin lỗi theo quy định',
      fieldName: 'Cải cách thủ tục hành chính',
      unitNames: ['Phường Lê Chân', 'Phường Hưng Đạo', 'Xã Việt Khê'],
    },
    {
      text: 'Văn bản có kiến nghị sau rà soát chậm được xử lý',
      fieldName: 'Cải cách thể chế',
      unitNames: ['Phường Lê Chân', 'Xã Kiến Minh'],
    },
  ],
  goodPractices: [
    { unitName: 'Phường Lê Chân', text: 'mô hình “Ngày thứ Bảy vì dân”' },
    { unitName: 'Xã Kiến Thụy', text: 'tổ công nghệ số cộng đồng hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa thôn' },
  ],
  recommendations: { total: 24, verified: 11, remedied: 4, open: 9, overdue: 2, extended: 0 },
  difficulties: { raised: 17, answered: 12, passedUp: 5 },
  overview: '',
  assessment:
    'Công tác cải cách hành chính tại các cơ quan, đơn vị, địa phương được kiểm tra có chuyển biến rõ rệt.\n- Kết quả nổi bật: tỷ lệ hồ sơ đúng hạn ở mức cao.\n- Hạn chế: chất lượng số liệu báo cáo chưa đồng đều.',
  proposals:
    '- Đề nghị Ủy ban nhân dân thành phố chỉ đạo các địa phương xử lý dứt điểm hồ sơ quá hạn trước ngày 31/10/2026.\n- Đề nghị bổ sung kinh phí nâng cấp đường truyền cho các xã.',
  units: [
    ...departments.map((name, index) => row('Sở, ban, ngành', name, index)),
    ...communes.map((name, index) => row('Xã, phường, đặc khu', name, index + departments.length)),
  ],
}
