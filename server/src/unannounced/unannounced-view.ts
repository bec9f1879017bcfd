import { teamRoleNames } from '@cchc/domain/campaigns/contract.ts'
import { type InspectionState, isSecret } from '@cchc/domain/inspections/states.ts'
import type { UnannouncedRow, UnannouncedView } from '@cchc/domain/unannounced/contract.ts'
import { actionsNow } from '@cchc/domain/unannounced/rules.ts'
import { historyOf } from '../inspections/inspection-view.ts'
import type { Context } from '../platform/context.ts'
import {
  findLeader,
  getUnannouncedRecord,
  readCircle,
  readPeople,
  readPlaces,
  standingOf,
  type UnannouncedRecord,
} from './queries.ts'
import { readWarnings } from './warnings.ts'

/** One record as a line of the list. */
export function unannouncedRow(row: UnannouncedRecord, clashes: number): UnannouncedRow {
  const { inspectionId, unitCode, unitName, visitOn, told, proposedBy, proposedAt, revision } = row
  const state = row.state as InspectionState
  return {
    inspectionId,
    unitCode,
    unitName,
    unitType: row.unitType as UnannouncedRow['unitType'],
    state,
    secret: isSecret({ kind: 'unannounced', state }),
    visitOn,
    halfDay: row.halfDay as UnannouncedRow['halfDay'],
    told,
    clashes,
    proposedBy,
    proposedAt,
    ending: row.ending as UnannouncedRow['ending'],
    revision,
  }
}

/** One unannounced inspection as the viewer sees it, with what they may do now; or `no-such-inspection`. */
export async function unannouncedView(context: Context, inspectionId: string): Promise<UnannouncedView> {
  const { db, viewer, today } = context
  const row = await getUnannouncedRecord(context, inspectionId)
  const warnings = await readWarnings(context, row)
  const leaderId = await findLeader(db, row.campaignId)
  const people = await readPeople(db, inspectionId, row.campaignId)
  const circle = await readCircle(db, inspectionId)
  return {
    ...unannouncedRow(row, warnings.filter(({ tone }) => tone === 'clash').length),
    campaignId: row.campaignId,
    reasons: row.reasons,
    notes: row.notes,
    places: (await readPlaces(db, inspectionId)) as UnannouncedView['places'],
    people: people.map(({ personId, fullName, post, role, fieldKeys, toldAt }) => ({
      personId,
      fullName,
      post,
      roleName: role === null ? null : teamRoleNames[role as keyof typeof teamRoleNames],
      fieldKeys,
      told: toldAt !== null,
    })),
    circle: circle.map(({ roles: _, ...person }) => ({
      ...person,
      always: person.personId === row.proposerId || person.personId === leaderId,
    })),
    warnings,
    orderedBy: row.orderedBy,
    orderedAt: row.orderedAt,
    openedBy: row.openedBy,
    openedAt: row.openedAt,
    endedBy: row.endedBy,
    endedAt: row.endedAt,
    endReason: row.endReason,
    history: await historyOf(db, inspectionId),
    actions: actionsNow(standingOf(viewer, row), today),
  }
}
