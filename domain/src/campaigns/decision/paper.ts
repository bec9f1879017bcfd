import { foldText } from '../../units/fold.ts'
import { joinLines } from './join-lines.ts'
import { isCapitals, readLines } from './paper-lines.ts'
import { citeClause, type Mark, markRank, readMark } from './paper-marks.ts'
import type { Source } from './proposal.ts'

/** The parts of a paper: the decision itself, the plan issued with it, and each annex. */
export type Zone = { kind: 'decision' | 'plan' | 'annex'; label: string; paragraphs: Paragraph[] }

/**
 * One paragraph: `text` without its list mark, `path` the marks from the widest division down to its own, `headings`
 * the texts of the divisions above it, `level` how deep it stands (0 for text outside any division).
 */
export type Paragraph = Source & {
  zone: Zone
  text: string
  cells: string[]
  mark: Mark | null
  path: Mark[]
  headings: string[]
  level: number
  capitals: boolean
}

export type Paper = { zones: Zone[]; paragraphs: Paragraph[] }

const annexLine =
  /^phụ\s*lục(?:\s+số)?(?:\s*([IVXl]{1,5}|\d{1,2}|[A-H]))?\s*(?:[.:–-]\s*(.+)|([\p{Lu}\d\s,.&–-]{8,})|\(.*\))?$/iu
const planLine = /^ke hoach$/u
const closingLine = /^(?:nơi nhận|(?:TM|KT|TL|TUQ|Q)\.\s)/iu
const annexTitle = /^(?:ĐỀ CƯƠNG|DANH SÁCH|DANH MỤC|LỊCH KIỂM TRA|BIỂU)\b/u

/** Reads a paper's text into zones and numbered paragraphs. Works from list marks and fixed lines only, not from places in the text. */
export function readPaper(text: string): Paper {
  const zones: Zone[] = [{ kind: 'decision', label: '', paragraphs: [] }]
  let open: { mark: Mark; text: string }[] = []
  let ended = false
  for (const joined of joinLines(readLines(text))) {
    const zone = zones.at(-1)!
    const started = zoneStart(joined.text, zone, ended)
    if (started) {
      zones.push(started.zone)
      open = []
      if (started.title === '') continue
    }
    ended ||= /\.\/\.?$/u.test(joined.text) || /^nơi nhận/iu.test(joined.text)
    const current = zones.at(-1)!
    const { mark, rest } = readMark(started ? started.title : joined.text)
    if (!mark && current.kind !== 'annex' && (closingLine.test(rest) || isCapitals(rest))) open = []
    if (mark) while (open.length > 0 && markRank(open.at(-1)!.mark) >= markRank(mark)) open.pop()
    else while (open.length > 0 && markRank(open.at(-1)!.mark) >= markRank({ kind: 'lead', label: '' })) open.pop()
    const above = [...open]
    if (mark) open.push({ mark, text: rest })
    const path = [...above.map((one) => one.mark), ...(mark ? [mark] : [])]
    current.paragraphs.push({
      zone: current,
      lines: [joined.from, joined.to],
      clause: cite(current, path),
      text: rest,
      cells:
        started || joined.cells.length === 1 ? [rest] : [readMark(joined.cells[0]!).rest, ...joined.cells.slice(1)],
      mark,
      path,
      headings: above.map((one) => one.text),
      level: above.length,
      capitals: isCapitals(rest),
    })
    if (!mark && rest.endsWith(':') && open.length > 0) open.push({ mark: { kind: 'lead', label: '' }, text: rest })
  }
  return { zones, paragraphs: zones.flatMap((zone) => zone.paragraphs) }
}

function zoneStart(text: string, zone: Zone, ended: boolean): { zone: Zone; title: string } | null {
  const annex = text.length <= 300 ? annexLine.exec(text) : null
  if (annex) {
    const label = (annex[1] ?? '').replace(/l/gu, 'I').toUpperCase()
    return {
      zone: { kind: 'annex', label: `PL${label === '' ? '' : ` ${label}`}`, paragraphs: [] },
      title: annex[2] ?? annex[3] ?? '',
    }
  }
  if (zone.kind === 'decision' && ended && planLine.test(foldText(text))) {
    return { zone: { kind: 'plan', label: '', paragraphs: [] }, title: text }
  }
  const untitled = zone.kind === 'annex' && zone.paragraphs.length < 2
  if (ended && !untitled && isCapitals(text) && annexTitle.test(text)) {
    return { zone: { kind: 'annex', label: 'PL', paragraphs: [] }, title: text }
  }
  return null
}

function cite(zone: Zone, path: readonly Mark[]): string {
  const clause = citeClause(path)
  if (zone.label === '') return clause
  return clause === '' ? zone.label : `${zone.label}, ${clause}`
}

/** Text of an annex before its first numbered paragraph: title, subtitle, "(Kèm theo …)". */
export function zoneTitle(zone: Zone): Paragraph[] {
  const first = zone.paragraphs.findIndex((paragraph) => paragraph.mark !== null || paragraph.cells.length > 1)
  return zone.paragraphs.slice(0, first < 0 ? undefined : first)
}
