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
export type AttendanceSaver = Saver<readonly AttendanceRow[], readonly AttendanceRow[]>
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

/** Saves verified figures one by one. `reported` gives the unit's figure: one that differs waits until its reason is written. */
export function figureSaver(
  inspectionId: string,
  owner: string,
  reported: (itemKey: string) => number | null,
): FigureSaver {
  return new Saver({
    send: (itemKey, { verified, reason }, revision) =>
      saving(
        call(verifyFigure, { params: { inspectionId, itemKey }, body: { revision, verified, reason } }),
        VerifiedFigure,
      ),
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
export function findingSaver(inspectionId: string, owner: string): FindingSaver {
  return new Saver<FindingContent | null, StoredFinding>({
    send: async (findingId, content, revision) => {
      if (content === null && revision === 0) return { finding: null, revision }
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
    unsent: unsentPlace(`${owner}.${inspectionId}.finding`),
  })
}

const storedFinding = FindingView.transform((finding): StoredFinding => ({ finding, revision: finding.revision }))

/** What of a finding a person writes. */
export function contentOf(content: FindingContent): FindingContent {
  const { fieldKey, kind, text, cause, responsible, registrationId = null } = content
  return { fieldKey, kind, text, cause, responsible, registrationId }
}

/** Saves who is present; the list has no revision, the last one stands. */
export function attendanceSaver(inspectionId: string, owner: string): AttendanceSaver {
  return new Saver<readonly AttendanceRow[], readonly AttendanceRow[]>({
    send: async (_key, attendance) => {
      const saved = await call(saveAttendance, { params: { inspectionId }, body: { attendance: [...attendance] } })
      return saved.attendance
    },
    blank: [],
    valueOf: (saved) => saved,
    revisionOf: () => 0,
    same: sameJson,
    unsent: unsentPlace(`${owner}.${inspectionId}.attendance`),
  })
}

/** Saves the words of the minutes as one thing with one revision. */
export function minutesSaver(inspectionId: string, owner: string): MinutesSaver {
  return new Saver<MinutesWords, z.infer<typeof SessionRecord>>({
    send: async (_key, words, revision) => {
      const visit = await saving(
        call(saveMinutes, { params: { inspectionId }, body: { revision, ...words } }),
        SessionRecord,
      )
      return visit.session
    },
    blank: { chair: '', secretary: '', exchange: '', unitOpinion: '' },
    valueOf: ({ chair, secretary, exchange, unitOpinion }) => ({ chair, secretary, exchange, unitOpinion }),
    revisionOf: (session) => session.revision,
    same: (a, b) => (Object.keys(a) as (keyof MinutesWords)[]).every((name) => plain(a[name]) === plain(b[name])),
    unsent: unsentPlace(`${owner}.${inspectionId}.minutes`),
  })
}
