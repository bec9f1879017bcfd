import type { verifyFigure as contract, VerifiedFigure } from '@cchc/domain/fieldwork/contract.ts'
import { requireSoundVerification } from '@cchc/domain/fieldwork/figures.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { openSession } from './open-session.ts'
import type { VisitGround } from './queries.ts'
import { figuresOf } from './visit-view.ts'

/**
 * Records what the team found a figure to be; null takes it back. A figure that differs from the report needs its reason.
 * A stale revision is refused with what stands, unless what stands is the very same. Basis: QĐ 2251/QĐ-UBND, mục I.2 (exact, objective).
 */
export const verifyFigure: Act<typeof contract> = async (context, { params, body }) => {
  const { inspectionId, itemKey } = params
  const { ground } = await openSession(context, inspectionId, 'record')
  const before = await figureOf(context, ground, itemKey)
  requireSoundVerification(before, body)
  const isWritten = await write(context, params, body)
  const figure = await figureOf(context, ground, itemKey)
  if (isWritten) {
    const { verified, reason } = body
    await context.record('figure.verify', itemKey, { verified, reason, reported: figure.reported }, inspectionId)
  } else if (figure.verified !== body.verified || figure.reason !== body.reason)
    throw new Refusal(
      'changed-meanwhile',
      { what: `Số xác minh mục “${figure.label}”`, who: figure.verifiedBy ?? '' },
      { theirs: figure },
    )
  return figure
}

async function figureOf(context: Context, ground: VisitGround, itemKey: string): Promise<VerifiedFigure> {
  const figure = (await figuresOf(context, ground)).find((one) => one.itemKey === itemKey)
  if (!figure) throw new Refusal('no-such-item', { key: itemKey })
  return figure
}

/** Whether it was written; not where another revision stands, or the same content. */
async function write(
  { db, viewer, now }: Context,
  place: { inspectionId: string; itemKey: string },
  { verified, reason, revision }: { verified: number | null; reason: string; revision: number },
): Promise<boolean> {
  const row = await db
    .insertInto('verifiedFigures')
    .values({ ...place, verified, reason, verifiedBy: viewer.personId, verifiedAt: now, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['inspectionId', 'itemKey'])
        .doUpdateSet((eb) => ({
          verified: eb.ref('excluded.verified'),
          reason: eb.ref('excluded.reason'),
          verifiedBy: eb.ref('excluded.verifiedBy'),
          verifiedAt: eb.ref('excluded.verifiedAt'),
          revision: eb('verifiedFigures.revision', '+', 1),
        }))
        .where('verifiedFigures.revision', '=', revision)
        .where(
          sql<boolean>`(verified_figures.verified, verified_figures.reason) is distinct from (excluded.verified, excluded.reason)`,
        ),
    )
    .returning('revision')
    .executeTakeFirst()
  return row !== undefined
}
