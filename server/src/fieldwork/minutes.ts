import { dateInVietnam } from '@cchc/domain/dates/calendar-date.ts'
import type { AttendanceRow, VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { type Minutes, minutesPaper, visitedPlace } from '@cchc/domain/fieldwork/minutes-paper.ts'
import { nameIn } from '@cchc/domain/fieldwork/signers.ts'
import type { ContentOf } from '@cchc/domain/fieldwork/site-contract.ts'
import { documentInWords, siteOf } from '@cchc/domain/fieldwork/site-rules.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { Paper, Signature } from '@cchc/domain/papers/paper.ts'
import { authorityOf } from '@cchc/domain/papers/wording.ts'
import type { UnitType } from '@cchc/domain/units/unit.ts'
import { paperFrame } from '../documents/paper-frame.ts'
import type { Context } from '../platform/context.ts'
import { getVisitGround } from './queries.ts'
import { viewOfGround } from './visit-view.ts'

/** Who issues the minutes: the team itself, under the province. Basis: QĐ 2251/QĐ-UBND, mục III.2a. */
const teamOnPaper = 'Đoàn kiểm tra\ncải cách hành chính'
/** The number before it stays open on the paper and is written in by hand. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9. */
const minutesSymbol = 'BB-ĐKT'

/**
 * Everything that the minutes of one visit say, from the very view that the screen shows. Nothing here asks who may read a
 * draft: whoever shows it does.
 */
export async function minutesInput(context: Context, inspectionId: string): Promise<Minutes> {
  const ground = await getVisitGround(context, inspectionId)
  const view = await viewOfGround(context, ground)
  const unitName = authorityOf({ name: ground.unitShortName, type: ground.unitType as UnitType })
  const { session } = view
  return {
    frame: {
      ...paperFrame(context.settings, {
        year: ground.year!,
        symbol: minutesSymbol,
        issuedOn: session.endedAt && dateInVietnam(session.endedAt),
        recipients: ['Đoàn kiểm tra', unitName],
        signatures: signaturesOf(view, unitName),
      }),
      issuingAgency: teamOnPaper,
    },
    year: ground.year!,
    unitName,
    startedAt: session.startedAt,
    endedAt: session.endedAt,
    place: placesInWords(view),
    isUnannounced: ground.kind === 'unannounced',
    team: attendants(view, 'team'),
    unit: attendants(view, 'unit'),
    chair: session.chair,
    secretary: session.secretary,
    reported: view.reported,
    exchange: session.exchange,
    figures: view.figures,
    fields: view.fields.map(({ fieldKey, name }) => ({
      name,
      findings: view.findings.filter((finding) => finding.fieldKey === fieldKey && finding.registrationId === null),
    })),
    thematic: view.thematic.map(({ registrationId, agencyName, title }) => ({
      agency: agencyName,
      title,
      findings: view.findings.filter((finding) => finding.registrationId === registrationId),
    })),
    evidence: siteOf(view.site, 'document').map(({ content }) => documentLine(content)),
    unitOpinion: session.unitOpinion,
    copies: 2,
    anew: null,
  }
}

/** The minutes of one visit as they stand now: a draft until the session is closed. */
export async function minutesPaperOf(context: Context, inspectionId: string): Promise<Paper> {
  return minutesPaper(await minutesInput(context, inspectionId))
}

/** The place of the notice, or every place that an unannounced visit went to with its hours. */
function placesInWords({ place, places, site }: VisitView): string {
  const written = siteOf(site, 'place').map(({ content }) => content)
  const planned = places.filter(
    ({ arrivedAt, name }) => arrivedAt !== null && !written.some((one) => one.name === name),
  )
  const visited = [...planned, ...written]
  if (visited.length === 0) return place ?? ''
  // The place of the notice is where the session was; what was written down on site comes after it.
  const ofNotice = place && planned.length === 0 ? [place] : []
  return [...ofNotice, ...visited.map(visitedPlace)].join('; ')
}

/** "Báo cáo kết quả số 12/BC-UBND ngày 05/01/2026: thiếu phụ lục". */
function documentLine(content: ContentOf<'document'>): string {
  const name = documentInWords(content, formatDate)
  return content.shows ? `${name}: ${content.shows}` : name
}

function attendants({ attendance }: VisitView, side: AttendanceRow['side']): Minutes['team'] {
  return attendance
    .filter((row) => row.side === side)
    .map(({ fullName, post, present }) => ({ name: fullName, post, present }))
}

/** Secretary, chair, and the first of the unit's people present. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9. */
function signaturesOf({ session, attendance }: VisitView, unitName: string): Signature[] {
  const forUnit = attendance.find((row) => row.side === 'unit' && row.present)
  return [
    { authority: [], post: 'Thư ký', name: nameIn(session.secretary) },
    { authority: [], post: 'Chủ tọa', name: nameIn(session.chair) },
    { authority: [`Đại diện ${unitName}`], post: forUnit?.post ?? '', name: forUnit?.fullName ?? null },
  ]
}
