import { Basis } from '@cchc/domain/scoring/basis.ts'
import type { ScoreView } from '@cchc/domain/scoring/scores-contract.ts'
import type { ScoreSide } from '@cchc/domain/scoring/states.ts'
import type { Context, Db } from '../platform/context.ts'

function selectEntries(db: Db, scoringIds: readonly string[], sides: readonly ScoreSide[]) {
  return db
    .selectFrom('scoreEntries')
    .innerJoin('people', 'people.personId', 'scoreEntries.writtenBy')
    .select([
      'scoringId',
      'criterionKey',
      'side',
      'points',
      'choiceKey',
      'text',
      'basis',
      'revision',
      'people.fullName as by',
      'writtenAt as at',
    ])
    .where('scoringId', 'in', [...scoringIds])
    .where('side', 'in', [...sides])
}
type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number]

/** The scores that count of one unit: the newest of each criterion and side. */
export type Scores = ReadonlyMap<string, ScoreView>
const placeOf = (criterionKey: string, side: ScoreSide) => `${criterionKey} ${side}`
export const scoreAt = (scores: Scores, criterionKey: string, side: ScoreSide) =>
  scores.get(placeOf(criterionKey, side)) ?? null

function scoreView({ points, choiceKey, text, basis, revision, by, at }: EntryRow): ScoreView {
  return { points, choiceKey, text, basis: basis === null ? null : Basis.parse(basis), revision, by, at }
}

/** The scores that count of these scorings, by their id. Sides that the viewer may not know are left out here and by row-level security. */
export async function readScores(
  db: Db,
  scoringIds: readonly string[],
  sides: readonly ScoreSide[],
): Promise<Map<string, Scores>> {
  if (scoringIds.length === 0) return new Map()
  const rows = await selectEntries(db, scoringIds, sides)
    .distinctOn(['scoringId', 'criterionKey', 'side'])
    .orderBy('scoringId')
    .orderBy('criterionKey')
    .orderBy('side')
    .orderBy('revision', 'desc')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ scoringId }) => scoringId)].map(([scoringId, own]) => [
      scoringId,
      new Map(own.map((row) => [placeOf(row.criterionKey, row.side as ScoreSide), scoreView(row)])),
    ]),
  )
}

/** Every score that was ever given to one criterion, oldest first. */
export async function readChanges(db: Db, scoringId: string, criterionKey: string, sides: readonly ScoreSide[]) {
  const rows = await selectEntries(db, [scoringId], sides)
    .where('criterionKey', '=', criterionKey)
    .orderBy('scoreEntries.entryId')
    .execute()
  return rows.map((row) => ({ side: row.side as ScoreSide, ...scoreView(row) }))
}

export interface NewScore {
  readonly scoringId: string
  readonly criterionKey: string
  readonly side: ScoreSide
  readonly revision: number
  readonly points: number | null
  readonly choiceKey: string | null
  readonly text: string
  readonly basis: Basis | null
}

/** Writes one more score; those before it stay. */
export async function addScore({ db, viewer, now }: Context, { basis, ...score }: NewScore): Promise<void> {
  await db
    .insertInto('scoreEntries')
    .values({
      ...score,
      basis: basis === null ? null : JSON.stringify(basis),
      writtenBy: viewer.personId,
      writtenAt: now,
    })
    .execute()
}
