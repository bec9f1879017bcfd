const markRun = /\p{M}+/gu
const letterRun = /[\p{L}\p{M}\p{N}]+/gu
/** Grave, acute, hook above, tilde, dot below: the five written tones. Breve, circumflex and horn make other letters. */
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/gu

/**
 * Text for searching: lower case, no diacritics, đ (and the look-alike eth of old fonts) as d, single blanks.
 * It loses meaning ("Cẩm Giang" and "Cẩm Giàng" become one): for finding, never for deciding.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFD')
    .replace(markRun, '')
    .replace(/[đð]/gu, 'd')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Lower case, NFC, single blanks, eth read as đ: equal for two writings of the same letters in the same place. */
export function letterKey(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/ð/gu, 'đ').replace(/\s+/gu, ' ').trim().normalize('NFC')
}

/**
 * Text for deciding: equal for writings that differ only in where the tone mark stands (Thủy/Thuỷ, Hòa/Hoà), in
 * case or in Unicode form; different for other tones and letters (Cẩm Giang, Cẩm Giàng).
 * Each syllable's tone is moved behind the syllable as a letter of its own.
 */
export function toneKey(text: string): string {
  return letterKey(text).replace(letterRun, (syllable) => {
    const parts = syllable.normalize('NFD')
    const tones = parts.match(toneMark)?.join('') ?? ''
    return parts.replace(toneMark, '').normalize('NFC') + tones
  })
}
