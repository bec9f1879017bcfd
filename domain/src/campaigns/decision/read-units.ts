import { foldText } from '../../units/fold.ts'
import { matchUnitName } from '../../units/match.ts'
import { typeWords, type Unit, type UnitType } from '../../units/unit.ts'
import { type Paper, type Paragraph, zoneTitle } from './paper.ts'
import type { ProposedUnit } from './proposal.ts'
import { splitNames } from './split-names.ts'

/** How names of each type begin (folded); what follows must be a name, not a comma or another type. */
const typeStarts: readonly [RegExp, UnitType][] = [
  [/^(?:(?:ubnd|uy ban nhan dan) )?(?:phuong |p\. ?)(?=\p{L}|\d)/u, 'ward'],
  [/^(?:(?:ubnd|uy ban nhan dan) )?(?:xa |x\. ?)(?=\p{L}|\d)/u, 'commune'],
  [/^(?:(?:ubnd|uy ban nhan dan) )?(?:dac khu |dk )(?=\p{L}|\d)/u, 'special-zone'],
  [/^(?:so |ban (?:quan ly|dan toc|ton giao)|bql |thanh tra |van phong |chi cuc |cuc )(?=\p{L})/u, 'department'],
]
/** Words that make such a line speak of many units or of something else than a unit. */
const generic =
  /^(?:so|ban|nganh)[,\s]+(?:ban|nganh|va)(?![\p{L}])|^(?:phuong|xa|dac khu)\s*[,:]|^(?:phuong|xa) (?:va|hoac) (?:xa|phuong|dac khu)/u
const listTitle = /danh sach|don vi (?:duoc )?kiem tra|lich kiem tra|danh muc (?:co quan|don vi)/u
const targetHeading =
  /doi tuong (?:duoc )?kiem tra|(?:co quan|don vi|dia phuong)[\p{L}, ]* duoc (?:chon )?kiem tra|don vi (?:duoc )?kiem tra|danh sach/u
/** A longer text that begins like a unit is a sentence about it. */
const LONGEST_NAME = 120
const shortName = /^\p{Lu}[^:]{1,60}$/u
/** Words (folded) that a list may begin with instead of a name. */
const noName = /^(?:theo|danh sach|phu luc|cac|toan bo|tat ca|mot so|tu|ngay|thang|quy|co)(?![\p{L}])/u
const teamHeading = /thanh phan|(?:truong|pho|thanh vien|thu ky)[\p{L} ]* (?:doan|to)(?!\p{L})|thanh vien/u
const tableHead = /^(?:stt|tt|so tt|s\.?t\.?t\.?)$/u

const typesInHeading: readonly [RegExp, UnitType][] = [
  [/(?:^|[^\p{L}])phuong(?![\p{L}])/u, 'ward'],
  [/(?:^|[^\p{L}])xa(?![\p{L}])/u, 'commune'],
  [/dac khu/u, 'special-zone'],
  [/(?:^|[^\p{L}])so(?![\p{L}])|co quan chuyen mon|ban, nganh/u, 'department'],
]

/**
 * Reads the list of units to be inspected: from the annex whose title calls it a list, or, when there is none, from
 * the clause on whom the plan inspects. Takes one name a line, names in a row after a heading, and rows of a table.
 * Each name is matched with the catalogue; a name without its type word takes the type of its heading.
 */
export function readUnits(paper: Paper, catalogue: readonly Unit[]): ProposedUnit[] {
  for (const paragraphs of unitParagraphs(paper)) {
    const units = paragraphs.flatMap((paragraph, index) =>
      unitsOf(paragraph, headingType(paragraphs, index), catalogue),
    )
    if (units.length > 0) return units
  }
  return []
}

/** Where a list of units may stand, most likely first: annexes called lists, the clause on whom to inspect, other annexes. */
function* unitParagraphs(paper: Paper): Generator<Paragraph[]> {
  const annexes = paper.zones
    .filter(({ kind }) => kind === 'annex')
    .map((zone) => ({
      zone,
      title: foldText(
        zoneTitle(zone)
          .map(({ text }) => text)
          .join(' '),
      ),
    }))
    .filter(({ title }) => !title.includes('de cuong'))
  for (const { zone, title } of annexes) if (listTitle.test(title)) yield zone.paragraphs
  yield paper.paragraphs.filter((paragraph) => paragraph.zone.kind !== 'annex' && isAboutTargets(paragraph))
  for (const { zone, title } of annexes) if (!listTitle.test(title)) yield zone.paragraphs
}

