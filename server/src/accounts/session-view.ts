import { holds, type Permission, permissions, roleNames, type Viewer } from '@cchc/domain/access/permissions.ts'
import type { SessionView } from '@cchc/domain/accounts/contract.ts'
import { teamInspections } from '../inspections/queries.ts'
import { calendarDay } from '../platform/clock.ts'
import { type Db, type Ground, lookAs, nowOf } from '../platform/context.ts'
import { readSettings } from '../platform/settings.ts'

/** Who is signed in, the product's today, and the running campaign; the same for a stranger, without a viewer. */
export async function sessionView(ground: Ground, viewer: Viewer | null): Promise<SessionView> {
  return ground.database
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      const settings = viewer ? await lookAs(db, viewer) : await readSettings(db)
      const campaign = viewer ? await newestCampaign(db) : null
      const own = viewer && campaign ? await ownInspection(db, viewer, campaign.campaignId) : undefined
      return {
        viewer: viewer
          ? {
              ...viewer,
              ...(await workplaceOf(db, viewer)),
              roles: [...viewer.roles],
              roleName: roleNames[viewer.roles[0] ?? 'press'],
              permissions: permissionsOf(viewer),
            }
          : null,
        today: calendarDay(new Date(nowOf(ground.clock, settings.fixedToday))),
        illustrative: settings.illustrative,
        provinceName: settings.provinceName,
        officeName: settings.officeName,
        campaign,
        ownInspectionId: own?.inspectionId ?? null,
        ownInspectionReports: own !== undefined && own.kind !== 'unannounced',
      }
    })
}

function permissionsOf(viewer: Viewer): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => holds(viewer, permission))
}

async function workplaceOf(db: Db, viewer: Viewer): Promise<{ unitName: string | null }> {
  if (!viewer.unitCode) return { unitName: null }
  const unit = await db
    .selectFrom('units')
    .select('fullName')
    .where('unitCode', '=', viewer.unitCode)
    .executeTakeFirst()
  return { unitName: unit?.fullName ?? null }
}

async function newestCampaign(db: Db): Promise<SessionView['campaign']> {
  const row = await db
    .selectFrom('campaigns')
    .select((eb) => [
      ...(['campaignId', 'name', 'year', 'number', 'symbol', 'state', 'periodFrom', 'periodTo'] as const),
      eb
        .exists(
          eb
            .selectFrom('scoringSheets')
            .select('sheetId')
            .whereRef('scoringSheets.campaignId', '=', 'campaigns.campaignId')
            .where('scoringSheets.state', '=', 'published'),
        )
        .$castTo<boolean>()
        .as('scored'),
    ])
    .where('state', '<>', 'draft')
    .orderBy((eb) => eb.case().when('state', '=', 'running').then(0).else(1).end())
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.year === null || !row.periodFrom || !row.periodTo) return null
  const { number, symbol, year, periodFrom, periodTo, ...rest } = row
  return { ...rest, year, periodFrom, periodTo, decision: `${number}/${symbol}` }
}

async function ownInspection(db: Db, viewer: Viewer, campaignId: string) {
  const worksForUnit = viewer.roles.includes('unit-officer') || viewer.roles.includes('unit-head')
  if (!worksForUnit || !viewer.unitCode) return undefined
  return (
    teamInspections(db, viewer)
      .select(['inspectionId', 'kind'])
      .where('campaignId', '=', campaignId)
      .where('unitCode', '=', viewer.unitCode)
      // The one that asks for a report, where the unit has been visited unannounced as well.
      .orderBy((eb) => eb.case().when('kind', '=', 'unannounced').then(1).else(0).end())
      .orderBy('createdAt')
      .executeTakeFirst()
  )
}
