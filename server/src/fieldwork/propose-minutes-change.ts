import { canonicalJson } from '@cchc/domain/canonical-json.ts'
import { requireSoundVerification } from '@cchc/domain/fieldwork/figures.ts'
import type { proposeMinutesChange as contract } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { proposeRefusal } from '@cchc/domain/fieldwork/minutes-rules.ts'
import { missingInMinutes } from '@cchc/domain/fieldwork/rules.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { findChange, minutesStanding, minutesState } from './minutes-state.ts'
import { getMinutesVersionRecord } from './minutes-versions.ts'
import { visitView } from './visit-view.ts'

/** The secretary proposes a new version of closed minutes, with its reason; nothing changes before the chair agrees. */
export const proposeMinutesChange: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { inspectionId } = params
  const { onVersion, reason, content } = body
  await getInspectionForUpdate(context, inspectionId)
  const newest = await getMinutesVersionRecord(context, inspectionId)
  const refusal = proposeRefusal(await minutesStanding(context, inspectionId, newest))
  if (refusal) throw refusal
  if (newest.version !== onVersion) throw new Refusal('minutes-version-old', { newest: newest.version })
  const waiting = await findChange(context, inspectionId)
  if (waiting) throw new Refusal('minutes-change-waits', { who: waiting.view.proposedBy })
  const missing = missingInMinutes(content)
  if (missing.length > 0) throw new Refusal('minutes-incomplete', { missing: missing.join('; ') })
  const { session, attendance, findings, figures } = await visitView(context, inspectionId)
  const { chair, secretary, exchange, unitOpinion } = session
  for (const { findingId, revision } of content.findings) {
    const kept = findings.find((finding) => finding.findingId === findingId)
    if (!kept) throw new Refusal('no-such-finding')
    if (kept.revision !== revision) throw new Refusal('changed-meanwhile', { what: 'Phát hiện' }, { theirs: kept })
  }
  const differs = content.findings.filter(({ findingId, revision: _, ...words }) => {
    const kept = findings.find((finding) => finding.findingId === findingId)!
    return Object.entries(words).some(([name, text]) => kept[name as keyof typeof words] !== text)
  })
  const corrections = content.figures.filter((correction) => {
    const stated = figures.find(({ itemKey }) => itemKey === correction.itemKey)
    if (!stated) throw new Refusal('no-such-item', { key: correction.itemKey })
    requireSoundVerification(stated, correction)
    return stated.verified !== correction.verified || stated.reason !== correction.reason
  })
  const change = { ...content, findings: differs, figures: corrections }
  const asKept = { chair, secretary, exchange, unitOpinion, attendance, findings: [], figures: [] }
  if (canonicalJson(change) === canonicalJson(asKept)) throw new Refusal('minutes-change-empty')
  const { changeId } = await db
    .insertInto('minutesChanges')
    .values({
      inspectionId,
      onVersion,
      reason,
      content: JSON.stringify(change),
      proposedBy: viewer.personId,
      proposedAt: now,
    })
    .returning('changeId')
    .executeTakeFirstOrThrow()
  await record('minutes.propose', changeId, { onVersion, reason }, inspectionId)
  return minutesState(context, inspectionId)
}
