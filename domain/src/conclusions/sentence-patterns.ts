import { z } from 'zod'

/**
 * The sentences that a draft notice is put together from, as data: the office may word each anew. `{nội dung}` is a place that
 * is filled in; words in square brackets fall away when a place inside them stays empty. Basis: this product's own; the parts
 * of the notice follow QĐ 2251/QĐ-UBND, mục I.1 and IV.1, its style Nghị định 30/2020/NĐ-CP.
 */
export interface PatternRow {
  /** Which part of the notice it is for, as the screen groups them. */
  readonly part: string
  readonly name: string
  readonly words: string
  /** Every place that may stand in it. */
  readonly holds: readonly string[]
  /** Places without which the sentence would hide what was recorded. */
  readonly must: readonly string[]
  /** May be left empty: then the draft has no such sentence. */
  readonly optional?: true
}

const overview = 'Khái quát'
const results = 'Kết quả đạt được'
const shortcomings = 'Tồn tại, hạn chế'
const causes = 'Nguyên nhân'
const demands = 'Yêu cầu, kiến nghị'
const execution = 'Tổ chức thực hiện'

const ofFinding = ['nội dung', 'nguyên nhân', 'trách nhiệm', 'lĩnh vực', 'đơn vị', 'cơ quan']
const ofField = ['số điểm', 'lĩnh vực', 'đơn vị', 'cơ quan']

