import { holds } from '@cchc/domain/access/permissions.ts'
import {
  MinutesChange,
  type MinutesState,
  type ProposedChange,
  type SigningPlace,
  signingSides,
} from '@cchc/domain/fieldwork/minutes-contract.ts'
import {
  decideRefusal,
  type MinutesStanding,
  namesOnPaper,
  proposeRefusal,
  signRefusal,
} from '@cchc/domain/fieldwork/minutes-rules.ts'
import type { Signers } from '@cchc/domain/fieldwork/signers.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { teamInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import { getMinutesVersionRecord, readMinutesVersions, requireMinutesReader } from './minutes-versions.ts'
import { readRoster } from './queries.ts'

/** Who the viewer is beside the newest version of the minutes. */
export async function minutesStanding(
  { db, viewer }: Context,
  inspectionId: string,
  { paper, signers }: { paper: Pick<Paper, 'signatures'>; signers: Signers },
): Promise<MinutesStanding> {
  const roster = await readRoster(db, inspectionId)
  return {
    viewer,
    seat: roster.find((seat) => seat.personId === viewer.personId) ?? null,
    names: namesOnPaper(paper),
    signers,
  }
}

/** The versions of the minutes, who has signed, and what the viewer may do; a change that waits is the team's own matter. */
export async function minutesState(context: Context, inspectionId: string): Promise<MinutesState> {
  const { db, viewer } = context
  await requireMinutesReader(context, inspectionId)
  const { unitName } = await teamInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select('units.fullName as unitName')
    .where('inspections.inspectionId', '=', inspectionId)
    .executeTakeFirstOrThrow()
  const versions = await readMinutesVersions(context, inspectionId)
  if (versions.length === 0) return { inspectionId, unitName, versions, signing: [], change: null, actions: [] }
  const newest = await getMinutesVersionRecord(context, inspectionId)
  const { paper } = newest
  const standing = await minutesStanding(context, inspectionId, newest)
  const waiting = holds(viewer, 'fieldwork.read') ? await findChange(context, inspectionId) : undefined
  const mayPropose = proposeRefusal(standing) === null
  const mayNote = signRefusal(standing, 'unit', 'paper') === null
  return {
    inspectionId,
    unitName,
    versions,
    signing: signingSides.map(
      (side, place): SigningPlace => ({
        side,
        name: standing.names[side],
        post: paper.signatures[place]?.post ?? '',
        why: signRefusal(standing, side, 'drawn')?.message ?? null,
        whyNotNote: signRefusal(standing, side, 'paper')?.message ?? null,
      }),
    ),
    change: waiting?.view ?? null,
    actions: [
      ...(mayPropose && !waiting ? ['propose' as const] : []),
      ...(waiting && decideRefusal(standing, waiting.proposerId) === null ? ['decide' as const] : []),
      ...(waiting?.proposerId === viewer.personId ? ['withdraw' as const] : []),
      ...(mayNote ? ['scan' as const] : []),
    ],
  }
}

/** The change that waits for the chair, if any. */
export async function findChange(
  { db }: Pick<Context, 'db'>,
  inspectionId: string,
): Promise<{ view: ProposedChange; proposerId: string } | undefined> {
  const row = await db
    .selectFrom('minutesChanges')
    .innerJoin('people', 'people.personId', 'minutesChanges.proposedBy')
    .select([
      'changeId',
      'onVersion',
      'reason',
      'content',
      'proposedAt',
      'people.fullName',
      'minutesChanges.proposedBy',
    ])
    .where('inspectionId', '=', inspectionId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  if (!row) return undefined
  const { content, fullName, proposedBy, ...rest } = row
  return { view: { ...rest, proposedBy: fullName, content: MinutesChange.parse(content) }, proposerId: proposedBy }
}
