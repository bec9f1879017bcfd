import { foldText } from '../../units/fold.ts'

const has = (pattern: RegExp) => (folded: string) => pattern.test(folded)

/**
 * The features by which such a paper is known. They look at folded text (no diacritics, lower case), line by line, and
 * take time in proportion to it whatever it holds.
 */
const features: readonly { name: string; isIn: (folded: string) => boolean; required?: boolean }[] = [
  { name: 'số, ký hiệu văn bản dạng “…/QĐ-UBND” hoặc “…/KH-UBND”', isIn: has(/\/ ?(?:\d{4} ?\/ ?)?(?:qd|kh) ?[-–]/u) },
  { name: 'tên loại “QUYẾT ĐỊNH” hoặc “KẾ HOẠCH”', isIn: has(/^[*#|]{0,4} ?(?:quyet dinh|ke hoach) ?[*:|]{0,4}$/mu) },
  { name: 'địa danh và ngày ban hành', isIn: has(/ngay ?\d{0,2} ?thang ?\d{0,2} ?nam ?\d{4}/u) },
  { name: 'căn cứ ban hành', isIn: has(/^[*_|-]{0,4} ?(?:can cu|thuc hien|xet de nghi) /mu) },
  {
    name: 'các điều (Điều 1) hoặc các mục lớn (I., II.)',
    isIn: has(/^[*#_|-]{0,4} ?(?:dieu 1 ?[.:]|[il] ?[./-] ?\p{L}|phan (?:i|thu nhat)(?!\p{L}))/mu),
  },
  {
    name: 'nơi nhận hoặc phần ký',
    isIn: has(/noi nhan|^[*|]{0,4} ?(?:tm|kt|tl)\. ?\p{L}|^[*|]{0,4} ?(?:pho )?(?:chu tich|giam doc) ?[*|]{0,4}$/mu),
  },
  {
    name: 'nội dung kiểm tra cải cách hành chính (CCHC)',
    isIn: (folded) => folded.includes('kiem tra') && /cai cach hanh chinh|cchc/u.test(folded),
    required: true,
  },
]
const FEWEST_FEATURES = 4

/** The text is no decision or plan of an inspection of administrative reform; `sentence` says so to a person, in Vietnamese. */
export class NotADecision extends Error {
  readonly code = 'not-a-decision'
  readonly lookedFor: string[]
  readonly found: string[]
  readonly sentence: string

  constructor(lookedFor: string[], found: string[]) {
    const missing = lookedFor.filter((name) => !found.includes(name))
    const sentence =
      lookedFor.length === missing.length
        ? `Tệp này không phải quyết định hoặc kế hoạch kiểm tra cải cách hành chính: đã tìm ${lookedFor.join('; ')} nhưng không thấy dấu hiệu nào. Hãy chọn đúng tệp quyết định hoặc kế hoạch.`
        : `Tệp này không giống quyết định hoặc kế hoạch kiểm tra cải cách hành chính: không tìm thấy ${missing.join('; ')} (chỉ thấy ${found.join('; ')}). Hãy chọn đúng tệp quyết định hoặc kế hoạch.`
    super(sentence)
    this.name = 'NotADecision'
    this.lookedFor = lookedFor
    this.found = found
    this.sentence = sentence
  }
}

/** Throws `NotADecision` unless the text has the features of such a paper. Looks only; cheap for any text. */
export function requireDecision(text: string): void {
  const lines = text
    .split(/\r\n?|\n/u)
    .map(foldText)
    .join('\n')
  const found = features.filter(({ isIn }) => isIn(lines))
  const complete = features.every((feature) => !feature.required || found.includes(feature))
  if (found.length >= FEWEST_FEATURES && complete) return
  throw new NotADecision(
    features.map(({ name }) => name),
    found.map(({ name }) => name),
  )
}
