import type { Role } from '@cchc/domain/access/permissions.ts'
import type { SelfReportAct } from '@cchc/domain/self-reports/states.ts'
import { sql } from 'kysely'
import { tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import type { ReportRecord } from './queries.ts'

type ToldAct = Exclude<SelfReportAct, 'write'>
type Told = Pick<ReportRecord, 'inspectionId' | 'unitCode' | 'unitName' | 'verdict' | 'version'>

/** Whose turn it is after each act, and in what words; `mail` for what must not wait until somebody signs in. */
const tellings: Record<
  ToldAct,
  { to: readonly ('officers' | 'heads' | 'office')[]; title: (report: Told) => string; mail?: true }
> = {
  'hand-over': { to: ['heads'], title: () => 'Báo cáo phục vụ kiểm tra chờ lãnh đạo duyệt' },
  'give-back': { to: ['officers'], title: () => 'Lãnh đạo trả lại báo cáo để sửa' },
  send: { to: ['office'], title: (report) => `${report.unitName} ${sentInWords(report)}` },
  return: { to: ['officers', 'heads'], title: () => 'Đoàn kiểm tra trả lại báo cáo để bổ sung', mail: true },
  accept: { to: ['officers', 'heads'], title: () => 'Đoàn kiểm tra đã tiếp nhận báo cáo' },
  'ask-correction': { to: ['heads'], title: () => 'Đề nghị mở báo cáo đã gửi để sửa' },
  'open-correction': {
    to: ['officers', 'office'],
    title: ({ unitName }) => `${unitName} mở bản sửa báo cáo đã gửi`,
  },
}

function sentInWords({ version, verdict }: Told): string {
  if (version > 0) return `gửi lại báo cáo (bản ${version + 1})`
  return verdict === 'late' ? 'đã gửi báo cáo, quá hạn' : 'đã gửi báo cáo'
}

/** Tells those whose turn it is after an act on a report, in the same transaction; `said` is the remark or the reason. */
export async function tellOfReport(context: Context, report: Told, act: ToldAct, said = ''): Promise<void> {
  const { to, title, mail } = tellings[act]
  const subject = title(report)
  await tell(context, {
    personIds: await audience(context, report.unitCode, to),
    inspectionId: report.inspectionId,
    kind: `self-report.${act}`,
    title: subject,
    body: said,
    link: `/bao-cao/${report.inspectionId}`,
    ...(mail ? { mail: { subject: `${subject}: ${report.unitName}`, body: said } } : {}),
  })
}

const roles = { officers: ['unit-officer'], heads: ['unit-head'], office: ['planner', 'standing-deputy'] } as const

/** The accounts of the unit's officers or heads, and of the office that receives reports. */
export async function audience(
  { db }: Pick<Context, 'db'>,
  unitCode: string,
  to: readonly (keyof typeof roles)[],
): Promise<string[]> {
  const withRoles = (wanted: readonly Role[]) => sql<boolean>`roles && ${sql.val([...wanted])}::text[]`
  const rows = await db
    .selectFrom('people')
    .select('personId')
    .where('disabled', '=', false)
    .where((eb) =>
      eb.or(
        to.map((who) =>
          who === 'office' ? withRoles(roles.office) : eb.and([withRoles(roles[who]), eb('unitCode', '=', unitCode)]),
        ),
      ),
    )
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}
