import { foldText, toneKey } from '../../units/fold.ts'

/** Words of Vietnamese official prose as they are compared: abbreviations written out, function words left away. */

/** Abbreviations of administrative papers; others are learnt where a paper introduces them: "phản ánh, kiến nghị (PAKN)". */
const commonAbbreviations: Record<string, string> = {
  CCHC: 'cải cách hành chính',
  TTHC: 'thủ tục hành chính',
  UBND: 'ủy ban nhân dân',
  HĐND: 'hội đồng nhân dân',
  VBQPPL: 'văn bản quy phạm pháp luật',
  QPPL: 'quy phạm pháp luật',
  PAKN: 'phản ánh kiến nghị',
  DVC: 'dịch vụ công',
  DVCTT: 'dịch vụ công trực tuyến',
  DVCQG: 'dịch vụ công quốc gia',
  CNTT: 'công nghệ thông tin',
  CBCC: 'cán bộ công chức',
  CBCCVC: 'cán bộ công chức viên chức',
  ĐVSN: 'đơn vị sự nghiệp',
  ĐVSNCL: 'đơn vị sự nghiệp công lập',
  SNCL: 'sự nghiệp công lập',
  NSNN: 'ngân sách nhà nước',
  NSĐP: 'ngân sách địa phương',
  TTPVHCC: 'trung tâm phục vụ hành chính công',
  PVHCC: 'phục vụ hành chính công',
  CSDL: 'cơ sở dữ liệu',
  KNTC: 'khiếu nại tố cáo',
  HSCV: 'hồ sơ công việc',
  ĐTC: 'đầu tư công',
  HS: 'hồ sơ',
  VB: 'văn bản',
  TP: 'thành phố',
}

export type Abbreviations = ReadonlyMap<string, string>
const common: Abbreviations = new Map(
  Object.entries(commonAbbreviations).map(([short, whole]) => [keyOf(short), whole]),
)

function keyOf(short: string): string {
  return foldText(short)
}

const introduced = /\(\s*(?:(?:sau đây |dưới đây )?(?:gọi|viết) tắt là:?\s*)?([\p{Lu}Đ]{2,8})\s*\)/gu

/** The common abbreviations and those that the texts introduce in brackets behind the words whose initials they are. */
export function abbreviationsOf(texts: readonly string[]): Abbreviations {
  const known = new Map(common)
  for (const text of texts) {
    const composed = text.normalize('NFC')
    for (const found of composed.matchAll(introduced)) {
      const letters = [...foldText(found[1]!)]
      const before = composed.slice(0, found.index).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
      const words = before.slice(-letters.length)
      if (words.length === letters.length && words.every((word, at) => foldText(word).startsWith(letters[at]!)))
        known.set(keyOf(found[1]!), words.join(' ').toLowerCase())
    }
  }
  return known
}

/** Words that say nothing about which item is meant. */
const functionWords = new Set(
  (
    'của và các những cho tại trong đó được đã là có theo về với đến từ ở thì này như khi để do bằng trên hiện nay gồm ' +
    'bao đạt chiếm khoảng ước lại nêu tính kỳ toàn ra vào cũng đều rồi hết năm qua việc'
  ).split(' '),
)
/** The same without marks, for drafts that lost theirs, where no word that matters looks alike. */
const plainFunctionWords = new Set('cua cac nhung cho duoc theo trong bao gom hien nay viec dat'.split(' '))
const year = /^20\d\d$/u

export interface Word {
  /** With marks, the tone put behind the syllable. */
  readonly key: string
  readonly folded: string
}

const wordCache = new Map<string, Word>()
function wordOf(syllable: string): Word {
  const known = wordCache.get(syllable)
  if (known) return known
  const word = { key: toneKey(syllable), folded: foldText(syllable) }
  // Vietnamese has some seven thousand syllables; rubbish must not pile up.
  if (wordCache.size < 20_000) wordCache.set(syllable, word)
  return word
}

/** The words of a text in order. */
export function wordsOf(text: string, abbreviations: Abbreviations): Word[] {
  const syllables =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\d+(?:[.,:]\d+)*/gu) ?? []
  return syllables
    .flatMap((syllable) => {
      const whole = abbreviations.get(wordOf(syllable).folded)
      return whole ? whole.split(' ') : [syllable]
    })
    .filter((syllable) => !functionWords.has(syllable) && !year.test(syllable))
    .map(wordOf)
    .filter(({ folded }) => folded !== '' && !plainFunctionWords.has(folded))
}

/** What a word is worth that has other marks, as after a bad scan or without any. */
const otherMarks = 0.75
const oneLetterOff = 0.5
/** Words with quick answers to "is this one among them?". */
export class WordBag {
  readonly words: readonly Word[]
  readonly #keys: Set<string>
  readonly #folded: Set<string>
  readonly #known = new Map<string, number>()

  constructor(words: readonly Word[]) {
    this.words = words
    this.#keys = new Set(words.map(({ key }) => key))
    this.#folded = new Set(words.map(({ folded }) => folded))
  }

  get isEmpty(): boolean {
    return this.words.length === 0
  }

  /** 1 for the very word, less for one with other marks or with one letter wrong, 0 when it is not there. */
  has({ key, folded }: Word, isPlain = false): number {
    if (this.#keys.has(key)) return 1
    if (this.#folded.has(folded)) return isPlain ? 1 : otherMarks
    if (folded.length < 4) return 0
    const known = this.#known.get(folded)
    if (known !== undefined) return known
    const worth = this.words.some((other) => isOneOff(folded, other.folded)) ? oneLetterOff : 0
    this.#known.set(folded, worth)
    return worth
  }
}

/** Whether two words differ by one letter, as after a bad scan. */
function isOneOff(a: string, b: string): boolean {
  if (a.length !== b.length || /\d/u.test(a)) return false
  let differences = 0
  for (let at = 0; at < a.length && differences < 2; at++) if (a[at] !== b[at]) differences += 1
  return differences === 1
}
