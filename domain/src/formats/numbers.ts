/** Numbers as Vietnamese papers and screens write them: dots between thousands, a comma before the fraction. */

/** Rounds to so many decimals, halves away from zero, judged on the number as it is written in decimals. */
export function roundTo(value: number, decimals: number): number {
  const [digits, exponent = '0'] = String(Math.abs(value)).split('e')
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + decimals}`))
  const [whole, power = '0'] = String(shifted).split('e')
  const rounded = Math.sign(value) * Number(`${whole}e${Number(power) - decimals}`)
  return rounded === 0 ? 0 : rounded
}

/**
 * 1234.5 → "1.234,5". At most `maxDecimals` digits after the comma, trailing zeros left out; at most 20.
 * A form's box needs all the digits that were typed: give it 20.
 */
export function formatNumber(value: number, maxDecimals = 2): string {
  const plain = Math.abs(value) < 1e21 ? plainDecimal(roundTo(value, maxDecimals)) : String(value)
  const [whole, fraction] = plain.replace('-', '').split('.') as [string, string | undefined]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return `${plain.startsWith('-') ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** Percent points with their sign: 95.67 → "95,67%". */
export function formatPercent(points: number, maxDecimals = 2): string {
  return `${formatNumber(points, maxDecimals)}%`
}

/** An amount with its unit: 1500000 → "1.500.000 đ"; for budgets the unit may be "triệu đồng". */
export function formatMoney(amount: number, unit = 'đ'): string {
  return `${formatNumber(amount)} ${unit}`
}

/** The number in decimals without an exponent, with a dot before the fraction. */
function plainDecimal(value: number): string {
  const written = String(value)
  if (!written.includes('e-')) return written
  return value.toFixed(20).replace(/0+$/, '').replace(/\.$/, '')
}
