/**
 * An amount with its thousands divided while it is typed, and where the cursor then stands; null when the person writes
 * the marks (a dot, a comma, a unit), for then only they know which is meant.
 */
export function groupedWhileTyping(
  before: string,
  after: string,
  caret: number,
): { readonly text: string; readonly caret: number } | null {
  const isOurs = before === '' || /^\d{1,3}(\.\d{3})*$/.test(before)
  if (!isOurs || !/^[\d.]+$/.test(after) || marks(after) > marks(before)) return null
  const digits = after.replaceAll('.', '')
  // A leading zero is the start of a fraction, or a slip to be seen.
  if (digits === '' || /^0\d/.test(digits)) return null
  const text = digits.replace(/\B(?=(\d{3})+$)/g, '.')
  if (text === after) return null
  let behind = after.slice(caret).replaceAll('.', '').length
  let at = text.length
  while (behind > 0) {
    at -= 1
    if (text[at] !== '.') behind -= 1
  }
  return { text, caret: at }
}

const marks = (text: string) => text.split('.').length
