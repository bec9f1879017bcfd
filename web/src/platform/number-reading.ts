import { formatNumber } from '@cchc/domain/formats/numbers.ts'
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

/** A figure with all its digits, as `NumberField` shows it. */
export function writeNumber(value: number): string {
  return formatNumber(value, 20)
}
