import type { ConclusionText, ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { conclusionStateNames } from '@cchc/domain/conclusions/contract.ts'
import type { NoticeStructure } from '@cchc/domain/conclusions/notice-structure.ts'
import { type ConclusionAct, nextConclusionState } from '@cchc/domain/conclusions/states.ts'
import type { FindingKind, FindingView } from '@cchc/domain/fieldwork/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Selectable } from 'kysely'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Conclusions } from '../platform/schema.ts'

type View = Pick<Context, 'db' | 'viewer'>

export interface ConclusionRecord extends Omit<Selectable<Conclusions>, 'state' | 'content' | 'structure'> {
  readonly state: ConclusionView['state']
  readonly text: ConclusionText
  readonly structure: NoticeStructure
}

function select({ db, viewer }: View) {
  return visibleInspections(db, viewer)
    .innerJoin('conclusions', 'conclusions.inspectionId', 'inspections.inspectionId')
    .selectAll('conclusions')
}

function recordOf({ content, state, structure, ...row }: Selectable<Conclusions>): ConclusionRecord {
  return {
    ...row,
    state: state as ConclusionView['state'],
    text: content as unknown as ConclusionText,
    structure: structure as unknown as NoticeStructure,
  }
}

/** The conclusion of an inspection, or undefined while nobody has drafted it. */
export async function findConclusion(context: View, inspectionId: string): Promise<ConclusionRecord | undefined> {
  const row = await select(context).where('conclusions.inspectionId', '=', inspectionId).executeTakeFirst()
  return row && recordOf(row)
}

const actWords: Record<ConclusionAct, { act: string; way: string }> = {
  save: { act: 'sửa', way: 'Rút dự thảo về để sửa.' },
  submit: { act: 'trình', way: 'Tải lại trang để xem bước hiện tại.' },
  remark: { act: 'góp ý', way: 'Chỉ góp ý được khi dự thảo đang lấy ý kiến.' },
  settle: { act: 'trả lời góp ý', way: 'Tải lại trang để xem bước hiện tại.' },
  return: { act: 'rút về', way: 'Tải lại trang để xem bước hiện tại.' },
  issue: { act: 'ban hành', way: 'Trình dự thảo lấy ý kiến trước khi ban hành.' },
}

/** The conclusion, locked, and the state that the act leads to; refuses with `no-such-conclusion` or `wrong-state`. */
export async function lockConclusion(
  context: View,
  conclusionId: string,
  act: ConclusionAct,
): Promise<ConclusionRecord & { next: ConclusionView['state'] }> {
  const row = await select(context)
    .where('conclusions.conclusionId', '=', conclusionId)
    .forUpdate('conclusions')
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-conclusion')
  const conclusion = recordOf(row)
  const next = nextConclusionState(conclusion.state, act)
  if (!next)
    throw new Refusal('wrong-state', {
      ...actWords[act],
      what: 'kết luận',
      state: conclusionStateNames[conclusion.state],
    })
  return { ...conclusion, next }
}

/** Moves a locked conclusion to its next state, with its audit event. */
export async function moveConclusion(
  { db, record }: Context,
  conclusion: ConclusionRecord & { next: ConclusionView['state'] },
  act: ConclusionAct,
): Promise<void> {
  const { conclusionId, inspectionId, state, next } = conclusion
  await db.updateTable('conclusions').set({ state: next }).where('conclusionId', '=', conclusionId).execute()
  await record(`conclusion.${act}`, conclusionId, { from: state, to: next }, inspectionId)
}

/** The fields of an inspection's campaign, in the outline's order. */
export async function fieldsOf(
  { db, viewer }: View,
  inspectionId: string,
): Promise<{ fieldKey: string; name: string }[]> {
  return visibleInspections(db, viewer)
    .innerJoin('campaignFields', 'campaignFields.campaignId', 'inspections.campaignId')
    .select(['campaignFields.fieldKey', 'campaignFields.name'])
    .where('inspections.inspectionId', '=', inspectionId)
    .orderBy('campaignFields.position')
    .execute()
}

/** What the team found at a visit, in the order it was recorded; what was found for a merged thematic inspection is that one's own. */
export async function findingsOf({ db, viewer }: View, inspectionId: string): Promise<FindingView[]> {
  const rows = await db
    .selectFrom('findings')
    .innerJoin('people', 'people.personId', 'findings.recordedBy')
    .select([
      'findingId',
      'fieldKey',
      'kind',
      'text',
      'cause',
      'responsible',
      'registrationId',
      'people.fullName as recordedBy',
      'recordedAt',
      'revision',
      'people.personId',
    ])
    .where('inspectionId', '=', inspectionId)
    .where('registrationId', 'is', null)
    .orderBy('recordedAt')
    .orderBy('recordedOrder')
    .execute()
  return rows.map(({ personId, kind, ...row }) => ({
    ...row,
    kind: kind as FindingKind,
    mine: personId === viewer.personId,
  }))
}