/** Whether the nearest heading that speaks of either speaks of whom to inspect, and not of who inspects. */
function isAboutTargets({ headings, text }: Paragraph): boolean {
  for (const heading of [text, ...[...headings].reverse()]) {
    const folded = foldText(heading.slice(0, 120))
    if (teamHeading.test(folded)) return false
    if (targetHeading.test(folded)) return true
  }
  return false
}

/** The one type the nearest heading above a paragraph names, or null when it names several or none. */
function headingType(paragraphs: readonly Paragraph[], index: number): UnitType | null {
  for (const heading of [...paragraphs[index]!.headings].reverse()) {
    const type = onlyType(heading)
    if (type !== null) return type
  }
  for (let at = index - 1; at >= 0 && paragraphs[index]!.level === 0 && at >= index - 1; at--) {
    if (paragraphs[at]!.level === 0 && paragraphs[at]!.mark === null) return onlyType(paragraphs[at]!.text)
  }
  return null
}

function onlyType(heading: string): UnitType | null {
  const folded = foldText(heading)
  const types = typesInHeading.filter(([pattern]) => pattern.test(folded)).map(([, type]) => type)
  return types.length === 1 ? types[0]! : null
}

export function typeOfName(text: string): UnitType | null {
  const folded = foldText(text)
  if (generic.test(folded)) return null
  return typeStarts.find(([pattern]) => pattern.test(folded))?.[1] ?? null
}

type Named = { text: string; type: UnitType | null }

function unitsOf(paragraph: Paragraph, expected: UnitType | null, catalogue: readonly Unit[]): ProposedUnit[] {
  const { lines, clause } = paragraph
  return namesIn(paragraph, expected, catalogue).map((named) => {
    const text = named.text.replace(/[\s.;,:]+$/u, '')
    const type = typeOfName(text) ?? named.type
    const name = text.replace(/\s*[(:].*$/su, '')
    const untyped = typeOfName(text) === null && type !== null && type !== 'department'
    const match = matchUnitName(untyped ? `${typeWords[type]} ${name}` : name, catalogue)
    const found = catalogue.find((unit) => unit.code === match.code)
    return { line: lines[0], text, type: type ?? found?.type ?? null, ...match, lines, clause }
  })
}

/** The unit names of one paragraph or table row, as written, with the type that their heading gives them. */
function namesIn(paragraph: Paragraph, expected: UnitType | null, catalogue: readonly Unit[]): Named[] {
  const typed = (text: string): Named => ({ text, type: expected })
  if (paragraph.cells.length > 1) return namesInRow(paragraph, expected).map(typed)
  const { text, mark, capitals } = paragraph
  const [, head = '', tail = ''] = /^(.*?)(?:\s*\(\d+[^()]*\))?\s*:\s*(.+)$/su.exec(text) ?? []
  const isHeading = typeOfName(head) === null || matchUnitName(head, catalogue).verdict === 'unknown'
  if (tail !== '' && isHeading && (onlyType(head) !== null || targetHeading.test(foldText(head)))) {
    return namesInList(tail, onlyType(head), catalogue)
  }
  if (text.endsWith(':') || capitals) return []
  if (typeOfName(text) !== null) {
    const names = splitNames(text, catalogue)
    if (names.every((name) => typeOfName(name) !== null && name.length <= LONGEST_NAME)) return names.map(typed)
    return text.length <= LONGEST_NAME ? [typed(text)] : []
  }
  const mayBeName = mark !== null && expected !== null && !generic.test(foldText(text)) && shortName.test(text)
  return mayBeName && matchUnitName(text, catalogue).verdict !== 'unknown' ? [typed(text)] : []
}

/** Names in a row after a heading of one type ("UBND các phường: Cửa Lò và Thái Hòa") need not repeat the type. */
function namesInList(list: string, type: UnitType | null, catalogue: readonly Unit[]): Named[] {
  // Only departments have "và" in their names.
  const pieces = type === null || type === 'department' ? list : list.replace(/\s+và\s+/giu, ', ')
  return splitNames(pieces, catalogue)
    .map((name) => name.replace(/^\(?\d{1,3}[.)]\s*/u, ''))
    .filter(
      (name) => typeOfName(name) !== null || (type !== null && shortName.test(name) && !noName.test(foldText(name))),
    )
    .map((text) => ({ text, type }))
}

function namesInRow({ cells, mark }: Paragraph, expected: UnitType | null): string[] {
  if (cells.some((cell) => tableHead.test(foldText(cell)))) return []
  const named = cells.filter((cell) => typeOfName(cell) !== null && cell.length <= 80)
  if (named.length > 0) return named
  const numbered = mark !== null || /^\(?\d{1,3}[.)]?$/u.test(cells[0] ?? '')
  const name = cells.find((cell) => /^\p{Lu}/u.test(cell))
  return numbered && expected !== null && name ? [name] : []
}
