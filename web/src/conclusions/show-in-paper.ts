import { fold } from '../ui/fold.ts'

/** Scrolls the paper beside the words to the part that is being written; does nothing where it does not print. */
export function showInPaper(box: HTMLElement | null, title: string, fieldName?: string): void {
  if (!box) return
  const headings = [...box.querySelectorAll<HTMLElement>('article :is(h2, h3, h4, h5, h6)')]
  const find = (words: string, from: number) =>
    headings.findIndex((heading, at) => at >= from && fold(heading.textContent ?? '').endsWith(fold(words)))
  const part = find(title, 0)
  const field = fieldName === undefined || part < 0 ? -1 : find(fieldName, part + 1)
  const place = headings[field < 0 ? part : field]
  if (!place) return
  const from = place.getBoundingClientRect().top - box.getBoundingClientRect().top
  box.scrollTo({ top: box.scrollTop + from - 60, behavior: 'smooth' })
}
