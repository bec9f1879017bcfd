/** Text as it is searched: without diacritics, without case, đ as d, blanks made single. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Whether every word of the search stands somewhere in the text. */
export function matches(text: string, search: string): boolean {
  const folded = fold(text)
  return fold(search)
    .split(' ')
    .every((word) => folded.includes(word))
}
