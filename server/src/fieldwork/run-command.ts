import type { Deed, StandingRecord } from '@cchc/domain/fieldwork/commands-contract.ts'
import type { AttendanceRow, FindingView, SessionRecord, VerifiedFigure } from '@cchc/domain/fieldwork/contract.ts'
import type { SiteRecordView } from '@cchc/domain/fieldwork/site-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { editFinding } from './edit-finding.ts'
import { keepSiteRecord } from './keep-site-record.ts'
import { findFinding } from './queries.ts'
import { firstContent, recordFinding } from './record-finding.ts'
import { removeFinding } from './remove-finding.ts'
import { removeSiteRecord } from './remove-site-record.ts'
import { saveAttendance } from './save-attendance.ts'
import { saveMinutes } from './save-minutes.ts'
import { startVisit } from './start-visit.ts'
import { verifyFigure } from './verify-figure.ts'

/** What a command left: the record as it stands, and the revision that later commands build on. */
export interface Ran {
  readonly revision: number
  readonly record: StandingRecord
}

/** Does what a command says by the very act that a page calls; refuses as that act does. */
export async function runCommand(
  context: Context,
  inspectionId: string,
  deed: Deed,
  base: number | null,
): Promise<Ran> {
  const given = { query: undefined, file: undefined }
  const params = { inspectionId }
  const revision = base ?? 0
  switch (deed.kind) {
    case 'start-session': {
      const { session } = await startVisit(context, { ...given, params, body: deed.payload })
      return { revision: session.revision, record: { of: 'session', session } }
    }
    case 'save-attendance': {
      const kept = await saveAttendance(context, { ...given, params, body: { ...deed.payload, revision } })
      return { revision: kept.revision, record: { of: 'attendance', ...kept } }
    }
    case 'verify-figure': {
      const itemKey = deed.record.slice('figure:'.length)
      const body = { ...deed.payload, revision }
      const figure = await verifyFigure(context, { ...given, params: { inspectionId, itemKey }, body })
      return { revision: figure.revision, record: { of: 'figure', figure } }
    }
    case 'save-minutes': {
      const { session } = await saveMinutes(context, { ...given, params, body: { ...deed.payload, revision } })
      return { revision: session.revision, record: { of: 'minutes', session } }
    }
    case 'record-finding': {
      const findingId = findingIdOf(deed)
      const finding = await recordFinding(context, { ...given, params, body: { ...deed.payload, findingId } })
      return { revision: finding.revision, record: { of: 'finding', finding } }
    }
    case 'edit-finding': {
      const findingId = findingIdOf(deed)
      if (!(await standsHere(context, inspectionId, findingId)))
        throw new Refusal('changed-meanwhile', { what: 'Phát hiện này' }, { theirs: null })
      const body = { ...deed.payload, revision }
      const finding = await editFinding(context, { ...given, params: { findingId }, body })
      return { revision: finding.revision, record: { of: 'finding', finding } }
    }
    case 'remove-finding': {
      const findingId = findingIdOf(deed)
      if (await standsHere(context, inspectionId, findingId))
        await removeFinding(context, { params: { findingId }, query: { revision }, body: undefined, file: undefined })
      return { revision, record: { of: 'finding', finding: null } }
    }
    case 'keep-site-record': {
      const site = await keepSiteRecord(context, { inspectionId, recordId: siteIdOf(deed), base }, deed.payload)
      return { revision: site?.revision ?? revision, record: { of: 'site', site } }
    }
    case 'remove-site-record': {
      await removeSiteRecord(context, inspectionId, siteIdOf(deed))
      return { revision, record: { of: 'site', site: null } }
    }
  }
}

function findingIdOf({ record }: Deed): string {
  return record.slice('finding:'.length)
}

function siteIdOf({ record }: Deed): string {
  return record.slice('site:'.length).toLowerCase()
}

/** Whether a finding of this visit stands, or was removed; one that never was here is `no-such-finding`. */
async function standsHere(context: Context, inspectionId: string, findingId: string): Promise<boolean> {
  const finding = await findFinding(context, findingId)
  if (finding?.inspectionId === inspectionId) return true
  if (finding || !(await firstContent(context, inspectionId, findingId))) throw new Refusal('no-such-finding')
  return false
}

/** What stands in a command's way, where the act said what it is; null for a refusal that shows nothing. */
export function theirsOf(deed: Deed, refusal: Refusal): StandingRecord | null {
  const details = refusal.details
  if (!details || typeof details !== 'object' || !('theirs' in details)) return null
  const { theirs } = details
  if (deed.record.startsWith('finding:')) return { of: 'finding', finding: theirs as FindingView | null }
  if (deed.record.startsWith('site:')) return { of: 'site', site: theirs as SiteRecordView | null }
  if (deed.kind === 'verify-figure') return { of: 'figure', figure: theirs as VerifiedFigure }
  if (deed.kind === 'save-minutes') return { of: 'minutes', session: theirs as z.infer<typeof SessionRecord> }
  if (deed.kind !== 'save-attendance') return null
  return { of: 'attendance', ...(theirs as { attendance: AttendanceRow[]; revision: number }) }
}
