/** What a sheet program may take for the beginning of a formula. */
const formulaStart = /^[=+\-@\t\r]/u

/** Text that stays text in a sheet, also once somebody edits the cell or saves the sheet as .csv: an apostrophe goes before it. */
export function harmlessText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}
