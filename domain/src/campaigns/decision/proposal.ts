import { z } from 'zod'
import { MatchCandidate, MatchVerdict } from '../../units/match.ts'
import { UnitType } from '../../units/unit.ts'

/** Where a value was read: first and last line (from 1, as `splitPaper` cuts the text) and the clause, e.g. "IV.3" or "PL I, II.2". */
export const Source = z.object({ lines: z.tuple([z.number().int(), z.number().int()]), clause: z.string() })
export type Source = z.infer<typeof Source>

const sourced = <T extends z.ZodType>(value: T) => Source.extend({ value })
export type Sourced<T> = Source & { value: T }

const ProposedDate = z.iso.date()

/** `text` "2251/QĐ-UBND", `ordinal` "2251" (both null in a draft without number yet), `symbol` "QĐ-UBND". */
export const ProposedNumber = z.object({
  text: z.string().nullable(),
  ordinal: z.string().nullable(),
  symbol: z.string(),
})

/** `post` is the signer's own post ("Phó Chủ tịch"); `authority` the capacity it is signed in ("KT. Chủ tịch"), if any. */
export const ProposedSigner = z.object({
  name: z.string(),
  post: z.string().nullable(),
  authority: z.string().nullable(),
})

export const proposedRoles = ['leader', 'standing-deputy', 'deputy', 'member', 'secretary'] as const
export const ProposedSeat = z.object({
  role: z.enum(proposedRoles),
  post: z.string(),
  agencies: z.array(z.object({ text: z.string(), code: z.string().nullable() })),
})
export type ProposedSeat = z.infer<typeof ProposedSeat>

/** `key` is one of the six fields of administrative reform, null for a field outside them. */
export const ProposedField = z.object({ key: z.string().nullable(), name: z.string() })
export type ProposedField = z.infer<typeof ProposedField>

export const ProposedUnit = Source.extend({
  line: z.number().int(),
  /** As written, without its list number. */
  text: z.string(),
  type: UnitType.nullable(),
  verdict: MatchVerdict,
  code: z.string().nullable(),
  candidates: z.array(MatchCandidate),
})
export type ProposedUnit = z.infer<typeof ProposedUnit>

export const itemKinds = ['text', 'number', 'percent', 'money', 'date', 'choice', 'table'] as const
export const ProposedItem = Source.extend({
  /** The official wording whole, without its list mark. */
  text: z.string(),
  /** The wording without the place to fill in ("Tổng số nhiệm vụ trong kế hoạch"). */
  label: z.string(),
  kind: z.enum(itemKinds),
  unit: z.string().nullable(),
  /** 1 for what stands directly under the section. */
  level: z.number().int().min(1),
  /** Its list mark: "a)", "-", "+", or empty. */
  mark: z.string(),
  /** Other items stand under it; a `text` item with others under it only heads them. */
  group: z.boolean(),
})
export type ProposedItem = z.infer<typeof ProposedItem>

/** A section without items is itself the question (e.g. "Những tồn tại, hạn chế"). */
export const ProposedSection = Source.extend({ label: z.string(), title: z.string(), items: z.array(ProposedItem) })
export type ProposedSection = z.infer<typeof ProposedSection>
export const ProposedPart = Source.extend({ label: z.string(), title: z.string(), sections: z.array(ProposedSection) })
export type ProposedPart = z.infer<typeof ProposedPart>
export const ProposedOutline = Source.extend({
  title: z.string(),
  parts: z.array(ProposedPart),
  /** Remarks for the whole outline, such as from which day its figures count. */
  notes: z.array(sourced(z.string())),
})
export type ProposedOutline = z.infer<typeof ProposedOutline>

/** Something a person must look at; `key` is unique within the proposal, `code` names the kind of doubt, `lines` is null when nothing was found. */
export const ProposedDoubt = z.object({
  key: z.string(),
  code: z.string(),
  sentence: z.string(),
  lines: z.tuple([z.number().int(), z.number().int()]).nullable(),
})
export type ProposedDoubt = z.infer<typeof ProposedDoubt>

/** What was read from a decision or plan; null is "not found", and is then named in `doubts`. Dates are calendar dates. */
export const DecisionProposal = z.object({
  paper: z.enum(['decision', 'plan']),
  title: sourced(z.string()).nullable(),
  number: sourced(ProposedNumber).nullable(),
  issuedOn: sourced(ProposedDate).nullable(),
  issuer: sourced(z.string()).nullable(),
  signer: sourced(ProposedSigner).nullable(),
  legalBases: z.array(sourced(z.string())),
  requestedBy: sourced(z.string()).nullable(),
  recipients: z.array(sourced(z.string())),
  period: sourced(z.object({ from: ProposedDate.nullable(), to: ProposedDate.nullable() })).nullable(),
  dataFrom: sourced(ProposedDate).nullable(),
  leadWorkingDays: sourced(z.number().int().min(0)).nullable(),
  team: z.array(sourced(ProposedSeat)),
  fields: z.array(sourced(ProposedField)),
  units: z.array(ProposedUnit),
  outline: ProposedOutline.nullable(),
  doubts: z.array(ProposedDoubt),
})
export type DecisionProposal = z.infer<typeof DecisionProposal>
