import { formatDate } from '@cchc/domain/formats/dates.ts'
import { isSameSlot, slotInWords } from '@cchc/domain/inspections/slot.ts'
import { tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import type { Audience } from './move-changes.ts'
import type { Placing } from './place-visit.ts'
import type { InspectionRecord } from './queries.ts'
import { slotOf } from './slot-facts.ts'

interface Move {
  /** As it was before. */
  readonly inspection: InspectionRecord
  readonly to: Placing
  readonly reportDueOn: string | null
  readonly before: readonly Audience[]
  readonly after: readonly Audience[]
  readonly isUndone: boolean
}

const idsOf = (audiences: readonly Audience[]) =>
  new Set(audiences.flatMap(({ people }) => people.map(({ personId }) => personId)))

/**
 * Tells those concerned: of a move everybody who went by the old half-day or goes by the new one, by mail too where the unit
 * had been told; of a first half-day or a changed roster only those whose part in it changes.
 */
export async function tellOfMove(context: Context, move: Move): Promise<void> {
  const { inspection, to, before, after } = move
  const { inspectionId } = inspection
  const { fullName: unitName } = await context.db
    .selectFrom('units')
    .select('fullName')
    .where('unitCode', '=', inspection.unitCode)
    .executeTakeFirstOrThrow()
  const link = `/lich/${inspectionId}`
  const from = slotOf(inspection)
  const [were, are] = [idsOf(before), idsOf(after)]
  if (from !== null && !isSameSlot(from, to)) {
    const title = move.isUndone ? `Giữ lịch cũ: ${unitName}` : `Dời lịch kiểm tra: ${unitName}`
    const body = inWords(move)
    await tell(context, {
      personIds: [...were, ...are],
      inspectionId,
      kind: 'inspection.move',
      title,
      body,
      link,
      ...(inspection.state === 'announced' ? { mail: { subject: title, body: mailBody(unitName, body) } } : {}),
    })
    return
  }
  const slot = slotInWords(to)
  await tell(context, {
    personIds: from === null ? rosterOf(after) : [...are].filter((personId) => !were.has(personId)),
    inspectionId,
    kind: 'inspection.schedule',
    title: `Bạn tham gia buổi kiểm tra: ${unitName}`,
    body: `Buổi kiểm tra ${slot}.`,
    link,
  })
  await tell(context, {
    personIds: [...were].filter((personId) => !are.has(personId)),
    inspectionId,
    kind: 'inspection.schedule',
    title: `Bạn thôi tham gia buổi kiểm tra: ${unitName}`,
    body: `Buổi kiểm tra ${slot} có thành phần mới.`,
    link,
  })
}

/** The standing deputy is told of moves, not of every first half-day. */
function rosterOf(audiences: readonly Audience[]): string[] {
  return audiences.filter(({ isRoster }) => isRoster).flatMap(({ people }) => people.map(({ personId }) => personId))
}

function inWords({ inspection, to, reportDueOn, isUndone }: Move): string {
  const from = slotOf(inspection)!
  const parts = [
    isUndone ? `Lịch trở lại ${slotInWords(to)} như trước.` : `Chuyển từ ${slotInWords(from)} sang ${slotInWords(to)}.`,
  ]
  if (reportDueOn && reportDueOn !== inspection.reportDueOn)
    parts.push(`Hạn gửi báo cáo là ${formatDate(reportDueOn)}.`)
  if (to.reason) parts.push(`Lý do: ${to.reason}`)
  return parts.join(' ')
}

function mailBody(unitName: string, body: string): string {
  return `Lịch kiểm tra công tác cải cách hành chính tại ${unitName} có thay đổi.\n\n${body}\n\nThông báo bằng văn bản (nếu phải ban hành lại) sẽ được gửi theo quy định.`
}
