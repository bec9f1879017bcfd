import { defaultFields } from '../../outlines/fields.ts'
import { foldText } from '../../units/fold.ts'
import type { Paper } from './paper.ts'
import type { ProposedField, ProposedOutline, Sourced } from './proposal.ts'

/** Words (folded) that name each field in any year's wording. */
const fieldWords: readonly (readonly [key: string, words: RegExp])[] = [
  ['institutions', /the che/u],
  ['admin-procedures', /thu tuc hanh chinh|tthc/u],
  ['apparatus', /bo may/u],
  ['civil-service', /cong vu|cong chuc/u],
  ['public-finance', /tai chinh cong/u],
  ['digital-government', /chinh (?:quyen|phu) (?:dien tu|so)|chuyen doi so|hien dai hoa/u],
]
/** The fields that such a paper lists (six by Nghị quyết 76/NQ-CP and QĐ 2251/QĐ-UBND, mục II.1). */
export const expectedFields = defaultFields.filter(({ inDecision }) => inDecision)
const FEWEST_IN_A_LIST = 3

const keyOf = (text: string): string | null => fieldWords.find(([, words]) => words.test(foldText(text)))?.[0] ?? null

/** Reads the fields inspected: a sentence that lists them, lines of a list, or else the sections of the outline. */
export function readFields(paper: Paper, outline: ProposedOutline | null): Sourced<ProposedField>[] {
  const body = paper.paragraphs.filter(({ zone }) => zone.kind !== 'annex')
  let best: Sourced<ProposedField>[] = []
  const offer = (fields: Sourced<ProposedField>[]) => {
    const known = new Set(fields.flatMap(({ value }) => value.key ?? []))
    if (known.size >= FEWEST_IN_A_LIST && known.size > best.length) best = fields
  }
  for (const { text, lines, clause } of body) {
    const list = /(?:lĩnh vực|nội dung)[^:;]*:\s*(.+)$/isu.exec(text)?.[1]
    if (list)
      offer(
        fieldsOf(
          list.split(/\s*;\s*/u).length >= FEWEST_IN_A_LIST ? list.split(/\s*;\s*/u) : list.split(/\s*,\s*/u),
        ).map((value) => ({ value, lines, clause })),
      )
  }
  const groups = new Map<string, typeof body>()
  for (const paragraph of body.filter(({ headings }) => headings.length > 0)) {
    const place = `${paragraph.headings.join('|')}#${paragraph.path.length}`
    groups.set(place, [...(groups.get(place) ?? []), paragraph])
  }
  for (const group of groups.values()) {
    const short = group.filter(({ text }) => text.length <= 150 && keyOf(text) !== null)
    offer(
      distinct(
        short.map(({ text, lines, clause }) => ({ value: { key: keyOf(text), name: tidy(text) }, lines, clause })),
      ),
    )
  }
  for (const part of outline?.parts ?? []) {
    if (best.length >= FEWEST_IN_A_LIST) break
    const sections = part.sections.filter(({ title }) => keyOf(title) !== null)
    offer(
      distinct(
        sections.map(({ title, lines, clause }) => ({ value: { key: keyOf(title), name: title }, lines, clause })),
      ),
    )
  }
  return best
}

const tidy = (text: string) =>
  text
    .replace(/^(?:[-+]|\(?\d{1,2}[.)])\s*/u, '')
    .replace(/^(?:và|về)\s+/iu, '')
    .replace(/[\s.;,:]+$/u, '')

/** Pieces of a list as fields; a piece that repeats the field before it ("…, chính quyền số") belongs to that one's name. */
function fieldsOf(pieces: readonly string[]): ProposedField[] {
  const fields: ProposedField[] = []
  for (const piece of pieces.map(tidy).filter((text) => text !== '')) {
    const key = keyOf(piece)
    const last = fields.at(-1)
    if (last && key !== null && last.key === key) last.name += `, ${piece}`
    else if (key !== null || piece.length <= 80) fields.push({ key, name: piece })
  }
  return fields
}

function distinct(fields: Sourced<ProposedField>[]): Sourced<ProposedField>[] {
  return fields.filter((field, index) => fields.findIndex(({ value }) => value.key === field.value.key) === index)
}
