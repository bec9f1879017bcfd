import { foldText } from '../../units/fold.ts'
import { guessItem } from './guess-item.ts'
import { type Paper, type Paragraph, type Zone, zoneTitle } from './paper.ts'
import { markRank, printMark } from './paper-marks.ts'
import type { ProposedItem, ProposedOutline, ProposedPart, ProposedSection } from './proposal.ts'

export type OutlineReading = { outline: ProposedOutline | null; twoFigures: ProposedItem[] }

const isBullet = (paragraph: Paragraph) => paragraph.mark?.kind === 'dash' || paragraph.mark?.kind === 'plus'
/** A remark that stands alone in brackets speaks of the whole outline, not of the section above it. */
const isNote = (paragraph: Paragraph) => paragraph.mark === null && /^\(.+\)[.;]?$/u.test(paragraph.text)

/**
 * Reads the annex whose title calls it a report outline ("đề cương") as parts, sections and items. The widest marks of
 * the annex make parts, the next make sections; everything below is an item with its level. A part without sections
 * gets one with the part's title and no number.
 */
export function readOutline(paper: Paper): OutlineReading {
  const zone = outlineZone(paper)
  if (!zone) return { outline: null, twoFigures: [] }
  const title = zoneTitle(zone)
  const body = zone.paragraphs.slice(title.length)
  const first = body.find((paragraph) => paragraph.mark && !isBullet(paragraph))
  if (!first) return { outline: null, twoFigures: [] }
  const partRank = body.reduce(
    (least, { mark }) => (mark ? Math.min(least, markRank(mark)) : least),
    Number.POSITIVE_INFINITY,
  )

  const outline: ProposedOutline = {
    title: title
      .map((paragraph) => paragraph.text)
      .filter((text) => !/^\(?\s*kèm theo/iu.test(text))
      .join(' – '),
    lines: [zone.paragraphs[0]!.lines[0], body.at(-1)!.lines[1]],
    clause: zone.label,
    parts: [],
    notes: [],
  }
  const twoFigures: ProposedItem[] = []
  let depth = 0
  for (const paragraph of body) {
    const { text, lines, clause, mark } = paragraph
    if (isNote(paragraph)) {
      outline.notes.push({ value: text.replace(/^\(|\)[.;]?$/gu, ''), lines, clause: zone.label })
      continue
    }
    if (mark && markRank(mark) === partRank) {
      outline.parts.push({ label: mark.label, title: heading(text), lines, clause, sections: [] })
      continue
    }
    const part = outline.parts.at(-1) ?? startPart(outline, paragraph)
    if (mark && !isBullet(paragraph) && paragraph.level === 1 && mark.kind !== 'letter') {
      part.sections.push({ label: mark.label, title: heading(text), lines, clause, items: [] })
      depth = paragraph.level
      continue
    }
    const section = part.sections.at(-1) ?? startSection(part)
    const { figures, ...guess } = guessItem(text)
    const top = section.label === '' ? 0 : depth
    const item = {
      text,
      ...guess,
      level: Math.max(1, paragraph.level - top),
      mark: printMark(mark),
      group: false,
      lines,
      clause,
    }
    section.items.push(item)
    if (figures > 1) twoFigures.push(item)
  }
  for (const part of outline.parts) {
    if (part.sections.length === 0) startSection(part)
    for (const section of part.sections) markGroups(section.items)
  }
  return { outline, twoFigures }
}

function outlineZone(paper: Paper): Zone | undefined {
  const isOutline = (zone: Zone) =>
    zoneTitle(zone).some(({ text }) => /(?:^|[^\p{L}])de cuong(?![\p{L}])/u.test(foldText(text)))
  return paper.zones.find((zone) => zone.kind === 'annex' && isOutline(zone))
}

const heading = (text: string) => text.replace(/[\s:;.]+$/u, '')

function startPart(outline: ProposedOutline, at: Paragraph): ProposedPart {
  const part: ProposedPart = { label: '', title: outline.title, lines: at.lines, clause: at.clause, sections: [] }
  outline.parts.push(part)
  return part
}

function startSection(part: ProposedPart): ProposedSection {
  const section: ProposedSection = { label: '', title: part.title, lines: part.lines, clause: part.clause, items: [] }
  part.sections.push(section)
  return section
}

function markGroups(items: ProposedItem[]): void {
  items.forEach((item, index) => {
    item.group = (items[index + 1]?.level ?? 0) > item.level
  })
}
