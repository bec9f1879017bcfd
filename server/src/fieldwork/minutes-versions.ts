import { createHash } from 'node:crypto'
import { belongsToOffice, isBoundToOwn, type Role } from '@cchc/domain/access/permissions.ts'
import type { AttendanceRow } from '@cchc/domain/fieldwork/contract.ts'
import { seatInWords } from '@cchc/domain/fieldwork/expected-attendance.ts'
import type { MinutesSignature, MinutesVersionRow } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { type FrozenMinutes, minutesFingerprintText } from '@cchc/domain/fieldwork/minutes-rules.ts'
import { type PossibleSigner, type Signers, signerAmong } from '@cchc/domain/fieldwork/signers.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { person } from '@cchc/domain/papers/wording.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import { readRoster } from './queries.ts'
import type { StatedReport } from './stated-report.ts'

/** The SHA-256 of a version in hex. */
export const fingerprintOfMinutes = (frozen: FrozenMinutes): string =>
  createHash('sha256').update(minutesFingerprintText(frozen), 'utf8').digest('hex')

/** Freezes the minutes as they stand now as the next version, which nobody can change afterwards; gives its number. */
export async function freezeMinutes(
  context: Context,
  {
    inspectionId,
    paper,
    stated,
    documentId,
    reason = '',
    proposedBy = null,
  }: {
    inspectionId: string
    paper: Paper
    stated: StatedReport
    documentId: string
    reason?: string
    proposedBy?: string | null
  },
): Promise<number> {
  const { db, now, viewer, record } = context
  const { attendance, secretary, chair } = await db
    .selectFrom('visits')
    .select(['attendance', 'secretary', 'chair'])
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirstOrThrow()
  const findings = await db
    .selectFrom('findings')
    .select(['findingId', 'revision'])
    .where('inspectionId', '=', inspectionId)
    .orderBy('recordedAt')
    .orderBy('recordedOrder')
    .execute()
  const last = await db
    .selectFrom('minutesVersions')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  const present = (attendance as unknown as AttendanceRow[]).filter((row) => row.present)
  const version = (last?.version ?? 0) + 1
  const fingerprint = fingerprintOfMinutes({ inspectionId, version, reason, paper, present, findings })
  const signers = await possibleSigners(db, inspectionId)
  await db
    .insertInto('minutesVersions')
    .values({
      inspectionId,
      version,
      paper: JSON.stringify(paper),
      present: JSON.stringify(present),
      findings: JSON.stringify(findings),
      fingerprint,
      frozenAt: now,
      frozenBy: viewer.personId,
      reason,
      proposedBy,
      documentId,
      secretaryId: signerAmong(secretary, ...signers),
      chairId: signerAmong(chair, ...signers),
      stated: JSON.stringify(stated),
    })
    .execute()
  await record('minutes.freeze', inspectionId, { version, fingerprint, reason, documentId }, inspectionId)
  return version
}

/** Who may sign the minutes with an account: the visit's roster, and the office, which may be at every visit. */
async function possibleSigners(db: Db, inspectionId: string): Promise<PossibleSigner[][]> {
  const roster = (await readRoster(db, inspectionId)).flatMap((seat) =>
    seat.personId !== null && seat.fullName !== null
      ? [{ personId: seat.personId, fullName: seat.fullName, inWords: seatInWords(seat) }]
      : [],
  )
  const people = await db
    .selectFrom('people')
    .select(['personId', 'fullName', 'post', 'roles'])
    .where('disabled', '=', false)
    .execute()
  const office = people
    .filter(({ roles }) => belongsToOffice({ roles: roles as Role[] }))
    .map(({ personId, fullName, post }) => ({ personId, fullName, inWords: person({ name: fullName, post }) }))
  return [roster, office]
}

/** Every version of the minutes, newest first, with who has signed it. The caller has seen that the viewer may know the inspection. */
export async function readMinutesVersions(
  { db }: Pick<Context, 'db'>,
  inspectionId: string,
): Promise<MinutesVersionRow[]> {
  const rows = await db
    .selectFrom('minutesVersions')
    .innerJoin('people as freezer', 'freezer.personId', 'minutesVersions.frozenBy')
    .leftJoin('people as proposer', 'proposer.personId', 'minutesVersions.proposedBy')
    .select([
      'minutesVersionId',
      'version',
      'frozenAt',
      'freezer.fullName as frozenBy',
      'reason',
      'proposer.fullName as proposedBy',
      'fingerprint',
      'documentId',
    ])
    .where('inspectionId', '=', inspectionId)
    .orderBy('version', 'desc')
    .execute()
  const signatures = await readSignatures({ db }, inspectionId)
  return rows.map((row) => ({
    ...row,
    signatures: signatures.filter((one) => one.minutesVersionId === row.minutesVersionId).map(({ view }) => view),
  }))
}

/** What has been said under the versions of one inspection's minutes, in the order it was. */
export async function readSignatures({ db }: Pick<Context, 'db'>, inspectionId: string) {
  const rows = await db
    .selectFrom('minutesSignatures')
    .innerJoin('people', 'people.personId', 'minutesSignatures.signedBy')
    .select([
      'minutesVersionId',
      'side',
      'way',
      'name',
      'minutesSignatures.post',
      'reason',
      'fingerprint',
      'signedAt',
      'people.fullName as signedBy',
      'attachmentId',
      'pictureSha256',
    ])
    .where('inspectionId', '=', inspectionId)
    .orderBy('signedAt')
    .orderBy('signingOrder')
    .execute()
  return rows.map(({ minutesVersionId, pictureSha256, side, way, ...row }) => ({
    minutesVersionId,
    pictureSha256,
    view: { ...row, side: side as MinutesSignature['side'], way: way as MinutesSignature['way'] },
  }))
}

export interface MinutesVersion extends FrozenMinutes {
  readonly row: MinutesVersionRow
  readonly signers: Signers
}

/** One version as it was frozen; without a number the newest. Refuses with `no-such-inspection` or `no-such-minutes`. */
export async function getMinutesVersionRecord(
  context: Context,
  inspectionId: string,
  wanted?: number,
): Promise<MinutesVersion> {
  await requireMinutesReader(context, inspectionId)
  const rows = await readMinutesVersions(context, inspectionId)
  const row = wanted === undefined ? rows[0] : rows.find(({ version }) => version === wanted)
  if (!row) throw new Refusal('no-such-minutes', { version: wanted ?? 1 })
  const frozen = await context.db
    .selectFrom('minutesVersions')
    .select(['paper', 'present', 'findings', 'secretaryId', 'chairId'])
    .where('minutesVersionId', '=', row.minutesVersionId)
    .executeTakeFirstOrThrow()
  return {
    row,
    inspectionId,
    version: row.version,
    reason: row.reason,
    paper: frozen.paper as unknown as Paper,
    present: frozen.present as unknown as AttendanceRow[],
    findings: frozen.findings as unknown as FrozenMinutes['findings'],
    signers: { secretary: frozen.secretaryId, chair: frozen.chairId },
  }
}

/** Refuses whoever may not know the inspection, and departments, which know of it no more than what is theirs. */
export async function requireMinutesReader(context: Context, inspectionId: string): Promise<void> {
  await getInspectionRecord(context, inspectionId)
  if (isBoundToOwn(context.viewer) && context.viewer.roles.includes('thematic-coordinator'))
    throw new Refusal('no-such-document')
}
