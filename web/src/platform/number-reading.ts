import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import { parseVietnameseMoney } from '@cchc/domain/formats/parse-money.ts'
import { parseVietnameseNumber } from '@cchc/domain/formats/parse-number.ts'
import type { NumberReading } from '../ui/NumberField.tsx'

/** The house's reading of typed figures, as `NumberField` asks for it. */
export function readNumber(text: string): NumberReading {
  if (text.trim() === '') return { kind: 'empty' }
  const parsed = parseVietnameseNumber(text)
  if ('value' in parsed) return { kind: 'number', value: parsed.value }
  if ('error' in parsed) return { kind: 'wrong', sentence: parsed.error }
  const [fraction, thousands] = parsed.readings
  return {
    kind: 'ambiguous',
    sentence: `“${text.trim()}” đọc được hai cách. Bạn muốn ghi số nào?`,
    choices: [
      { value: fraction, label: `${formatNumber(fraction, 20)} (có phần thập phân)` },
      { value: thousands, label: `${formatNumber(thousands, 20)} (hàng nghìn)` },
    ],
  }
}

/** What a figure is: its kind and what it is counted in. */
interface FigureKind {
  readonly kind: string
  readonly unit?: string | null
}

/**
 * A figure as it is typed or pasted for a question of this kind: money with its own unit is converted, the unit of a count
 * may stand behind it, and a rate between 0 and 1 without its sign may be the share that a spreadsheet holds.
 */
export function readFigure(text: string, { kind, unit = null }: FigureKind): NumberReading {
  if (text.trim() === '') return { kind: 'empty' }
  if (kind === 'money') return moneyReading(text)
  const bare = text.normalize('NFC').trim()
  const hasUnit = unit !== null && unit !== '' && bare.toLowerCase().endsWith(unit.normalize('NFC').toLowerCase())
  const reading = readNumber(hasUnit ? bare.slice(0, -unit.normalize('NFC').length) : text)
  if (kind !== 'percent' || bare.endsWith('%') || reading.kind !== 'number') return reading
  const { value } = reading
  if (!(value > 0 && value < 1)) return reading
  const whole = Number((value * 100).toPrecision(15))
  return {
    kind: 'ambiguous',
    sentence: `“${bare}” nhỏ hơn 1%. Bạn muốn ghi tỷ lệ nào?`,
    choices: [value, whole].map((choice) => ({ value: choice, label: `${formatNumber(choice, 20)}%` })),
  }

  function moneyReading(typed: string): NumberReading {
    const parsed = parseVietnameseMoney(typed, unit)
    if ('value' in parsed) return { kind: 'number', value: parsed.value }
    if ('error' in parsed) return { kind: 'wrong', sentence: parsed.error }
    const sentence = `“${typed.trim()}” có thể là hai số tiền khác nhau. Bạn muốn ghi số nào?`
    return {
      kind: 'ambiguous',
      sentence,
      choices: parsed.readings.map(({ value, words }) => ({ value, label: words })),
    }
  }
}

/** A figure with all its digits, as `NumberField` shows it. */
export function writeNumber(value: number): string {
  return formatNumber(value, 20)
}
