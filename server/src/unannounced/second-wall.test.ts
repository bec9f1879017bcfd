import { randomUUID } from 'node:crypto'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection, tellCircle } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  administrator,
  cityViewer,
  everyone,
  leader,
  member,
  otherMember,
  otherPlanner,
  otherUnitHead,
  planner,
  press,
  standingDeputy,
  type TestPerson,
  unitHead,
} from '../../test/people.ts'
import { unannouncedInspections, visibleInspections } from '../inspections/queries.ts'

/**
 * What PostgreSQL itself holds of the secrecy, asked past the door: every table that hangs on an inspection, as the
 * application's role.
 */
let house: TestHouse
let campaign: BuiltCampaign
let secret: string
const circle = [planner, leader, standingDeputy, member]

beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.owner.deleteFrom('inspections').execute()
  const built = await buildInspection(house, { campaign, kind: 'unannounced', state: 'ordered' })
  secret = built.inspectionId
  await tellCircle(house, secret, ...circle)
})

/** Tables from which a row leads to an inspection, however far, by a foreign key, with the policies that let a row through: the restrictive ones only narrow these. */
async function tablesThatHang(): Promise<{ name: string; secured: boolean; policies: string[]; insert: string[] }[]> {
  const { rows } = await sql<{ name: string; secured: boolean; policies: string[]; insert: string[] }>`
    with recursive hanging as (
      select 'inspections'::regclass::oid as relid
      union
      select k.conrelid from pg_constraint k
      join hanging h on k.confrelid = h.relid and k.contype = 'f'
      where h.relid = 'inspections'::regclass
        or (select bool_and(a.attnotnull) from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey))
    )
    select c.relname as name, c.relrowsecurity as secured,
      array(select pg_get_expr(p.polqual, p.polrelid) from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polqual is not null) as policies,
      array(select coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid)) from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'a', 'w')) as insert
    from hanging h join pg_class c on c.oid = h.relid order by 1`.execute(house.owner)
  return rows
}

const rowsAs = (person: TestPerson, table: string) =>
  house.within(person, async ({ db }) => (await sql`select * from ${sql.table(table)}`.execute(db)).rows)

describe('the application’s role', () => {
  test('owns nothing and cannot pass by row-level security', async () => {
    const { rows } = await sql<{ rolsuper: boolean; rolbypassrls: boolean; rolcanlogin: boolean; owned: number }>`
      select rolsuper, rolbypassrls, rolcanlogin,
        (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_proc where proowner = r.oid) as owned
      from pg_roles r where rolname = 'cchc_app'`.execute(house.owner)
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, owned: 0 }])
  })

  test('is the role that every request works in', async () => {
    const { rows } = await house.within(planner, ({ db }) =>
      sql<{ who: string }>`select current_user as who`.execute(db),
    )
    expect(rows).toEqual([{ who: 'cchc_app' }])
  })

  test('meets a policy on every table that hangs on an inspection, for reading and for writing', async () => {
    const tables = await tablesThatHang()
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'answers',
        'inspection_circle',
        'mails',
        'notifications',
        'remedies',
        'unannounced_people',
      ]),
    )
    const open = (expressions: string[]) =>
      expressions.length === 0 ||
      expressions.some(
        (expression) =>
          !/inspections|self_reports|conclusions|recommendations|documents|document_requests|visits|unit_scorings|draft_showings/.test(
            expression,
          ),
      )
    expect(tables.filter(({ secured }) => !secured).map(({ name }) => name)).toEqual([])
    expect(tables.filter(({ policies }) => open(policies)).map(({ name }) => name)).toEqual(['inspections'])
    expect(tables.filter(({ insert }) => open(insert)).map(({ name }) => name)).toEqual(['inspections'])
  })

  test('sees nothing of any of them while nobody is named', async () => {
    await house.owner.insertInto('visits').values({ inspectionId: secret, startedAt: '2026-07-15T01:00:00Z' }).execute()
    for (const { name } of await tablesThatHang()) {
      const seen = await sql`select * from ${sql.table(name)}`.execute(house.ground.database)
      expect([name, seen.rows]).toEqual([name, []])
    }
  })
})

