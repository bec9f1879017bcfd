/** "12,5" and "12.5" alike: in a sheet's rules nobody writes dots between thousands. Null for anything else. */
export function numberOf(text: string): number | null {
  const plain = text.replace(',', '.').replaceAll(/\s/g, '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}
