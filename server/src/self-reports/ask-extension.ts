import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { askExtension as contract } from '@cchc/domain/self-reports/extension-contract.ts'
import { askRefusal, newDateRefusal } from '@cchc/domain/self-reports/extensions.ts'
import { readCalendar } from '../calendar/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { extensionsView, standingOf } from './extensions.ts'
import { lockReport } from './queries.ts'
import { audience } from './tell-of-report.ts'

/** The unit's head asks for more time; the office is told. After the deadline it is marked as late, see `askRefusal`. */
export const askExtension: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, today, record } = context
  const report = await lockReport(context, params.selfReportId)
  const { selfReportId, inspectionId, visitOn, reportDueOn } = report
  const open = await db
    .selectFrom('deadlineExtensions')
    .select('extensionId')
    .where('selfReportId', '=', selfReportId)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  const refusal =
    askRefusal(viewer, standingOf(context, report, open !== undefined)) ??
    newDateRefusal(body.wishedOn, { visitOn: visitOn!, dueOn: reportDueOn ?? visitOn!, today }, await readCalendar(db))
  if (refusal) throw refusal
  const dueOn = reportDueOn!
  const { extensionId } = await db
    .insertInto('deadlineExtensions')
    .values({
      selfReportId,
      reason: body.reason,
      wishedOn: body.wishedOn,
      dueOn,
      askedLate: dueOn < today,
      askedBy: viewer.personId,
      askedAt: now,
    })
    .returning('extensionId')
    .executeTakeFirstOrThrow()
  await record('self-report.ask-extension', selfReportId, { extensionId, dueOn, ...body }, inspectionId)
  await tell(context, {
    personIds: await audience(context, report.unitCode, ['office']),
    inspectionId,
    kind: 'self-report.ask-extension',
    title: `${report.unitName} đề nghị gia hạn gửi báo cáo đến ${formatDate(body.wishedOn)}`,
    body: `Hạn hiện nay: ${formatDate(dueOn)}. Lý do: ${body.reason}`,
    link: `/bao-cao/${inspectionId}`,
  })
  return extensionsView(context, selfReportId)
}
