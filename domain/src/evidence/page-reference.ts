import { Refusal } from '../refusals.ts'

/** The pages of a file that matter, counted from 1. */
export interface PageReference {
  readonly from: number
  readonly to: number
}

const written = /^(?:trang|tr|p)?\.?\s*(\d{1,5})(?:\s*[-–—]\s*(?:tr\.?\s*)?(\d{1,5}))?$/iu

/**
 * Reads "3", "tr. 3", "trang 3-5" into pages; null for no reference. Refuses with `page-unreadable` what is neither, and with
 * `no-such-page` a page that the file does not have. `pages` is null where the file's pages are not known.
 */
export function readPageReference(text: string, pages: number | null): PageReference | null {
  if (text.trim() === '') return null
  const match = written.exec(text.normalize('NFC').trim())
  if (!match) throw new Refusal('page-unreadable', { text })
  const from = Number(match[1])
  const to = Number(match[2] ?? match[1])
  if (from < 1 || to < from) throw new Refusal('page-unreadable', { text })
  if (pages !== null && to > pages) throw new Refusal('no-such-page', { page: to, pages })
  return { from, to }
}

/** "tr. 3", "tr. 3–5"; nothing without a reference. */
export function pageReferenceInWords({ from, to }: { from: number | null; to: number | null }): string {
  if (from === null) return ''
  return to === null || to === from ? `tr. ${from}` : `tr. ${from}–${to}`
}
