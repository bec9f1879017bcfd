import { type DocumentKind, documentKindNames } from '@cchc/domain/documents/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { keepPaperFile } from '../documents/paper-file.ts'
import type { InspectionRecord } from '../inspections/queries.ts'
import { peopleOfUnit, tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'

type Inspection = Pick<InspectionRecord, 'inspectionId' | 'unitCode'>
interface Issued {
  readonly documentId: string
  readonly paper: Paper
}

/** Tells the unit's people of its notice of conclusions, in the product and by mail with the paper. */
export function tellUnitOfNotice(
  context: Context,
  inspection: Inspection,
  { isReplacement, ...issued }: Issued & { isReplacement: boolean },
): Promise<void> {
  return tellUnit(context, inspection, issued, {
    document: 'conclusion-notice',
    kind: isReplacement ? 'conclusion.replace' : 'conclusion.issue',
    title: isReplacement ? 'Thông báo kết luận kiểm tra mới, thay thế thông báo trước' : 'Thông báo kết luận kiểm tra',
    body: isReplacement
      ? 'Thông báo trước không còn hiệu lực; kiến nghị chưa xong được chuyển sang thông báo mới, giữ nguyên những gì đơn vị đã báo cáo.'
      : 'Đề nghị đọc thông báo và thực hiện các kiến nghị đúng hạn.',
  })
}

/** The same of a letter that corrects the notice, or of its withdrawal. */
export async function tellUnit(
  context: Context,
  { inspectionId, unitCode }: Inspection,
  { documentId, paper }: Issued,
  words: { document: DocumentKind; kind: string; title: string; body: string },
): Promise<void> {
  const code = documentCode(paper.number, paper.symbol ?? '')
  const { fullName } = await context.db
    .selectFrom('units')
    .select('fullName')
    .where('unitCode', '=', unitCode)
    .executeTakeFirstOrThrow()
  const name = documentKindNames[words.document]
  const facts = `${name} số ${code} ngày ${paper.issuedOn === null ? '…' : formatDate(paper.issuedOn)}.`
  await tell(context, {
    personIds: await peopleOfUnit(context, unitCode),
    inspectionId,
    kind: words.kind,
    title: words.title,
    body: `${facts} ${words.body}`,
    link: `/ket-luan/${inspectionId}`,
    mail: {
      subject: `${words.title} (số ${code})`,
      body: `${facts} ${words.body}\n\nVăn bản gửi kèm thư này.`,
      documentId,
      attachments: [await keepPaperFile(context.files, words.document, fullName, paper)],
    },
  })
}
