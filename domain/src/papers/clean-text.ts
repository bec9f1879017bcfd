/** Control characters but the line feed, invisible characters and those that turn the reading direction: none can be printed, some no .docx may hold. */
const unprintable = /[^\P{Cc}\n]|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/gu
const loneSurrogate = /\p{Surrogate}/gu
const lineBreak = /\r\n?|\v|\f|[\u0085\u2028\u2029]/gu

/** Makes text fit to print: NFC, one kind of line break, tabs as spaces, nothing unprintable. */
export function cleanText(text: string): string {
  return text
    .replace(lineBreak, '\n')
    .replace(/\t/gu, ' ')
    .replace(unprintable, '')
    .replace(loneSurrogate, '\ufffd')
    .normalize('NFC')
}

/** Text ending in exactly `mark` (or in none, ''), whatever end mark it had; a question mark or an ellipsis stays. */
export function endedWith(mark: '' | '.' | ';' | './.', text: string): string {
  const bare = text.replace(/(?:\.\/\.|[\s.;,:])+$/u, '')
  return /[?!…]$/u.test(bare) && mark !== './.' ? bare : `${bare}${mark}`
}
