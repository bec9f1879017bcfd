import { isBoundToOwn } from '@cchc/domain/access/permissions.ts'
import type { PenView } from '@cchc/domain/fieldwork/pen-contract.ts'
import { penActions, penRefusal, type VisitStanding } from '@cchc/domain/fieldwork/rules.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context, Db } from '../platform/context.ts'
import { getVisitGround, readRoster, type SeatRow, standingOf } from './queries.ts'

export interface Pen {
  readonly holderId: string
  readonly fullName: string
  readonly deviceId: string | null
  readonly since: string
}

function selectPen(db: Db, inspectionId: string) {
  return db
    .selectFrom('visitPens')
    .innerJoin('people', 'people.personId', 'visitPens.holderId')
    .select(['visitPens.holderId', 'people.fullName', 'visitPens.deviceId', 'visitPens.since'])
    .where('inspectionId', '=', inspectionId)
}

/** Refuses with `pen-elsewhere` while somebody else holds the pen; whoever holds it keeps it until the transaction ends. */
export async function requirePen({ db, viewer }: Context, inspectionId: string): Promise<void> {
  const pen = await selectPen(db, inspectionId).forShare('visitPens').executeTakeFirst()
  if (pen && pen.holderId !== viewer.personId)
    throw new Refusal('pen-elsewhere', { who: pen.fullName, since: formatInstant(pen.since) })
}

export interface PenDesk {
  readonly pen: Pen | null
  readonly standing: VisitStanding
  readonly roster: readonly SeatRow[]
}

/** The pen of a visit as it stands, locked, for somebody who writes there; refuses with what `penRefusal` says. */
export async function penToMove(context: Context, inspectionId: string): Promise<PenDesk> {
  const { db } = context
  await getVisitGround(context, inspectionId)
  await db
    .selectFrom('visitPens')
    .select('inspectionId')
    .where('inspectionId', '=', inspectionId)
    .forUpdate()
    .executeTakeFirst()
  const desk = await readPen(context, inspectionId)
  const refusal = penRefusal(desk.standing)
  if (refusal) throw refusal
  return desk
}

async function readPen(context: Context, inspectionId: string): Promise<PenDesk> {
  const { db, viewer } = context
  const ground = await getVisitGround(context, inspectionId)
  const roster = await readRoster(db, inspectionId)
  const pen = (await selectPen(db, inspectionId).executeTakeFirst()) ?? null
  return { pen, roster, standing: standingOf(viewer, ground, roster) }
}

/** Members of the roster; guests of a merged thematic inspection write no minutes. */
export function penTakers(roster: readonly SeatRow[]): (SeatRow & { personId: string })[] {
  return roster.filter((seat): seat is SeatRow & { personId: string } => seat.personId !== null && !('guestOf' in seat))
}

export async function penView(context: Context, inspectionId: string): Promise<PenView> {
  const { viewer } = context
  const { pen: held, standing, roster } = await readPen(context, inspectionId)
  // A department that sends nobody of its own sees no more of the visit than that it takes place.
  const pen = isBoundToOwn(viewer) && standing.seat === null ? null : held
  const isMine = pen?.holderId === viewer.personId
  const actions = penActions(standing, pen?.holderId ?? null)
  const others = actions.includes('hand-over')
    ? penTakers(roster).filter((seat) => seat.personId !== viewer.personId)
    : []
  return {
    holder: pen && {
      personId: pen.holderId,
      fullName: pen.fullName,
      deviceId: pen.deviceId,
      since: pen.since,
      mine: isMine,
    },
    others: others.map(({ personId, fullName, post }) => ({ personId, fullName: fullName ?? '', post: post ?? '' })),
    mayWrite: penRefusal(standing) === null && (pen === null || isMine),
    actions,
  }
}
