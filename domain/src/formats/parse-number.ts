/**
 * What a typed number means. `ambiguous` when two readings are equally fair: the first is the Vietnamese one (comma before
 * the fraction), the second the English one; a person must choose. `error` is a Vietnamese sentence.
 */
export type ParsedNumber =
  | { readonly value: number }
  | { readonly ambiguous: true; readonly readings: readonly [number, number] }
  | { readonly error: string }

const howToWrite = 'Viết như 1.234,5: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân.'

/** Beyond 15 digits a JavaScript number no longer holds every digit. */
const mostDigits = 15

/** Shapes of a bare number, tried in order; the first that fits decides which mark is the decimal one. */
const shapes: readonly { readonly form: RegExp; readonly grouping: RegExp; readonly decimal: '.' | ',' | null }[] = [
  { form: /^\d+$/, grouping: /(?!)/, decimal: null },
  // 1.234  1.234.567  1.234,5 – the Vietnamese form
  { form: /^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/, grouping: /\./g, decimal: ',' },
  // 1 234  1 234 567,5
  { form: /^[1-9]\d{0,2}( \d{3})+(,\d+)?$/, grouping: / /g, decimal: ',' },
  { form: /^[1-9]\d{0,2}( \d{3})+(\.\d+)?$/, grouping: / /g, decimal: '.' },
  // 1,234,567  1,234.5 – the English form, told apart by two commas or by a dot after one
  { form: /^[1-9]\d{0,2}(,\d{3})+\.\d+$/, grouping: /,/g, decimal: '.' },
  { form: /^[1-9]\d{0,2}(,\d{3}){2,}$/, grouping: /,/g, decimal: null },
  // 12,5  0,234
  { form: /^\d+,\d+$/, grouping: /(?!)/, decimal: ',' },
  // 12.5  1234.567  0.234
  { form: /^\d+\.\d+$/, grouping: /(?!)/, decimal: '.' },
]

/**
 * Reads a number as people in Vietnamese offices type or paste it: "1.234,5", "1234.5", "1 234", "95,5 %", "1.500.000 đ".
 * A trailing percent sign or đồng is dropped, not applied. "1.234" is one thousand and so on, as Vietnamese writes it;
 * "1,234" is ambiguous.
 */
export function parseVietnameseNumber(text: string): ParsedNumber {
  const bare = text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/ ?(%|đ|₫|đồng|vnđ|vnd)$/i, '')
  if (bare === '') return { error: `Chưa có số nào. ${howToWrite}` }
  const sign = /^[-−–]/.test(bare) ? -1 : 1
  const digits = bare.replace(/^[-−–+] ?/, '')
  if (digits.replace(/\D/g, '').length > mostDigits) {
    return {
      error: `“${text.trim()}” có quá nhiều chữ số (nhiều nhất ${mostDigits}). Kiểm tra lại số hoặc đơn vị tính.`,
    }
  }
  if (/^[1-9]\d{0,2},\d{3}$/.test(digits)) {
    return {
      ambiguous: true,
      readings: [signed(sign, digits.replace(',', '.')), signed(sign, digits.replace(',', ''))],
    }
  }
  const shape = shapes.find(({ form }) => form.test(digits))
  if (!shape) return { error: `“${text.trim()}” không phải là một số. ${howToWrite}` }
  const ungrouped = digits.replace(shape.grouping, '')
  return { value: signed(sign, shape.decimal === ',' ? ungrouped.replace(',', '.') : ungrouped) }
}

function signed(sign: number, digits: string): number {
  const value = sign * Number(digits)
  return value === 0 ? 0 : value
}
