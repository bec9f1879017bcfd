import { upperFirst } from '../../formats/upper-first.ts'

const keepsCapital = /^(?:ubnd|hđnd|cchc|tp|kt|tm|tl|tuq|q|i|ii|iii|iv|v)\.?$/u
const places = /^(?:tỉnh|phố)$/u
const opens = /^(?:chủ|phó|giám|ủy|uỷ|hội|sở|trưởng|chánh|bộ|thủ|ban|văn|thanh|quyền)$/u
/** Second words of fixed phrases that stay small: "Chủ tịch", "Ủy ban nhân dân", "Giám đốc". */
const followers: Record<string, readonly string[]> = {
  chủ: ['tịch'],
  giám: ['đốc'],
  ủy: ['ban', 'nhân', 'dân'],
  uỷ: ['ban', 'nhân', 'dân'],
  hội: ['đồng', 'nhân', 'dân'],
  trưởng: ['ban', 'phòng', 'đoàn'],
  bộ: ['trưởng'],
  thanh: ['tra'],
  văn: ['phòng'],
  ban: ['quản', 'lý'],
}

/**
 * Writes a post or an agency that stands in capitals as running text does:
 * "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG" → "Chủ tịch Ủy ban nhân dân thành phố Hải Phòng".
 */
export function sentenceCase(text: string): string {
  const words = text.normalize('NFC').toLowerCase().split(/\s+/u).filter(Boolean)
  const out: string[] = []
  let small: readonly string[] = []
  let afterPlace = false
  let afterOffice = false
  words.forEach((word, index) => {
    if (small[0] === word) {
      small = small.slice(1)
      out.push(word)
      return
    }
    small = []
    if (keepsCapital.test(word)) {
      out.push(word.toUpperCase())
      afterPlace = afterOffice = false
    } else if (places.test(word)) {
      out.push(word)
      afterPlace = true
    } else if (word === 'thành' && words[index + 1] === 'phố') {
      out.push(word)
    } else if (afterPlace) {
      out.push(upperFirst(word))
    } else if (opens.test(word)) {
      out.push(upperFirst(word))
      small = followers[word] ?? []
      afterOffice = word === 'sở'
    } else {
      out.push(index === 0 || afterOffice ? upperFirst(word) : word)
      afterOffice = false
    }
  })
  return out.join(' ').replace(/\bUBND\b/gu, 'Ủy ban nhân dân')
}
