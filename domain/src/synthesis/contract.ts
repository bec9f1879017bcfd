import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { IssueBody } from '../documents/contract.ts'
import { endpoint } from '../endpoint.ts'
import { Coverage } from '../inspections/contract.ts'
import { Paper } from '../papers/paper.ts'
import { PaperFormatQuery, paperMediaTypes } from '../papers/paper-format.ts'
import { ExtensionState } from '../self-reports/extension-contract.ts'
import { CampaignParams, Id, Instant, Revision } from '../shapes.ts'

/** Where one unit's part of a figure comes from. `basis`: the team's verified figure when there is one, else the reported one. */
export const Source = z.object({
  inspectionId: Id,
  unitName: z.string(),
  itemKey: z.string(),
  value: z.number(),
  basis: z.enum(['reported', 'verified']),
  revision: Revision,
})
export type Source = z.infer<typeof Source>

/** A figure that can be followed back. Totals add numbers and money; a rate that the outline computes, or checks against its part and whole, is recomputed from totals, any other percentage is the mean of the units. */
export const TracedFigure = z.object({
  itemKey: z.string(),
  label: z.string(),
  sectionTitle: z.string(),
  fieldKey: z.string(),
  kind: z.enum(['number', 'percent', 'money']),
  unit: z.string().nullable(),
  value: z.number().nullable(),
  method: z.enum(['sum', 'recomputed', 'mean']),
  sources: z.array(Source),
  /** Units whose report was sent but has no value for this item, although they have something to rate. */
  missing: z.array(z.string()),
})
export type TracedFigure = z.infer<typeof TracedFigure>

/** One inspected unit's line in the table by unit, on screen and in the report's annex. */
export const SynthesisUnit = z.object({
  inspectionId: Id,
  block: z.string(),
  unitName: z.string(),
  visitedOn: CalendarDate.nullable(),
  report: z.enum(['on-time', 'late', 'missing', 'not-due']),
  strengths: z.number().int(),
  shortcomings: z.number().int(),
  recommendations: z.number().int(),
  verified: z.number().int(),
  /** "218/TB-SNV"; null while no conclusion has been issued. */
  conclusionCode: z.string().nullable(),
})
export type SynthesisUnit = z.infer<typeof SynthesisUnit>

export const SynthesisView = z.object({
  campaignId: Id,
  asOf: CalendarDate,
  coverage: z.array(Coverage),
  /** Visits made beyond the plan; the unannounced count only once made. */
  beyondPlan: z.object({ unannounced: z.number().int(), thematic: z.number().int() }),
  /** The departments' own inspections: merged into common visits, held separately, allowed as a second one of the year. */
  thematic: z.object({
    registered: z.number().int(),
    waiting: z.number().int(),
    merged: z.number().int(),
    mergedMade: z.number().int(),
    separate: z.number().int(),
    separateMade: z.number().int(),
    findings: z.number().int(),
    exceptions: z.array(
      z.object({
        inspectionId: Id,
        unitName: z.string(),
        agencyName: z.string(),
        title: z.string(),
        allowedBy: z.string(),
        allowedAt: Instant,
        reason: z.string(),
      }),
    ),
    rows: z.array(
      z.object({
        inspectionId: Id,
        unitName: z.string(),
        agencyName: z.string(),
        title: z.string(),
        merged: z.boolean(),
        visitOn: CalendarDate.nullable(),
        findings: z.number().int(),
      }),
    ),
  }),
  units: z.array(SynthesisUnit),
  reports: z.object({
    expected: z.number().int(),
    onTime: z.number().int(),
    late: z.number().int(),
    missing: z.number().int(),
  }),
  /** More time that units asked for their reports and did not take back, each exception by name, and what was corrected after it had been sent. */
  extensions: z.object({
    granted: z.number().int(),
    refused: z.number().int(),
    waiting: z.number().int(),
    corrections: z.number().int(),
    rows: z.array(
      z.object({
        inspectionId: Id,
        unitName: z.string(),
        state: ExtensionState.exclude(['withdrawn']),
        reason: z.string(),
        askedLate: z.boolean(),
        dueOn: CalendarDate,
        grantedTo: CalendarDate.nullable(),
        decidedBy: z.string().nullable(),
        decisionReason: z.string(),
      }),
    ),
  }),
  figures: z.array(TracedFigure),
  /** Findings by unit and field, for the heat table. */
  heat: z.object({
    fields: z.array(z.object({ fieldKey: z.string(), name: z.string() })),
    rows: z.array(
      z.object({
        inspectionId: Id,
        unitName: z.string(),
        counts: z.array(
          z.object({ fieldKey: z.string(), strengths: z.number().int(), shortcomings: z.number().int() }),
        ),
      }),
    ),
  }),
  goodPractices: z.array(z.object({ inspectionId: Id, unitName: z.string(), fieldKey: z.string(), text: z.string() })),
  shortcomings: z.array(
    z.object({ inspectionId: Id, unitName: z.string(), fieldKey: z.string(), text: z.string(), cause: z.string() }),
  ),
  recommendations: z.object({
    total: z.number().int(),
    verified: z.number().int(),
    remedied: z.number().int(),
    open: z.number().int(),
    overdue: z.number().int(),
    extended: z.number().int(),
  }),
  narrative: z.object({
    revision: Revision,
    overview: z.string(),
    assessment: z.string(),
    proposals: z.string(),
    savedBy: z.string().nullable(),
    savedAt: Instant.nullable(),
  }),
  issued: z.object({ documentId: Id, number: z.string(), issuedOn: CalendarDate }).nullable(),
  actions: z.array(z.enum(['edit', 'issue'])),
})
export type SynthesisView = z.infer<typeof SynthesisView>

export const getSynthesis = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/synthesis',
  access: 'synthesis.read',
  summary: 'Totals and rates across units, each with its sources',
  params: CampaignParams,
  reply: SynthesisView,
})
export const saveNarrative = endpoint({
  method: 'PUT',
  path: '/campaigns/:campaignId/synthesis',
  access: 'synthesis.draft',
  summary: 'Keep the words of the synthesis report',
  params: CampaignParams,
  body: z.object({
    revision: Revision,
    overview: z.string().max(20_000),
    assessment: z.string().max(20_000),
    proposals: z.string().max(20_000),
  }),
  reply: SynthesisView,
})
/** The office's own words of the report. */
const NarrativeText = SynthesisView.shape.narrative.pick({ overview: true, assessment: true, proposals: true })
/** Details of the 409 of `saveNarrative`: the words that are kept now, and those that were sent. */
export const NarrativeClash = z.object({ theirs: SynthesisView.shape.narrative, yours: NarrativeText })
export type NarrativeClash = z.infer<typeof NarrativeClash>

export const issueSynthesis = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/synthesis/issue',
  access: 'synthesis.draft',
  summary: 'Issue the synthesis report with its number and date',
  params: CampaignParams,
  body: IssueBody,
  reply: SynthesisView,
})
export const getSynthesisPaper = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/synthesis/paper',
  access: 'synthesis.read',
  summary: 'The synthesis report as it stands, as data',
  params: CampaignParams,
  reply: z.object({ paper: Paper, documentId: Id.nullable() }),
})
export const downloadSynthesisPaper = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/synthesis/paper/file',
  access: 'synthesis.read',
  summary: 'The synthesis report as .docx or .pdf',
  params: CampaignParams,
  query: PaperFormatQuery,
  reply: { bytes: paperMediaTypes.docx },
})
