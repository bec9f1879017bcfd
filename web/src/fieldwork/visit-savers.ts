import type { Deed } from '@cchc/domain/fieldwork/commands-contract.ts'
import {
  type AttendanceRow,
  editFinding,
  FindingView,
  recordFinding,
  removeFinding,
  SessionRecord,
  saveAttendance,
  saveMinutes,
  VerifiedFigure,
  verifyFigure,
} from '@cchc/domain/fieldwork/contract.ts'
import { z } from 'zod'
import { call } from '../platform/api.ts'
import { Refusal } from '../platform/refusal.ts'
import { Clash, Saver } from '../platform/saver.ts'
import { unsentPlace } from '../platform/unsent.ts'
import { type Carry, carried } from './carry.ts'

/** What the team found a figure to be; the reason is asked for where it differs from the report. */
export interface Verification {
  readonly verified: number | null
  readonly reason: string
}

export type FindingContent = Pick<
  FindingView,
  'fieldKey' | 'kind' | 'text' | 'cause' | 'responsible' | 'registrationId'
>
export type MinutesWords = Pick<z.infer<typeof SessionRecord>, 'chair' | 'secretary' | 'exchange' | 'unitOpinion'>
/** A finding as the server holds it; null once it is removed. */
export interface StoredFinding {
  readonly finding: FindingView | null
  readonly revision: number
}

export type FigureSaver = Saver<Verification, VerifiedFigure>
export type FindingSaver = Saver<FindingContent | null, StoredFinding>
/** The list as the server holds it. */
export interface StoredAttendance {
  readonly attendance: readonly AttendanceRow[]
  readonly revision: number
}
export type AttendanceSaver = Saver<readonly AttendanceRow[], StoredAttendance>
export type MinutesSaver = Saver<MinutesWords, z.infer<typeof SessionRecord>>

const sameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const plain = (text: string) => text.normalize('NFC').trim()

/** Runs a save; a "changed meanwhile" becomes a clash with what the server's details hold. */
async function saving<T, S>(save: Promise<T>, shape: z.ZodType<S>): Promise<T> {
  try {
    return await save
  } catch (error) {
    const details =
      error instanceof Refusal && error.code === 'changed-meanwhile'
        ? z.object({ theirs: shape }).safeParse(error.details)
        : undefined
    throw details?.success ? new Clash(details.data.theirs) : error
  }
}

/** What every saver of a visit is given besides. */
export interface Saving {
  readonly inspectionId: string
  readonly owner: string
  readonly carry: Carry
  /** Told the record of which a person has let the other's version stand. */
  readonly keptTheirs: (record: string) => void
}

/** Saves verified figures one by one. `reported` gives the unit's figure: one that differs waits until its reason is written. */
export function figureSaver(
  { inspectionId, owner, carry, keptTheirs }: Saving,
  reported: (itemKey: string) => number | null,
): FigureSaver {
  const record = (itemKey: string) => `figure:${itemKey}`
  return new Saver<Verification, VerifiedFigure>({
    send: async (itemKey, { verified, reason }, revision) =>
      (await carried(
        carry,
        { kind: 'verify-figure', record: record(itemKey), payload: { verified, reason } },
        revision,
        (standing) => (standing.of === 'figure' ? standing.figure : null),
      )) ??
      saving(
        call(verifyFigure, { params: { inspectionId, itemKey }, body: { revision, verified, reason } }),
        VerifiedFigure,
      ),
    keptTheirs: (itemKey) => keptTheirs(record(itemKey)),
    blank: { verified: null, reason: '' },
    valueOf: ({ verified, reason }) => ({ verified, reason }),
    revisionOf: (figure) => figure.revision,
    same: (a, b) => a.verified === b.verified && plain(a.reason) === plain(b.reason),
    isComplete: (itemKey, { verified, reason }) => {
      const figure = reported(itemKey)
      return verified === null || figure === null || verified === figure || reason.trim() !== ''
    },
    unsent: unsentPlace(`${owner}.${inspectionId}.figure`),
  })
}

