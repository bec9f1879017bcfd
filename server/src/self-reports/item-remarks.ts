import type { ItemRemarkView } from '@cchc/domain/self-reports/sending-contract.ts'
import type { Context } from '../platform/context.ts'

/** The office's remarks on items of a report, newest first, with what the unit did on each. */
export async function readItemRemarks({ db }: Pick<Context, 'db'>, selfReportId: string): Promise<ItemRemarkView[]> {
  return db
    .selectFrom('itemRemarks')
    .innerJoin('people as maker', 'maker.personId', 'itemRemarks.madeBy')
    .leftJoin('people as mender', 'mender.personId', 'itemRemarks.doneBy')
    .select([
      'itemRemarks.itemRemarkId',
      'itemRemarks.itemKey',
      'itemRemarks.text',
      'maker.fullName as madeBy',
      'itemRemarks.madeAt',
      'itemRemarks.version',
      'itemRemarks.doneAt',
      'mender.fullName as doneBy',
      'itemRemarks.reply',
    ])
    .where('itemRemarks.selfReportId', '=', selfReportId)
    .orderBy('itemRemarks.madeAt', 'desc')
    .orderBy('itemRemarks.itemKey')
    .orderBy('itemRemarks.remarkOrder', 'desc')
    .execute()
}
