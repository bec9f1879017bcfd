import type { MoveChanges } from '@cchc/domain/inspections/contract.ts'
import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import { peopleOfUnit } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import type { InspectionRecord } from './queries.ts'
import { rosterPeople } from './slot-facts.ts'

/** People who are told of a move, by what they are to the visit. */
export interface Audience {
  readonly who: string
  readonly isRoster: boolean
  readonly people: readonly { readonly personId: string; readonly fullName: string }[]
}

/** The notice that the unit goes by, to it alone or to many; or undefined. */
export async function standingNotice({ db }: Pick<Context, 'db'>, inspectionId: string) {
  return db
    .selectFrom('visitNotices')
    .innerJoin('documents', 'documents.documentId', 'visitNotices.documentId')
    .select(['documents.documentId', 'documents.number', 'documents.symbol'])
    .where('visitNotices.inspectionId', '=', inspectionId)
    .where('visitNotices.stands', '=', true)
    .executeTakeFirst()
}

/** Whom a move of this visit concerns, each once: its roster, the standing deputy and, once it has been announced, the unit. */
export async function audiencesOf({ db }: Context, inspection: InspectionRecord): Promise<Audience[]> {
  const deputy = await db
    .selectFrom('teamMembers')
    .innerJoin('people', 'people.personId', 'teamMembers.personId')
    .select(['people.personId', 'people.fullName'])
    .where('teamMembers.campaignId', '=', inspection.campaignId)
    .where('teamMembers.role', '=', 'standing-deputy')
    .execute()
  const audiences: Audience[] = [
    { who: 'Thành phần buổi kiểm tra', isRoster: true, people: await rosterPeople(db, inspection.inspectionId) },
    { who: 'Phó Trưởng đoàn Thường trực', isRoster: false, people: deputy },
  ]
  if (inspection.state === 'announced') audiences.push(await unitAudience({ db }, inspection.unitCode))
  const named = new Set<string>()
  return audiences
    .map(({ people, ...audience }) => ({
      ...audience,
      people: people.filter(({ personId }) => !named.has(personId) && named.add(personId)),
    }))
    .filter(({ people }) => people.length > 0)
}

async function unitAudience({ db }: Pick<Context, 'db'>, unitCode: string): Promise<Audience> {
  const unit = await db
    .selectFrom('units')
    .select('fullName')
    .where('unitCode', '=', unitCode)
    .executeTakeFirstOrThrow()
  const ids = await peopleOfUnit({ db }, unitCode)
  const people =
    ids.length === 0
      ? []
      : await db
          .selectFrom('people')
          .select(['personId', 'fullName'])
          .where('personId', 'in', ids)
          .orderBy('fullName')
          .execute()
  return { who: unit.fullName, isRoster: false, people }
}

/** What a move of this visit changes wherever it goes, as the mover is told before dropping it. */
export async function moveChanges(context: Context, inspection: InspectionRecord): Promise<MoveChanges> {
  const notice = await standingNotice(context, inspection.inspectionId)
  const audiences = await audiencesOf(context, inspection)
  return {
    reportDueOn: inspection.reportDueOn,
    needsReason: inspection.state === 'announced',
    notice: notice ? documentCode(notice.number, notice.symbol ?? '') : null,
    tells: audiences
      .map(({ who, people }) => ({
        who,
        // Nobody is told of what they do themselves.
        names: people.filter(({ personId }) => personId !== context.viewer.personId).map(({ fullName }) => fullName),
      }))
      .filter(({ names }) => names.length > 0),
  }
}
