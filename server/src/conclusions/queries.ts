import type { ConclusionText, ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { conclusionStateNames } from '@cchc/domain/conclusions/contract.ts'
import type { NoticeStructure } from '@cchc/domain/conclusions/notice-structure.ts'
import { readsDrafts } from '@cchc/domain/conclusions/rules.ts'
import { type ConclusionAct, isDraft, nextConclusionState } from '@cchc/domain/conclusions/states.ts'
import type { FindingKind, FindingView } from '@cchc/domain/fieldwork/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { type Selectable, sql } from 'kysely'
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

/**
 * The conclusion of an inspection that its page shows: the one being written, for those who read drafts; else the valid one;
 * else the newest that was replaced or withdrawn. Undefined while there is none for the viewer.
 */
export async function findConclusion(context: View, inspectionId: string): Promise<ConclusionRecord | undefined> {
  const row = await select(context)
    .where('conclusions.inspectionId', '=', inspectionId)
    .orderBy(
      sql`case when conclusions.state in ('drafting', 'under-review') then 0 when conclusions.state = 'issued' then 1 else 2 end`,
    )
    .orderBy('conclusions.draftedAt', 'desc')
    .orderBy('conclusions.draftOrder', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && recordOf(row)
}

/** Whether the viewer's page of an inspection shows a draft. */
export async function isDraftUnderWay(context: View, inspectionId: string): Promise<boolean> {
  const found = readsDrafts(context.viewer) ? await findConclusion(context, inspectionId) : undefined
  return found !== undefined && isDraft(found.state)
}

/** One conclusion by its id, or `no-such-conclusion`. */
export async function getConclusionRecord(context: View, conclusionId: string): Promise<ConclusionRecord> {
  const row = await select(context).where('conclusions.conclusionId', '=', conclusionId).executeTakeFirst()
  if (!row) throw new Refusal('no-such-conclusion')
  return recordOf(row)
}

const actWords: Record<ConclusionAct, { act: string; way: string }> = {
  save: { act: 'sửa', way: 'Rút dự thảo về để sửa.' },
  submit: { act: 'trình', way: 'Tải lại trang để xem bước hiện tại.' },
  remark: { act: 'góp ý', way: 'Chỉ góp ý được khi dự thảo đang lấy ý kiến.' },
  settle: { act: 'trả lời góp ý', way: 'Tải lại trang để xem bước hiện tại.' },
  return: { act: 'rút về', way: 'Tải lại trang để xem bước hiện tại.' },
  approve: { act: 'duyệt', way: 'Trình dự thảo lấy ý kiến trước khi duyệt.' },
  issue: { act: 'ban hành', way: 'Trình dự thảo lấy ý kiến trước khi ban hành.' },
  replace: { act: 'thay thế', way: 'Chỉ thay thế, đính chính thông báo đang có hiệu lực.' },
  withdraw: { act: 'thu hồi', way: 'Chỉ thu hồi thông báo đang có hiệu lực.' },
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

/** What was approved is no more: the draft was changed, or somebody said something new of it. Basis: Nghị định 30/2020/NĐ-CP, khoản 2 Điều 11. */
export async function takeApprovalBack(db: Context['db'], conclusionId: string): Promise<void> {
  await db
    .updateTable('conclusions')
    .set({ approvedBy: null, approvedAt: null, approvalException: '' })
    .where('conclusionId', '=', conclusionId)
    .execute()
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
