import { correctedFigures } from '@cchc/domain/fieldwork/figures.ts'
import type {
  decideMinutesChange as contract,
  MinutesChange,
  ProposedChange,
} from '@cchc/domain/fieldwork/minutes-contract.ts'
import { minutesPaper } from '@cchc/domain/fieldwork/minutes-paper.ts'
import { decideRefusal } from '@cchc/domain/fieldwork/minutes-rules.ts'
import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { issueDocument } from '../documents/queries.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { minutesInput } from './minutes.ts'
import { findChange, minutesStanding, minutesState } from './minutes-state.ts'
import { freezeMinutes, getMinutesVersionRecord } from './minutes-versions.ts'
import { visitView } from './visit-view.ts'

/**
 * The chair agrees to a proposed change, which writes it into the record and freezes the next version; declines it; or whoever
 * proposed it takes it back. The versions before stay as they were signed.
 */
export const decideMinutesChange: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { inspectionId, changeId } = params
  const { decision, reason } = body
  await getInspectionForUpdate(context, inspectionId)
  const newest = await getMinutesVersionRecord(context, inspectionId)
  const waiting = await findChange(context, inspectionId)
  if (waiting?.view.changeId !== changeId) throw new Refusal('no-such-minutes-change')
  const { view, proposerId } = waiting
  if (decision === 'withdrawn') {
    if (viewer.personId !== proposerId) throw new Refusal('not-permitted')
  } else {
    const refusal = decideRefusal(await minutesStanding(context, inspectionId, newest), proposerId)
    if (refusal) throw refusal
    if (decision === 'declined' && reason === '') throw new Refusal('decline-needs-reason')
  }
  await db
    .updateTable('minutesChanges')
    .set({ state: decision, decidedBy: viewer.personId, decidedAt: now, decisionReason: reason })
    .where('changeId', '=', changeId)
    .execute()
  await record(`minutes.${decision}`, changeId, { onVersion: view.onVersion, reason }, inspectionId)
  if (decision === 'agreed') {
    await write(context, inspectionId, view.content)
    await freezeNext(context, { inspectionId, version: newest.version + 1, change: view, proposerId })
  }
  return minutesState(context, inspectionId)
}

/** What was agreed to, in the record that every version is composed from. */
async function write({ db, viewer, now, record }: Context, inspectionId: string, change: MinutesChange): Promise<void> {
  const { findings, figures, attendance, ...words } = change
  await db
    .updateTable('visits')
    .set((eb) => ({ ...words, attendance: JSON.stringify(attendance), revision: eb('revision', '+', 1) }))
    .where('inspectionId', '=', inspectionId)
    .execute()
  for (const { findingId, revision, ...finding } of findings) {
    await db
      .updateTable('findings')
      .set({ ...finding, revision: revision + 1 })
      .where('findingId', '=', findingId)
      .where('inspectionId', '=', inspectionId)
      .execute()
    await record('finding.edit', findingId, { ...finding, agreedBy: viewer.personId }, inspectionId)
  }
  for (const { itemKey, ...figure } of figures) {
    const anew = { ...figure, verifiedBy: viewer.personId, verifiedAt: now }
    await db
      .insertInto('verifiedFigures')
      .values({ inspectionId, itemKey, ...anew, revision: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['inspectionId', 'itemKey'])
          .doUpdateSet((eb) => ({ ...anew, revision: eb('verifiedFigures.revision', '+', 1) })),
      )
      .execute()
    await record('figure.verify', itemKey, { ...figure, agreedBy: viewer.personId }, inspectionId)
  }
}

async function freezeNext(
  context: Context,
  next: { inspectionId: string; version: number; change: ProposedChange; proposerId: string },
): Promise<void> {
  const { db, today } = context
  const { inspectionId, version, change, proposerId } = next
  const { reason } = change
  const { reported, figures: stated } = await visitView(context, inspectionId)
  const figures = correctedFigures(stated, change.content.figures)
  const input = await minutesInput(context, inspectionId)
  const paper = minutesPaper({ ...input, figures, anew: { version, reason } })
  const { campaignId } = await db
    .updateTable('documents')
    .set({ state: 'replaced' })
    .where('inspectionId', '=', inspectionId)
    .where('kind', '=', 'minutes')
    .where('state', '=', 'issued')
    .returning('campaignId')
    .executeTakeFirstOrThrow()
  const documentId = await issueDocument(context, {
    campaignId,
    inspectionId,
    kind: 'minutes',
    title: `${titleLine(paper)} (bản ${version})`,
    number: null,
    symbol: null,
    issuedOn: today,
    paper,
  })
  const stands = { reported, figures }
  await freezeMinutes(context, { inspectionId, paper, stated: stands, documentId, reason, proposedBy: proposerId })
}
