import { foldText } from '../../units/fold.ts'

/** The features by which such a paper is known; patterns look at folded text (no diacritics, lower case). */
const features: readonly { name: string; pattern: RegExp; required?: boolean }[] = [
  { name: 'số, ký hiệu văn bản dạng “…/QĐ-UBND” hoặc “…/KH-UBND”', pattern: /\/ ?(?:\d{4} ?\/ ?)?(?:qd|kh)[-–]/u },
  { name: 'tên loại “QUYẾT ĐỊNH” hoặc “KẾ HOẠCH”', pattern: /^[\s*#|]*(?:quyet dinh|ke hoach)[\s*:|]*$/mu },
  { name: 'địa danh và ngày ban hành', pattern: /ngay ?\d* ?thang ?\d* ?nam ?\d{4}/u },
  { name: 'căn cứ ban hành', pattern: /^[\s*_|-]*(?:can cu|thuc hien|xet de nghi) /mu },
  {
    name: 'các điều (Điều 1) hoặc các mục lớn (I., II.)',
    pattern: /^[\s*#_|-]*(?:dieu 1 ?[.:]|i ?[./-] ?\p{L}|phan (?:i|thu nhat)\b)/mu,
  },
  {
    name: 'nơi nhận hoặc phần ký',
    pattern: /noi nhan|^[\s*|]*(?:tm|kt|tl)\. ?\p{L}|^[\s*|]*(?:pho )?chu tich[\s*|]*$/mu,
  },
  {
    name: 'nội dung kiểm tra cải cách hành chính (CCHC)',
    pattern: /kiem tra[\s\S]*(?:cai cach hanh chinh|cchc)|(?:cai cach hanh chinh|cchc)[\s\S]*kiem tra/u,
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
  const found = features.filter(({ pattern }) => pattern.test(lines))
  const complete = features.every((feature) => !feature.required || found.includes(feature))
  if (found.length >= FEWEST_FEATURES && complete) return
  throw new NotADecision(
    features.map(({ name }) => name),
    found.map(({ name }) => name),
  )
}
