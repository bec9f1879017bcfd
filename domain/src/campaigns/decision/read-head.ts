import { foldText } from '../../units/fold.ts'
import { findFullDate } from './find-dates.ts'
import type { Paper, Paragraph } from './paper.ts'
import { isCapitals } from './paper-lines.ts'
import type { DecisionProposal, Sourced } from './proposal.ts'
import { sentenceCase } from './sentence-case.ts'

export type HeadReading = Pick<DecisionProposal, 'paper' | 'title' | 'number' | 'issuedOn' | 'issuer'> & {
  /** Province or city of the issuer, as written, without "tỉnh" or "thành phố"; null when the issuer names none. */
  province: string | null
  /** Number and day as the line "(Kèm theo Quyết định số … ngày …)" repeats them; null without such a line. */
  attached: Sourced<{ number: string; issuedOn: string | null }> | null
}

const numberLine =
  /(?:^|[\s(])S[ốôỐÔóoO]\s*[:.]?\s*(\d{1,5}[a-zA-Z]?)?[\s.…_]*\/\s*((?:\d{4}\s*\/\s*)?[\p{Lu}\d][\p{Lu}\d.&]*(?:\s*[-–]\s*[\p{Lu}\d.&]+)*)/u
const attachedLine =
  /kèm theo\s+(?:quyết định|kế hoạch|công văn|văn bản)\s+số\s*:?\s*(\d{1,5}[a-z]?)\s*\/\s*([\p{Lu}\d][\p{Lu}\d.&-]*)(.*)/iu
const placeDate = /^(.*?),?\s*ngay\s*\d{1,2}\s*thang\s*\d{1,2}\s*nam\s*\d{4}/u
const nationalLine = /cong hoa xa hoi|doc lap ?-? ?tu do/u
const paperTitle = /^(?:quyet dinh|ke hoach)$/u
const authority = /^(?:chu tich|uy ban nhan dan|ubnd|giam doc|bo truong|hoi dong nhan dan|so |bo )/u
const LONGEST_LETTERHEAD = 12
const provinceOf = /(?:tỉnh|thành phố|TP\.?)\s+((?:\p{Lu}[\p{L}-]*\s*)+)$/u

/** Paragraphs before the first article, chapter or "QUYẾT ĐỊNH:": letterhead, title, issuer, bases. */
export function headOf(paper: Paper): Paragraph[] {
  const main = paper.zones[0]!.paragraphs
  const end = main.findIndex(
    ({ mark, text }) => (mark && ['article', 'roman', 'part'].includes(mark.kind)) || /^quyết định\s*:/iu.test(text),
  )
  return end < 0 ? main.slice(0, 40) : main.slice(0, end)
}

/** Reads number, symbol, day, title and issuer from the head of a decision or plan (form: Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export function readHead(paper: Paper): HeadReading {
  const head = headOf(paper)
  // A number or day left open by a wide gap stands on two cells: then the whole line is looked at too.
  const cells = head.flatMap(({ cells, text, lines }) =>
    [...new Set([...cells, text])].map((cell) => ({ text: cell, lines })),
  )
  const source = (lines: [number, number]) => ({ lines, clause: 'Phần đầu' })

  let number: HeadReading['number'] = null
  let issuedOn: HeadReading['issuedOn'] = null
  for (const { text, lines } of cells) {
    const named = /^\s*(?:căn cứ|theo|thực hiện|\(|xét)/iu.test(text) ? null : numberLine.exec(text)
    if (!number && named) number = { value: writtenNumber(named[1], named[2]!), ...source(lines) }
    const dated = placeDate.exec(foldText(text))
    const day = dated && dated[1]!.length <= 60 ? findFullDate(dated[0].slice(dated[1]!.length)) : null
    if (!issuedOn && day && !/^\s*(?:căn cứ|theo|thực hiện|\(|xét)/iu.test(text))
      issuedOn = { value: day, ...source(lines) }
  }

  const titleAt = head.findIndex((paragraph) =>
    paragraph.cells.some((cell) => isCapitals(cell) && paperTitle.test(foldText(cell))),
  )
  const title =
    titleAt < 0 ? undefined : head.slice(titleAt + 1).find(({ text }) => !isCapitals(text) && !/^\(/u.test(text))
  const issuer = issuerOf(head, titleAt)
  const symbol = number?.value.symbol ?? ''
  const isPlan =
    /^(?:\d{4}\/)?KH/u.test(symbol) ||
    (!/QĐ/u.test(symbol) && titleAt >= 0 && /ke hoach/u.test(foldText(head[titleAt]!.text)))
  return {
    paper: isPlan ? 'plan' : 'decision',
    title:
      title && !/^căn cứ/iu.test(title.text)
        ? { value: title.text.replace(/\s*\(\s*kèm theo.*$/iu, ''), ...source(title.lines) }
        : null,
    number,
    issuedOn,
    issuer: issuer && { value: issuer.value, ...source(issuer.lines) },
    province: issuer ? (provinceOf.exec(issuer.place)?.[1]?.trim() ?? null) : null,
    attached: attachedOf(paper),
  }
}

function writtenNumber(ordinal: string | undefined, symbol: string) {
  const tidy = symbol
    .replace(/\s+/gu, '')
    .replace(/–/gu, '-')
    .replace(/[.-]+$/u, '')
  return { text: ordinal ? `${ordinal}/${tidy}` : null, ordinal: ordinal ?? null, symbol: tidy }
}

type Issuer = { value: string; place: string; lines: [number, number] }

/** A decision names its issuer in capitals under its title; a plan in its letterhead, an office under its committee. */
function issuerOf(head: readonly Paragraph[], titleAt: number): Issuer | null {
  const below = titleAt < 0 ? [] : head.slice(titleAt + 1)
  const under = below.find(({ text, capitals }) => capitals && authority.test(foldText(text)))
  if (under) return { value: sentenceCase(under.text), place: sentenceCase(under.text), lines: under.lines }
  const letterhead = head.slice(0, titleAt < 0 ? LONGEST_LETTERHEAD : titleAt).flatMap(({ cells, lines }) => {
    const left = cells.find((cell) => isCapitals(cell) && !nationalLine.test(foldText(cell)) && !numberLine.test(cell))
    return left ? [{ text: left, lines }] : []
  })
  const first = letterhead.findIndex(({ text }) => authority.test(foldText(text)))
  if (first < 0) return null
  const own = letterhead.slice(first)
  const written = own.map(({ text }) => text).join(' ')
  const [, committee, office] = /^((?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)\s.+?)\s+(SỞ\s.+)$/u.exec(written) ?? []
  return {
    value: sentenceCase(office ?? written),
    place: sentenceCase(committee ?? written),
    lines: [own[0]!.lines[0], own.at(-1)!.lines[1]],
  }
}

function attachedOf(paper: Paper): HeadReading['attached'] {
  for (const { text, lines, clause } of paper.paragraphs) {
    const found = attachedLine.exec(text)
    if (!found || found[1] === undefined) continue
    const number = `${found[1]}/${found[2]!.toUpperCase().replace(/[.-]+$/u, '')}`
    return { value: { number, issuedOn: findFullDate(found[3] ?? '') }, lines, clause }
  }
  return null
}