/** Saves findings under ids made on this device: recorded once, then edited; null removes. */
export function findingSaver({ inspectionId, owner, carry, keptTheirs }: Saving): FindingSaver {
  const recordOf = (findingId: string) => `finding:${findingId}`
  return new Saver<FindingContent | null, StoredFinding>({
    send: async (findingId, content, revision) => {
      if (content === null && revision === 0) return { finding: null, revision }
      const record = recordOf(findingId)
      const kind = revision === 0 ? 'record-finding' : 'edit-finding'
      const deed: Deed =
        content === null ? { kind: 'remove-finding', record, payload: {} } : { kind, record, payload: content }
      const here = await carried(carry, deed, revision === 0 ? null : revision, (standing) =>
        standing.of === 'finding' && (standing.finding || content === null)
          ? { finding: standing.finding, revision: standing.finding?.revision ?? revision + 1 }
          : null,
      )
      if (here) return here
      if (content === null) {
        await saving(call(removeFinding, { params: { findingId }, query: { revision } }), storedFinding)
        return { finding: null, revision: revision + 1 }
      }
      const finding =
        revision === 0
          ? await call(recordFinding, { params: { inspectionId }, body: { findingId, ...content } })
          : await saving(call(editFinding, { params: { findingId }, body: { revision, ...content } }), storedFinding)
      return { finding, revision: finding.revision }
    },
    blank: null,
    valueOf: ({ finding }) => finding && contentOf(finding),
    revisionOf: (stored) => stored.revision,
    same: sameJson,
    keptTheirs: (findingId) => keptTheirs(recordOf(findingId)),
    unsent: unsentPlace(`${owner}.${inspectionId}.finding`),
  })
}

const storedFinding = FindingView.transform((finding): StoredFinding => ({ finding, revision: finding.revision }))

/** What of a finding a person writes. */
export function contentOf(content: FindingContent): FindingContent {
  const { fieldKey, kind, text, cause, responsible, registrationId = null } = content
  return { fieldKey, kind, text, cause, responsible, registrationId }
}

/** Saves who is present, as one list. */
export function attendanceSaver({ inspectionId, owner, carry, keptTheirs }: Saving): AttendanceSaver {
  return new Saver<readonly AttendanceRow[], StoredAttendance>({
    send: async (_key, rows, revision) => {
      const attendance = [...rows]
      const deed: Deed = { kind: 'save-attendance', record: 'attendance', payload: { attendance } }
      const here = await carried(carry, deed, revision, (standing) => (standing.of === 'attendance' ? standing : null))
      if (here) return here
      const saved = await call(saveAttendance, { params: { inspectionId }, body: { attendance } })
      return { attendance: saved.attendance, revision: revision + 1 }
    },
    blank: [],
    valueOf: (saved) => saved.attendance,
    revisionOf: (saved) => saved.revision,
    same: sameJson,
    keptTheirs: () => keptTheirs('attendance'),
    unsent: unsentPlace(`${owner}.${inspectionId}.attendance`),
  })
}

/** Saves the words of the minutes as one thing with one revision. */
export function minutesSaver({ inspectionId, owner, carry, keptTheirs }: Saving): MinutesSaver {
  return new Saver<MinutesWords, z.infer<typeof SessionRecord>>({
    send: async (_key, words, revision) => {
      const deed: Deed = { kind: 'save-minutes', record: 'minutes', payload: words }
      const here = await carried(carry, deed, revision, (standing) =>
        standing.of === 'minutes' ? standing.session : null,
      )
      if (here) return here
      const visit = await saving(
        call(saveMinutes, { params: { inspectionId }, body: { revision, ...words } }),
        SessionRecord,
      )
      return visit.session
    },
    blank: { chair: '', secretary: '', exchange: '', unitOpinion: '' },
    valueOf: wordsOf,
    revisionOf: (session) => session.revision,
    same: (a, b) => (Object.keys(a) as (keyof MinutesWords)[]).every((name) => plain(a[name]) === plain(b[name])),
    keptTheirs: () => keptTheirs('minutes'),
    unsent: unsentPlace(`${owner}.${inspectionId}.minutes`),
  })
}

/** What of the minutes a person writes. */
export function wordsOf({ chair, secretary, exchange, unitOpinion }: MinutesWords): MinutesWords {
  return { chair, secretary, exchange, unitOpinion }
}
