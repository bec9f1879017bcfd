import { toneKey } from '../../units/fold.ts'
import { matchUnitName } from '../../units/match.ts'
import type { Province, Unit } from '../../units/unit.ts'
import { findDoubts } from './doubts.ts'
import { requireDecision } from './not-a-decision.ts'
import { readPaper } from './paper.ts'
import { LONGEST_LINE, splitPaper } from './paper-lines.ts'
import type { DecisionProposal, ProposedUnit } from './proposal.ts'
import { readBases } from './read-bases.ts'
import { readRecipients, readSigner } from './read-closing.ts'
import { readDataFrom, readLeadDays } from './read-deadlines.ts'
import { readFields } from './read-fields.ts'
import { type HeadReading, readHead } from './read-head.ts'
import { readOutline } from './read-outline.ts'
import { readPeriod } from './read-period.ts'
import { readTeam } from './read-team.ts'
import { readUnits } from './read-units.ts'

/**
 * Reads the text of a decision (QĐ) or plan (KH) of an inspection of administrative reform into a proposal, each value
 * with the lines and the clause it was read from. Works from the form of such papers, for any province and year.
 * `catalogue` may hold one province's units or many; with `provinces`, only units of the issuer's province are taken,
 * otherwise of the province in which most names are found. Nothing is guessed: what is missing is null, what is
 * doubtful is in `doubts`. Throws `NotADecision` for any other text.
 */
export function readDecision(
  text: string,
  catalogue: readonly Unit[],
  provinces: readonly Province[] = [],
): DecisionProposal {
  requireDecision(text)
  const paper = readPaper(text)
  const { attached, province, ...head } = readHead(paper)
  const number = head.number ?? numberOfAttachment(attached)
  const issuedOn = head.issuedOn ?? dayOfAttachment(attached)
  const local = unitsOfProvince(catalogue, provinces, province, () => readUnits(paper, catalogue))
  const { outline, twoFigures } = readOutline(paper)
  const dataFrom = readDataFrom(paper)
  const { leadWorkingDays, calendarDays } = readLeadDays(paper)
  const read = {
    ...head,
    number,
    issuedOn,
    signer: readSigner(paper),
    ...readBases(paper),
    recipients: readRecipients(paper),
    period: readPeriod(paper, yearOf(head.title?.value ?? '') ?? yearOf(issuedOn?.value ?? '')),
    dataFrom: dataFrom[0] ?? null,
    leadWorkingDays: leadWorkingDays[0] ?? null,
    team: readTeam(paper, local),
    fields: readFields(paper, outline),
    units: readUnits(paper, local),
    outline,
  }
  const cutLines = splitPaper(text).flatMap((line, index) => (line.length > LONGEST_LINE ? [index + 1] : []))
  const provinceWithoutCatalogue = local.length === 0 ? province : null
  return {
    ...read,
    doubts: findDoubts(read, {
      attached,
      dataFrom,
      leadWorkingDays,
      calendarDays,
      twoFigures,
      cutLines,
      provinceWithoutCatalogue,
    }),
  }
}

const yearOf = (text: string): number | null => Number(/(?<!\d)(20\d{2})(?!\d)/u.exec(text)?.[1]) || null

/** A plan that came without its decision's page still repeats number and day in "(Kèm theo Quyết định số … ngày …)". */
function numberOfAttachment(attached: HeadReading['attached']): HeadReading['number'] {
  if (!attached) return null
  const [ordinal = '', ...symbol] = attached.value.number.split('/')
  return {
    value: { text: attached.value.number, ordinal, symbol: symbol.join('/') },
    lines: attached.lines,
    clause: attached.clause,
  }
}

function dayOfAttachment(attached: HeadReading['attached']): HeadReading['issuedOn'] {
  return attached?.value.issuedOn
    ? { value: attached.value.issuedOn, lines: attached.lines, clause: attached.clause }
    : null
}

/** One paper lists units of one province only; a name that exists in several must be taken from the right one. */
function unitsOfProvince(
  catalogue: readonly Unit[],
  provinces: readonly Province[],
  name: string | null,
  read: () => ProposedUnit[],
): readonly Unit[] {
  const issuing = name === null ? undefined : provinces.find((province) => toneKey(province.name) === toneKey(name))
  if (issuing) return catalogue.filter((unit) => unit.provinceCode === issuing.code)
  const codes = [...new Set(catalogue.map((unit) => unit.provinceCode))]
  if (codes.length < 2) return catalogue
  const names = read().map(({ text }) => text)
  const rated = codes.map((code) => {
    const units = catalogue.filter((unit) => unit.provinceCode === code)
    return { units, found: names.filter((text) => matchUnitName(text, units).code !== null).length }
  })
  const [best, next] = rated.sort((a, b) => b.found - a.found)
  return best && best.found > (next?.found ?? 0) ? best.units : catalogue
}
