import { historyActionsOf } from '@cchc/domain/conclusions/replacement.ts'
import type {
  CorrectedPassage,
  CorrectionView,
  getConclusionHistory as contract,
  NoticeView,
  ReplacementView,
} from '@cchc/domain/conclusions/replacement-contract.ts'
import { readsDrafts } from '@cchc/domain/conclusions/rules.ts'
import { isDraft } from '@cchc/domain/conclusions/states.ts'
import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { openOfReplaced } from './carried.ts'
import { wasShown } from './close-showing.ts'

type State = NoticeView['state']

/** Every notice of an inspection that the viewer may know, newest first, and the replacement under way for those who read drafts. */
export const getConclusionHistory: Act<typeof contract> = async (context, { params }) => {
  const { db, viewer } = context
  const { inspectionId } = await getInspectionRecord(context, params.inspectionId)
  const rows = await db
    .selectFrom('conclusions')
    .leftJoin('documents', 'documents.documentId', 'conclusions.documentId')
    .leftJoin('people as approver', 'approver.personId', 'conclusions.approvedBy')
    .leftJoin('documents as ending', 'ending.documentId', 'conclusions.withdrawnByDocument')
    .select([
      'conclusions.conclusionId',
      'conclusions.state',
      'conclusions.replaces',
      'conclusions.replaceReason',
      'conclusions.withdrawReason',
      'documents.documentId',
      'documents.number',
      'documents.symbol',
      'documents.issuedOn',
      'approver.fullName as approvedBy',
      'ending.documentId as endingId',
      'ending.number as endingNumber',
      'ending.symbol as endingSymbol',
      'ending.issuedOn as endingOn',
    ])
    .where('conclusions.inspectionId', '=', inspectionId)
    .orderBy('conclusions.draftedAt', 'desc')
    .orderBy('conclusions.draftOrder', 'desc')
    .execute()
  const isTeam = readsDrafts(viewer)
  const notices: NoticeView[] = []
  for (const row of rows) {
    const { conclusionId, documentId, issuedOn, replaceReason, approvedBy } = row
    if (isDraft(row.state as State) || documentId === null || issuedOn === null) continue
    notices.push({
      conclusionId,
      documentId,
      issuedOn,
      number: documentCode(row.number, row.symbol ?? ''),
      state: row.state as State,
      approvedBy,
      reason: replaceReason,
      corrections: await correctionsOf(context, conclusionId),
      withdrawal:
        row.endingId === null || row.endingOn === null
          ? null
          : {
              documentId: row.endingId,
              number: documentCode(row.endingNumber, row.endingSymbol ?? ''),
              issuedOn: row.endingOn,
              reason: row.withdrawReason,
            },
      closings: await closingsOf(context, conclusionId),
      carried: await carriedInto(context, conclusionId),
      seen: isTeam ? await receiptsOf(context, documentId) : [],
    })
  }
  const draft = rows.find(({ state }) => isDraft(state as State))
  const replaced = notices.find(({ conclusionId }) => conclusionId === draft?.replaces)
  const standing = {
    valid: notices.some(({ state }) => state === 'issued'),
    withdrawn: notices.some(({ state }) => state === 'withdrawn'),
    underWay: draft ? (draft.state as State) : null,
    shown: draft !== undefined && (await wasShown(context, draft.conclusionId)),
  }
  return {
    notices: notices.sort((a, b) => Number(b.state === 'issued') - Number(a.state === 'issued')),
    replacement: draft && replaced && isTeam ? await replacementOf(context, draft, replaced) : null,
    actions: historyActionsOf(viewer, standing),
  }
}

async function replacementOf(
  context: Context,
  draft: { conclusionId: string; state: string; replaceReason: string },
  { conclusionId: replaces, documentId, number, issuedOn }: NoticeView,
): Promise<ReplacementView> {
  const { conclusionId, state, replaceReason } = draft
  const open = await openOfReplaced(context, { conclusionId, replaces })
  return {
    conclusionId,
    state: state as State,
    reason: replaceReason,
    replaces: { documentId, number, issuedOn },
    open: open.map(({ recommendationId, findingId, text, dueOn, state: standing, carriedAs, closedBecause }) => ({
      recommendationId,
      findingId,
      text,
      dueOn,
      state: standing as ReplacementView['open'][number]['state'],
      carriedAs,
      closedBecause,
    })),
  }
}

async function correctionsOf({ db }: Context, conclusionId: string): Promise<CorrectionView[]> {
  const rows = await db
    .selectFrom('noticeCorrections')
    .innerJoin('documents', 'documents.documentId', 'noticeCorrections.documentId')
    .innerJoin('people', 'people.personId', 'noticeCorrections.madeBy')
    .select([
      'documents.documentId',
      'documents.number',
      'documents.symbol',
      'documents.issuedOn',
      'documents.paper',
      'noticeCorrections.kind',
      'passages',
      'people.fullName as madeBy',
    ])
    .where('conclusionId', '=', conclusionId)
    .orderBy('correctionNo')
    .execute()
  return rows.map(({ number, symbol, kind, passages, paper, ...row }) => ({
    ...row,
    number: documentCode(number, symbol ?? ''),
    kind: kind as CorrectionView['kind'],
    passages: passages as unknown as CorrectedPassage[],
    paper: paper as unknown as Paper,
  }))
}

async function closingsOf({ db }: Context, conclusionId: string): Promise<NoticeView['closings']> {
  return db
    .selectFrom('replacementClosings')
    .innerJoin('recommendations', 'recommendations.recommendationId', 'replacementClosings.recommendationId')
    .innerJoin('people', 'people.personId', 'closedBy')
    .select(['recommendations.text', 'replacementClosings.reason', 'people.fullName as by'])
    .where('replacementClosings.conclusionId', '=', conclusionId)
    .orderBy('recommendations.position')
    .execute()
}

async function carriedInto({ db }: Context, conclusionId: string): Promise<number> {
  const { moves } = await db
    .selectFrom('recommendationMoves')
    .select((eb) => eb.fn.countAll<number>().as('moves'))
    .where('toConclusion', '=', conclusionId)
    .executeTakeFirstOrThrow()
  return Number(moves)
}

async function receiptsOf({ db }: Context, documentId: string): Promise<NoticeView['seen']> {
  return db
    .selectFrom('documentReceipts')
    .innerJoin('people', 'people.personId', 'documentReceipts.personId')
    .select(['people.fullName as who', 'people.post', 'seenAt as at'])
    .where('documentId', '=', documentId)
    .orderBy('seenAt')
    .orderBy('who')
    .execute()
}
