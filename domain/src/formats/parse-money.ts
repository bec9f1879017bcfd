import { formatNumber } from './numbers.ts'
import { type ParsedNumber, parseVietnameseNumber } from './parse-number.ts'

/** One way to read an amount, in the unit that was asked for, and how it is told apart from the others. */
export interface MoneyReading {
  readonly value: number
  /** "1.500 triệu đồng". */
  readonly words: string
}

export type ParsedMoney =
  | { readonly value: number }
  | { readonly ambiguous: true; readonly readings: readonly MoneyReading[] }
  | { readonly error: string }

/** Names of amounts as people type them, and how many đồng each is. */
const scales: readonly { readonly names: string; readonly name: string; readonly inDong: number }[] = [
  { names: 'tỷ|tỉ|ty|ti', name: 'tỷ đồng', inDong: 1_000_000_000 },
  { names: 'triệu|trieu|tr', name: 'triệu đồng', inDong: 1_000_000 },
  { names: 'nghìn|ngàn|nghin|ngan|k', name: 'nghìn đồng', inDong: 1_000 },
  { names: 'đồng|dong|đ|₫|vnđ|vnd', name: 'đồng', inDong: 1 },
]

/** Amounts of a unit's budget below this many đồng are rather in million đồng, and above this many million đồng in đồng. */
const fewestDong = 100_000
const mostMillions = 1_000_000

/**
 * Reads an amount for a field whose unit is "đồng", "nghìn đồng", "triệu đồng" or "tỷ đồng". An amount that names its own
 * unit is converted ("1,5 tỷ", "2 tỷ 300 triệu"); a bare one is in the field's unit, unless it is so small or so large for
 * it that another unit is as likely: then a person must choose. Another unit of the field is read as a plain number.
 */
export function parseVietnameseMoney(text: string, unit: string | null): ParsedMoney {
  const own = scaleOf(unit ?? 'đồng')
  const bare = text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase()
  if (!own) return readingsOf(parseVietnameseNumber(text), (value) => `${formatNumber(value, 20)} ${unit}`)
  const parts = partsOf(bare)
  if (!parts) return plain(text, own)
  const parsed = parts.map(({ digits, scale }) => ({ number: parseVietnameseNumber(digits), scale }))
  const wrong = parsed.find(({ number }) => 'error' in number)
  if (wrong && 'error' in wrong.number) return { error: wrong.number.error }
  // "1,234 tỷ" has two readings; with a second part behind it the first must be whole.
  if (parsed.length === 1) {
    const [{ number, scale }] = parsed as [(typeof parsed)[number]]
    return readingsOf(number, (value) => `${formatNumber(value, 20)} ${scale.name}`, scale.inDong / own.inDong)
  }
  if (parsed.some(({ number }) => !('value' in number)))
    return { error: `“${text.trim()}” không rõ là bao nhiêu. Viết cả số tiền bằng một đơn vị, như 2.300 triệu.` }
  const dong = parsed.reduce((sum, { number, scale }) => sum + ('value' in number ? number.value : 0) * scale.inDong, 0)
  return { value: divided(dong, own.inDong) }
}

type Scale = (typeof scales)[number]

function scaleOf(unit: string): Scale | undefined {
  const wanted = unit.normalize('NFC').trim().toLowerCase()
  return scales.find(({ name, names }) => name === wanted || names.split('|').includes(wanted))
}

/** The parts of an amount that names its units, largest first: "2 tỷ 300 triệu"; null for one that names none but đồng. */
function partsOf(text: string): { digits: string; scale: Scale }[] | null {
  const names = scales.map((scale) => scale.names).join('|')
  const one = new RegExp(`^([-−–+]? ?[\\d.,]+(?: \\d{3}(?!\\d)[\\d.,]*)*) ?(${names})(?![\\p{L}\\p{M}])\\.? ?`, 'iu')
  const parts: { digits: string; scale: Scale }[] = []
  let rest = text
  while (rest !== '') {
    // "tỷ đồng": the word after a larger name only repeats the currency.
    const found = parts.length > 0 ? rest.replace(/^(đồng|đ|vnđ|vnd)(?![\p{L}\p{M}]) ?/iu, '') : rest
    if (found === '') break
    const match = one.exec(found)
    if (!match) return null
    const scale = scales.find((each) => each.names.split('|').includes(match[2]!.toLowerCase()))!
    if (parts.length > 0 && scale.inDong >= parts.at(-1)!.scale.inDong) return null
    parts.push({ digits: match[1]!, scale })
    rest = found.slice(match[0].length)
  }
  return parts.length === 0 || (parts.length === 1 && parts[0]!.scale.inDong === 1) ? null : parts
}

/** An amount without a name of its own, or with đồng only. */
function plain(text: string, own: Scale): ParsedMoney {
  const named = /(đồng|đ|₫|vnđ|vnd)\.?$/iu.test(text.normalize('NFC').trim())
  const number = parseVietnameseNumber(text)
  const words = (value: number, scale: Scale) => `${formatNumber(value, 20)} ${scale.name}`
  if (!('value' in number)) return readingsOf(number, (value) => words(value, own))
  const { value } = number
  const million = scaleOf('triệu đồng')!
  const dong = scaleOf('đồng')!
  const size = Math.abs(value)
  if (own === dong && !named && size > 0 && size < fewestDong)
    return choose({ value, words: words(value, dong) }, { value: value * million.inDong, words: words(value, million) })
  if (own !== dong && named && size > 0)
    return choose({ value: divided(value, own.inDong), words: words(value, dong) }, { value, words: words(value, own) })
  if (own === million && size >= mostMillions)
    return choose({ value: divided(value, own.inDong), words: words(value, dong) }, { value, words: words(value, own) })
  return { value }
}

const choose = (...readings: MoneyReading[]): ParsedMoney => ({ ambiguous: true, readings })

/** A reading of the digits as one of the amount, `factor` times as large; both readings where there are two. */
function readingsOf(number: ParsedNumber, words: (value: number) => string, factor = 1): ParsedMoney {
  if ('error' in number) return number
  const scaled = (value: number) => (factor >= 1 ? divided(value * factor, 1) : divided(value, 1 / factor))
  if ('value' in number) return { value: scaled(number.value) }
  return choose(...number.readings.map((value) => ({ value: scaled(value), words: words(value) })))
}

/** Divides without the last digits that binary fractions add. */
function divided(amount: number, by: number): number {
  return Number((amount / by).toPrecision(15))
}
