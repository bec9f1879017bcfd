import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, InspectionParams, Instant, Revision } from '../shapes.ts'
import {
  AttendanceBody,
  AttendanceRow,
  FigureBody,
  FindingBody,
  FindingView,
  MinutesWords,
  SessionRecord,
  StartBody,
  VerifiedFigure,
} from './contract.ts'
import { Sha256, SiteContent, SiteRecordView } from './site-contract.ts'

/**
 * Field commands: what was done at a visit, written down on the device with an id that is final, and sent when there is a
 * line. A command is about one record of the visit; commands about one record keep their order, those about others never wait.
 */
export const commandKinds = [
  'start-session',
  'save-attendance',
  'verify-figure',
  'record-finding',
  'edit-finding',
  'remove-finding',
  'save-minutes',
  'keep-site-record',
  'remove-site-record',
] as const
export type CommandKind = (typeof commandKinds)[number]

/** An id as the database writes it, so that it is known again however a device wrote it. */
const CommandId = Id.transform((id) => id.toLowerCase())
/** `session`, `attendance`, `minutes`, `figure:<itemKey>`, `finding:<findingId>` or `site:<recordId>`. */
export const RecordKey = z.string().max(120)

/** A command as it travels; what `kind` and `payload` say is read one by one, so that one bad command harms no other. */
export const SentCommand = z.object({
  /** Made on the device, never changed: the same id is the same command, whoever sends it and however often. */
  commandId: CommandId,
  /** 1, 2, 3… per device. */
  order: z.number().int().min(1),
  /** The device's own clock: said to be the device's, and trusted for no deadline. */
  madeAt: Instant,
  kind: z.string().max(40),
  record: RecordKey,
  /** The revision of the record that the writer saw; null where there was none, or where `after` says it. */
  base: Revision.nullable(),
  /** The command that this one builds on: its outcome's revision is the base. It waits until that one is done. */
  after: CommandId.nullable(),
  /** Files that must be on the server before it, by their SHA-256. */
  needs: z.array(Sha256).max(50),
  payload: z.unknown(),
})
export type SentCommand = z.infer<typeof SentCommand>

const findingRecord = z.string().regex(/^finding:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
const siteRecord = z.string().regex(/^site:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
const Nothing = z.object({})

/** What each kind is about and what it carries. */
export const Deed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start-session'), record: z.literal('session'), payload: StartBody }),
  z.object({ kind: z.literal('save-attendance'), record: z.literal('attendance'), payload: AttendanceBody }),
  z.object({ kind: z.literal('verify-figure'), record: z.string().regex(/^figure:.{1,100}$/), payload: FigureBody }),
  z.object({ kind: z.literal('record-finding'), record: findingRecord, payload: FindingBody }),
  z.object({ kind: z.literal('edit-finding'), record: findingRecord, payload: FindingBody }),
  z.object({ kind: z.literal('remove-finding'), record: findingRecord, payload: Nothing }),
  z.object({ kind: z.literal('save-minutes'), record: z.literal('minutes'), payload: MinutesWords }),
  z.object({ kind: z.literal('keep-site-record'), record: siteRecord, payload: SiteContent }),
  /** Final, and in whatever order it comes: what was first kept on a device that is late is not there afterwards. */
  z.object({ kind: z.literal('remove-site-record'), record: siteRecord, payload: Nothing }),
])
export type Deed = z.infer<typeof Deed>

/** A record as it stands on the server; a finding or a record of the site that was removed is null. */
export const StandingRecord = z.discriminatedUnion('of', [
  z.object({ of: z.literal('session'), session: SessionRecord }),
  z.object({ of: z.literal('attendance'), attendance: z.array(AttendanceRow), revision: Revision }),
  z.object({ of: z.literal('figure'), figure: VerifiedFigure }),
  z.object({ of: z.literal('finding'), finding: FindingView.nullable() }),
  z.object({ of: z.literal('minutes'), session: SessionRecord }),
  z.object({ of: z.literal('site'), site: SiteRecordView.nullable() }),
])
export type StandingRecord = z.infer<typeof StandingRecord>

/** The revision at which a record stands; null for a finding, or what was recorded on site, that is gone. */
export function revisionOf(standing: StandingRecord): number | null {
  if (standing.of === 'attendance') return standing.revision
  if (standing.of === 'figure') return standing.figure.revision
  if (standing.of === 'finding') return standing.finding?.revision ?? null
  if (standing.of === 'site') return standing.site?.revision ?? null
  return standing.session.revision
}

export const CommandOutcome = z.discriminatedUnion('outcome', [
  /** Its effect is there, once. `revision` is the one that later commands about the record build on. */
  z.object({ outcome: z.literal('done'), commandId: Id, revision: Revision, record: StandingRecord }),
  /** Somebody else has written the record meanwhile: a person decides. */
  z.object({ outcome: z.literal('clash'), commandId: Id, theirs: StandingRecord, sentence: z.string() }),
  z.object({ outcome: z.literal('refused'), commandId: Id, code: z.string(), sentence: z.string() }),
  /** Not tried and not remembered: send it again later. */
  z.object({ outcome: z.literal('waiting'), commandId: Id, sentence: z.string() }),
])
export type CommandOutcome = z.infer<typeof CommandOutcome>

export const mostCommandsAtOnce = 200

export const sendCommands = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/visit/commands',
  access: 'fieldwork.record',
  summary:
    'What a device did at a visit, in its order; sent again it is answered as the first time and changes nothing',
  params: InspectionParams,
  body: z.object({ deviceId: Id, commands: z.array(SentCommand).min(1).max(mostCommandsAtOnce) }),
  /** One for each command, in the same order. */
  reply: z.object({ outcomes: z.array(CommandOutcome) }),
})