describe('a secret inspection', () => {
  test('and all that hangs on it is seen by its circle alone, whatever their roles', async () => {
    await house.owner
      .insertInto('inspectionPlaces')
      .values({ inspectionId: secret, kind: 'one-stop', name: 'Bộ phận Một cửa' })
      .execute()
    const knowing = []
    for (const person of everyone) {
      const seen = [
        await rowsAs(person, 'inspections'),
        await rowsAs(person, 'inspection_circle'),
        await rowsAs(person, 'inspection_roster'),
        await rowsAs(person, 'inspection_places'),
        await rowsAs(person, 'self_reports'),
      ]
      if (seen.some((rows) => rows.length > 0)) knowing.push(person)
    }
    expect(knowing).toEqual([planner, standingDeputy, leader, member])
  })

  test('is not behind the first leaf of the door even for its circle, and behind the second for them alone', async () => {
    for (const person of everyone) {
      const [first, second] = await house.within(person, async ({ db, viewer }) => [
        await visibleInspections(db, viewer).select('inspectionId').execute(),
        await unannouncedInspections(db, viewer).select('inspectionId').execute(),
      ])
      expect([person.username, first.length, second.length]).toEqual([
        person.username,
        0,
        circle.includes(person) ? 1 : 0,
      ])
    }
  })

  test.each([
    ['who is made an administrator later', { roles: ['team-member', 'administrator'] }],
    ['whose account is locked', { disabled: true }],
    ['who leaves the team', { roles: ['city-viewer'] }],
  ])('is known no longer to one of its circle %s', async (_, change) => {
    const person = house.personId(member)
    expect(await rowsAs(member, 'inspections')).toHaveLength(1)
    await house.owner.updateTable('people').set(change).where('personId', '=', person).execute()
    expect(await rowsAs(member, 'inspections')).toEqual([])
    await house.owner
      .updateTable('people')
      .set({ roles: ['team-member'], disabled: false })
      .where('personId', '=', person)
      .execute()
  })

  test('takes no row from a stranger, who is answered as for an inspection that does not exist', async () => {
    const person = house.personId(otherPlanner)
    const rows = (inspectionId: string) =>
      [
        ['inspectionCircle', { inspectionId, personId: person }],
        ['inspectionPlaces', { inspectionId, kind: 'other', name: 'x' }],
        ['inspectionRoster', { inspectionId, teamMemberId: campaign.seatOf(leader) }],
        ['visits', { inspectionId, startedAt: '2026-07-15T01:00:00Z' }],
        [
          'files',
          { inspectionId, sha256: 'x', name: 'x', size: 1, mediaType: 'x', uploadedAt: '2026-07-15T01:00:00Z' },
        ],
        ['auditEvents', { inspectionId, at: '2026-07-15T01:00:00Z', action: 'x', subjectId: 'x', personId: person }],
        [
          'notifications',
          { inspectionId, personId: person, kind: 'x', title: 'x', link: '/', at: '2026-07-15T01:00:00Z' },
        ],
        ['mails', { inspectionId, address: 'x', subject: 'x', body: 'x', queuedAt: '2026-07-15T01:00:00Z' }],
        ['unannouncedPeople', { inspectionId, personId: person }],
      ] as const
    const refusalOf = (table: string, values: object) =>
      house
        .within(otherPlanner, ({ db }) =>
          db
            .insertInto(table as never)
            .values(values as never)
            .execute(),
        )
        .then(
          () => 'written',
          (error) => `${error.code} ${error.message}`,
        )
    const nowhere = new Map(rows(randomUUID()).map(([table, values]) => [table, values]))
    for (const [table, values] of rows(secret)) {
      const refused = await refusalOf(table, values)
      expect([table, refused]).toEqual([table, expect.stringMatching(/^42501 /)])
      expect([table, refused]).toEqual([table, await refusalOf(table, nowhere.get(table)!)])
    }
  })

  test('is neither changed nor removed by a stranger, and opened by none', async () => {
    const counts = await house.within(otherPlanner, async ({ db }) => [
      (
        await db
          .updateTable('inspections')
          .set({ state: 'opened' })
          .where('inspectionId', '=', secret)
          .executeTakeFirst()
      ).numUpdatedRows,
      (await db.deleteFrom('inspectionCircle').where('inspectionId', '=', secret).executeTakeFirst()).numDeletedRows,
      (await db.deleteFrom('inspections').where('inspectionId', '=', secret).executeTakeFirst()).numDeletedRows,
    ])
    expect(counts).toEqual([0n, 0n, 0n])
  })

  test('cannot be told to whoever administers or does not belong to the team, not even by its circle', async () => {
    for (const person of [administrator, press, cityViewer, unitHead]) {
      const told = house.within(leader, ({ db }) =>
        db
          .insertInto('inspectionCircle')
          .values({ inspectionId: secret, personId: house.personId(person) })
          .execute(),
      )
      await expect(told).rejects.toThrow('row-level security')
    }
  })

  test('sends no message to one from whom it is kept, and bears no document', async () => {
    const message = (person: TestPerson) => ({
      inspectionId: secret,
      personId: house.personId(person),
      kind: 'x',
      title: 'x',
      link: '/',
      at: '2026-07-15T01:00:00Z',
    })
    const mail = {
      inspectionId: secret,
      address: 'a@vi-du.invalid',
      subject: 'x',
      body: 'x',
      queuedAt: '2026-07-15T01:00:00Z',
    }
    const paper = {
      inspectionId: secret,
      campaignId: campaign.campaignId,
      kind: 'minutes',
      title: 'x',
      year: 2026,
      issuedOn: '2026-07-15',
      paper: '{}',
      issuedBy: house.personId(leader),
      issuedAt: '2026-07-15T01:00:00Z',
    }
    const attempt = (work: (db: Parameters<Parameters<typeof house.within>[1]>[0]['db']) => Promise<unknown>) =>
      house
        .within(leader, ({ db }) => work(db))
        .then(
          () => 'written',
          ({ code }) => code,
        )
    expect([
      await attempt((db) => db.insertInto('notifications').values(message(member)).execute()),
      await attempt((db) => db.insertInto('notifications').values(message(otherMember)).execute()),
      await attempt((db) =>
        db
          .insertInto('mails')
          .values({ ...mail, personId: house.personId(member) })
          .execute(),
      ),
      await attempt((db) => db.insertInto('mails').values(mail).execute()),
      await attempt((db) => db.insertInto('documents').values(paper).execute()),
    ]).toEqual(['written', '42501', 'written', '42501', '42501'])
  })

  test('is written down by those who propose alone, and its proposer is the first to know', async () => {
    const propose = (person: TestPerson, state: InspectionState = 'proposed') =>
      house
        .within(person, ({ db }) =>
          db
            .insertInto('inspections')
            .values({
              campaignId: campaign.campaignId,
              unitCode: '10525',
              year: 2026,
              kind: 'unannounced',
              state,
              leadWorkingDays: 3,
            })
            .execute(),
        )
        .then(
          () => 'written',
          ({ code }) => code,
        )
    expect([await propose(member), await propose(administrator), await propose(otherPlanner, 'ordered')]).toEqual([
      '42501',
      '42501',
      '42501',
    ])
    expect(await propose(otherPlanner)).toBe('written')
    expect(await rowsAs(otherPlanner, 'inspections')).toHaveLength(1)
    expect(await rowsAs(planner, 'inspections')).toHaveLength(1)
  })
})

test('once opened it is known to whoever reads inspections, to its own unit, and never to press and administrators', async () => {
  await house.owner.updateTable('inspections').set({ state: 'opened' }).where('inspectionId', '=', secret).execute()
  const knowing = []
  for (const person of everyone) {
    const byDatabase = (await rowsAs(person, 'inspections')).length
    const byDoor = await house.within(
      person,
      async ({ db, viewer }) => (await visibleInspections(db, viewer).select('inspectionId').execute()).length,
    )
    expect([person.username, byDoor]).toEqual([person.username, byDatabase])
    if (byDoor > 0) knowing.push(person)
  }
  for (const person of [press, administrator, otherUnitHead]) expect(knowing).not.toContain(person)
  for (const person of [...circle, otherPlanner, otherMember, cityViewer, unitHead]) expect(knowing).toContain(person)
})
