import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { authorityOf } from '@cchc/domain/papers/wording.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { UnitType } from '@cchc/domain/units/unit.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { paperFrame } from '../documents/paper-frame.ts'
import { officeSignature } from '../documents/signature.ts'
import type { InspectionRecord } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'

/** What a paper about an issued notice needs: the frame of the office, the unit, and the notice itself. */
export async function aboutNotice(
  context: Context,
  inspection: Pick<InspectionRecord, 'campaignId' | 'unitCode'>,
  documentId: string | null,
  /** `draftingUnit`: of a dispatch, whose symbol bears it. */
  issue: { symbol: string; number?: string; issuedOn?: string; draftingUnit?: string },
) {
  const { db, settings } = context
  const { year } = await getSettledCampaign(db, inspection.campaignId)
  const unit = await db
    .selectFrom('units')
    .select(['name', 'type'])
    .where('unitCode', '=', inspection.unitCode)
    .executeTakeFirstOrThrow()
  const unitName = authorityOf({ name: unit.name, type: unit.type as UnitType })
  const notice = await db
    .selectFrom('documents')
    .select(['number', 'symbol', 'issuedOn', 'paper'])
    .where('documentId', '=', documentId)
    .executeTakeFirst()
  if (!notice) throw new Refusal('no-such-document')
  const { symbol, number, issuedOn, draftingUnit } = issue
  return {
    frame: paperFrame(settings, {
      year: Number((issuedOn ?? context.today).slice(0, 4)),
      symbol,
      number: number ?? null,
      issuedOn: issuedOn ?? null,
      recipients: [
        ...(draftingUnit !== undefined ? ['Như trên'] : [`${unitName} (để thực hiện)`]),
        'Trưởng Đoàn kiểm tra (để báo cáo)',
        'Thành viên Đoàn kiểm tra',
      ],
      draftingUnit,
      signatures: [await officeSignature(context, inspection.campaignId)],
    }),
    unitName,
    year,
    notice: { code: documentCode(notice.number, notice.symbol ?? ''), issuedOn: notice.issuedOn },
    noticePaper: notice.paper as unknown as Paper,
  }
}
