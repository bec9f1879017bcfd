import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getHome, type InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { evaluateOutline } from '@cchc/domain/outlines/evaluate.ts'
import { outlineItems } from '@cchc/domain/outlines/outline.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { noMail } from '../../../test/house.ts'
import { buildApp } from '../../app.ts'
import { getOutlineContent } from '../../outlines/queries.ts'
import { type Ground, withContext } from '../../platform/context.ts'
import { openFileStore } from '../../platform/files.ts'
import { openSignIn, type SignIn } from '../../platform/sign-in.ts'
import { seedInstallation } from '../seed-installation.ts'
import type { Cast } from './cast.ts'
import { inventedAnswers } from './invented-answers.ts'
import { playSeason } from './play-season.ts'
import { illustrativeToday } from './season-plan.ts'

let database: TestDatabase
let folder: string
let ground: Ground
let signIn: SignIn
let cast: Cast
let rows: InspectionRow[]

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-season-'))
  await seedInstallation(database.db, { illustrative: true, fixedToday: illustrativeToday })
  ground = {
    database: database.db,
    clock: { now: () => new Date('2026-12-24T05:00:00Z') },
    files: openFileStore(folder),
    mail: noMail(),
  }
  signIn = openSignIn({
    databaseUrl: database.url,
    secret: 'a-secret-of-the-tests-only-0123456789',
    baseUrl: 'http://localhost',
    database: database.db,
    secureCookies: false,
  })
  const path = join(import.meta.dirname, '..', '..', '..', 'seed', 'decision-2251.txt')
  cast = await playSeason(ground, signIn, { name: 'decision-2251.txt', path })
  const app = await buildApp({ ground, signIn, webFolder: null })
  const { campaignId } = await database.db.selectFrom('campaigns').select('campaignId').executeTakeFirstOrThrow()
  rows = (await app.perform(cast.planner, getHome, { params: { campaignId } })).inspections
  await app.close()
}, 180_000)
afterAll(async () => {
  await signIn.close()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

test('every stage of the year can be seen', () => {
  const count = (stage: InspectionRow['stage']) => rows.filter((row) => row.stage === stage).length
  expect(rows.filter(({ kind }) => kind === 'planned')).toHaveLength(27)
  for (const stage of [
    'unscheduled',
    'scheduled',
    'announced',
    'report-drafting',
    'report-with-head',
    'report-late',
    'report-sent',
    'visiting',
    'concluding',
    'reviewing',
    'remedying',
    'remedy-late',
    'done',
  ] as const) {
    expect([stage, count(stage)]).not.toEqual([stage, 0])
  }
  expect(rows.filter(({ reportVerdict }) => reportVerdict === 'late')).toHaveLength(1)
})

test('nobody of the season has a password, and each is marked', async () => {
  const people = await database.db.selectFrom('people').select(['illustrative']).execute()
  expect(people.every(({ illustrative }) => illustrative)).toBe(true)
  await expect(signIn.byPassword('thu-ky', 'thu-ky', new Headers())).rejects.toMatchObject({
    code: 'wrong-credentials',
  })
})

test('every paper issued bears the mark', async () => {
  const papers = await withContext(ground, cast.planner, ({ db }) =>
    db.selectFrom('documents').select('paper').execute(),
  )
  expect(papers.length).toBeGreaterThan(20)
  expect(papers.every(({ paper }) => (paper as { illustrative: boolean }).illustrative)).toBe(true)
})

test('the team has its decision, its stand-ins and its busy days', async () => {
  const { decisions, standIns, busy } = await withContext(ground, cast.planner, async ({ db }) => ({
    decisions: await db.selectFrom('documents').select('state').where('kind', '=', 'team-decision').execute(),
    standIns: await db.selectFrom('fieldStandIns').selectAll().execute(),
    busy: await db.selectFrom('busyTimes').select(['personId', 'unitCode', 'reason']).execute(),
  }))
  expect(decisions).toEqual([{ state: 'issued' }])
  expect(standIns.length).toBeGreaterThan(3)
  expect(busy.filter(({ personId }) => personId !== null).length).toBeGreaterThan(2)
  expect(busy.some(({ unitCode }) => unitCode !== null)).toBe(true)
  expect(busy.every(({ reason }) => reason.includes('minh họa'))).toBe(true)
})

test('no visit of the season was announced with something missing on its roster', async () => {
  const exceptions = await withContext(ground, cast.planner, ({ db }) =>
    db.selectFrom('rosterExceptions').selectAll().execute(),
  )
  expect(exceptions).toEqual([])
})

test('points can be seen at every step, and wherever the sheet is shown it says that it is invented', async () => {
  const { sheets, states } = await withContext(ground, cast.planner, async ({ db }) => ({
    sheets: await db.selectFrom('scoringSheets').select(['state', 'content']).execute(),
    states: await db.selectFrom('unitScorings').select('state').distinct().orderBy('state').execute(),
  }))
  expect(sheets.map(({ state }) => state)).toEqual(['published'])
  expect(sheets[0]!.content).toMatchObject({ title: expect.stringContaining('dữ liệu minh họa') })
  expect(states.map(({ state }) => state)).toEqual(['agreed', 'appraised', 'explained', 'open', 'self-scored'])
})

test('nothing happened after the illustrative today', async () => {
  const events = await withContext(ground, cast.planner, ({ db }) =>
    db
      .selectFrom('auditEvents')
      .select(({ fn }) => fn.max('at').as('last'))
      .executeTakeFirstOrThrow(),
  )
  expect(events.last && events.last < '2026-09-15T17:00:00.000Z').toBe(true)
})

test.each(['31-SXD', '11383', '10525', '11242'])('invented answers of %s are whole and add up', async (seed) => {
  const outline = await withContext(ground, cast.planner, async ({ db }) =>
    getOutlineContent(
      db,
      (await db.selectFrom('outlineVersions').select('outlineVersionId').executeTakeFirstOrThrow()).outlineVersionId,
    ),
  )
  const unitKind = seed.startsWith('31') ? ('department' as const) : ('commune' as const)
  const answers = inventedAnswers(outline, unitKind, seed, '2026-09-01')
  const { results } = evaluateOutline(outline, Object.fromEntries(answers))
  expect(results.filter(({ level }) => level !== 'below-target')).toEqual([])
  expect(answers.size).toBeGreaterThan(outlineItems(outline).length / 2)
})