export const suppliedPatterns = {
  session: {
    part: overview,
    name: 'Buổi kiểm tra',
    words: 'Buổi kiểm tra theo {quyết định} diễn ra {buổi} ngày {ngày kiểm tra}[ tại {địa điểm}].',
    holds: ['quyết định', 'buổi', 'ngày kiểm tra', 'địa điểm', 'đơn vị', 'cơ quan'],
    must: ['ngày kiểm tra'],
  },
  attendance: {
    part: overview,
    name: 'Thành phần dự',
    words: 'Dự làm việc có {số người của Đoàn} người của Đoàn kiểm tra và {số người của đơn vị} người của {đơn vị}.',
    holds: ['số người của Đoàn', 'số người của đơn vị', 'đơn vị', 'cơ quan'],
    must: ['số người của Đoàn', 'số người của đơn vị'],
    optional: true,
  },
  'figures-same': {
    part: overview,
    name: 'Số liệu: đều khớp',
    words: 'Đoàn kiểm tra đã đối chiếu {tổng số} số liệu của báo cáo, đều khớp với số liệu xác minh.',
    holds: ['tổng số'],
    must: ['tổng số'],
  },
  'figures-different': {
    part: overview,
    name: 'Số liệu: đều khác',
    words: 'Đoàn kiểm tra đã đối chiếu {tổng số} số liệu của báo cáo, đều khác với số liệu xác minh:',
    holds: ['tổng số'],
    must: ['tổng số'],
  },
  'figures-mixed': {
    part: overview,
    name: 'Số liệu: có khớp, có khác',
    words:
      'Đoàn kiểm tra đã đối chiếu {tổng số} số liệu của báo cáo: {số khớp} số liệu khớp, {số khác} số liệu khác với số liệu xác minh:',
    holds: ['tổng số', 'số khớp', 'số khác'],
    must: ['tổng số', 'số khác'],
  },
  'figure-line': {
    part: overview,
    name: 'Số liệu: từng số khác',
    words: '{số liệu}: {báo cáo}, xác minh {xác minh}[ ({lý do})]',
    holds: ['số liệu', 'báo cáo', 'xác minh', 'lý do'],
    must: ['số liệu', 'báo cáo', 'xác minh'],
  },
  'several-results': {
    part: results,
    name: 'Câu dẫn khi một lĩnh vực có nhiều kết quả',
    words: 'Đoàn kiểm tra ghi nhận {số điểm} kết quả về {lĩnh vực}:',
    holds: ofField,
    must: [],
    optional: true,
  },
  strength: {
    part: results,
    name: 'Ưu điểm',
    words: '{nội dung}',
    holds: ofFinding,
    must: ['nội dung'],
  },
  'good-practice': {
    part: results,
    name: 'Mô hình, cách làm hay',
    words: 'Cách làm hay: {nội dung}',
    holds: ofFinding,
    must: ['nội dung'],
  },
  'several-shortcomings': {
    part: shortcomings,
    name: 'Câu dẫn khi một lĩnh vực có nhiều tồn tại, vi phạm',
    words: 'Qua kiểm tra, về {lĩnh vực} còn {số điểm} nội dung cần khắc phục:',
    holds: ofField,
    must: [],
    optional: true,
  },
  shortcoming: {
    part: shortcomings,
    name: 'Tồn tại, hạn chế',
    words: '{nội dung}',
    holds: ofFinding,
    must: ['nội dung'],
  },
  violation: {
    part: shortcomings,
    name: 'Vi phạm',
    words: 'Vi phạm: {nội dung}',
    holds: ofFinding,
    must: ['nội dung'],
  },
  'cause-below': {
    part: shortcomings,
    name: 'Nguyên nhân ngay dưới từng điểm',
    words: 'Nguyên nhân: {nguyên nhân}',
    holds: ofFinding,
    must: ['nguyên nhân'],
    optional: true,
  },
  'causes-lead': {
    part: causes,
    name: 'Câu dẫn',
    words: 'Các tồn tại, hạn chế nêu trên do những nguyên nhân sau:',
    holds: ['đơn vị', 'cơ quan', 'số điểm'],
    must: [],
    optional: true,
  },
  cause: {
    part: causes,
    name: 'Từng nguyên nhân',
    words: '{nguyên nhân} ({lĩnh vực})',
    holds: ['nguyên nhân', 'lĩnh vực', 'đơn vị', 'cơ quan'],
    must: ['nguyên nhân'],
  },
  responsible: {
    part: causes,
    name: 'Trách nhiệm',
    words: 'Trách nhiệm: {trách nhiệm}.',
    holds: ['trách nhiệm', 'đơn vị', 'cơ quan'],
    must: ['trách nhiệm'],
  },
  'remedy-shortcoming': {
    part: demands,
    name: 'Yêu cầu đối với tồn tại, hạn chế',
    words: 'Khắc phục tồn tại, hạn chế “{nội dung}”',
    holds: ofFinding,
    must: [],
  },
  'remedy-violation': {
    part: demands,
    name: 'Yêu cầu đối với vi phạm',
    words: 'Chấm dứt, khắc phục vi phạm “{nội dung}”; làm rõ trách nhiệm của tập thể, cá nhân có liên quan',
    holds: ofFinding,
    must: [],
  },
  proof: {
    part: demands,
    name: 'Minh chứng cần gửi',
    words: 'Báo cáo kết quả khắc phục kèm tài liệu chứng minh',
    holds: ['lĩnh vực', 'đơn vị', 'cơ quan'],
    must: [],
    optional: true,
  },
  execution: {
    part: execution,
    name: 'Phân công và chế độ báo cáo',
    words:
      'Người đứng đầu {đơn vị} chỉ đạo, phân công thực hiện từng yêu cầu, kiến nghị; báo cáo tổng hợp kết quả về {cơ quan} chậm nhất ngày {hạn}.',
    holds: ['đơn vị', 'cơ quan', 'hạn', 'số kiến nghị'],
    must: [],
    optional: true,
  },
} as const satisfies Record<string, PatternRow>

export type PatternKey = keyof typeof suppliedPatterns
export const patternKeys = Object.keys(suppliedPatterns) as PatternKey[]
export const patternRow = (key: PatternKey): PatternRow => suppliedPatterns[key]

/** The words of every pattern, by its key. */
export type Patterns = Readonly<Record<PatternKey, string>>
export const PatternWords = z.record(z.string().max(40), z.string().max(1000))

/** The words supplied, with those that the office has worded itself in their stead; unknown keys are left out. */
export function patternsWith(worded: Readonly<Record<string, string>>): Patterns {
  return Object.fromEntries(
    patternKeys.map((key) => [key, (worded[key] ?? suppliedPatterns[key].words).normalize('NFC').trim()]),
  ) as Record<PatternKey, string>
}
