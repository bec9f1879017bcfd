import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { roleNames, type Viewer } from '@cchc/domain/access/permissions.ts'
import { listRecommendations } from '@cchc/domain/follow-up/contract.ts'
import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { getHome } from '@cchc/domain/inspections/contract.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSignInLink } from '../server/src/accounts/make-sign-in-link.ts'
import { type App, buildApp } from '../server/src/app.ts'
import type { Ground } from '../server/src/platform/context.ts'
import { openFileStore } from '../server/src/platform/files.ts'
import { openSignIn, type SignIn } from '../server/src/platform/sign-in.ts'
import { ensureWebBundle } from '../server/src/platform/web-bundle.ts'
import type { Cast } from '../server/src/seed/illustrative/cast.ts'
import { playSeason } from '../server/src/seed/illustrative/play-season.ts'
import { illustrativeToday } from '../server/src/seed/illustrative/season-plan.ts'
import { seedInstallation } from '../server/src/seed/seed-installation.ts'
import { createTestDatabase, type TestDatabase } from '../server/test/database.ts'
import { type BrowserHouse, openBrowser, type Screen, type sizes } from './browser.ts'

/** The illustrative season as each role meets it: every page that the navigation offers, with axe, on a PC and on a phone. */

let database: TestDatabase
let folder: string
let signIn: SignIn
let ground: Ground
let app: App
let browser: BrowserHouse
let cast: Cast
let rows: InspectionRow[]
let recommendationId: string

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-roles-'))
  await seedInstallation(database.db, { illustrative: true, fixedToday: illustrativeToday })
  ground = { database: database.db, clock: { now: () => new Date() }, files: openFileStore(folder) }
  signIn = openSignIn({
    databaseUrl: database.url,
    secret: 'a-secret-of-the-tests-only-0123456789',
    baseUrl: 'http://localhost',
    database: database.db,
    secureCookies: false,
  })
  const path = join(import.meta.dirname, '..', 'server', 'seed', 'decision-2251.txt')
  cast = await playSeason(ground, signIn, { name: 'decision-2251.txt', path })
  app = await buildApp({ ground, signIn, webFolder: await ensureWebBundle(console.log) })
  await app.listen({ port: 0, host: 'localhost' })
  browser = await openBrowser(`http://localhost:${(app.server.address() as AddressInfo).port}`)
  const campaign = await database.db.selectFrom('campaigns').select('campaignId').executeTakeFirstOrThrow()
  rows = (await app.perform(cast.planner, getHome, { params: campaign })).inspections
  const { recommendations } = await app.perform(cast.planner, listRecommendations, { params: campaign })
  recommendationId = recommendations[0]!.recommendationId
}, 300_000)

afterAll(async () => {
  await browser.close()
  await app.close()
  await signIn.close()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

async function enter(viewer: Viewer, size: keyof typeof sizes = 'desk'): Promise<Screen> {
  const screen = await browser.screen(`${viewer.fullName} ${size}`, size)
  const token = await makeSignInLink(ground, viewer.personId, 1)
  await screen.page.goto(`/sign-in/link?token=${token}`)
  await screen.page.getByRole('button', { name: 'Tài khoản' }).waitFor()
  return screen
}

const rowAt = (stage: InspectionRow['stage']) => rows.find((row) => row.stage === stage)!
const officer = () => cast.officers.get(rowAt('report-drafting').unitCode)!

const people: [string, () => Viewer][] = [
  ['planner', () => cast.planner],
  ['standing-deputy', () => cast.standingDeputy],
  ['team-leader', () => cast.leader],
  ['field-deputy', () => [...cast.deputies.values()][0]!],
  ['team-member', () => [...cast.members.values()][0]!],
  ['unit-officer', officer],
  ['unit-head', () => cast.heads.get(rowAt('remedy-late').unitCode)!],
  ['city-viewer', () => cast.cityViewer],
  ['press', () => cast.press],
  ['administrator', () => cast.administrator],
]

describe('every page of the navigation', () => {
  test.each(people)('as %s', async (role, viewer) => {
    const screen = await enter(viewer())
    await screen.look()
    await screen.reads(roleNames[role as keyof typeof roleNames])
    await screen.reads(/Dữ liệu minh họa/)
    const links = await screen.page
      .getByRole('navigation')
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    const pages = [...new Set(links)].filter((href): href is string => href?.startsWith('/') === true)
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) {
      await screen.open(page)
      expect(await screen.page.getByRole('heading', { level: 1 }).count()).toBe(1)
    }
    browser.expectNoProblems()
  })
})

describe('every page of one thing', () => {
  const pages = () => [
    `/lich/${rowAt('report-late').inspectionId}`,
    `/bao-cao/${rowAt('report-drafting').inspectionId}`,
    `/bao-cao/${rowAt('report-sent').inspectionId}/ban-in`,
    `/kiem-tra/${rowAt('visiting').inspectionId}/buoi-kiem-tra`,
    `/ket-luan/${rowAt('reviewing').inspectionId}`,
    `/ket-luan/${rowAt('remedying').inspectionId}`,
    `/khac-phuc/${recommendationId}`,
  ]

  test.each(['desk', 'phone'] as const)('for the planner on a %s', async (size) => {
    const screen = await enter(cast.planner, size)
    for (const page of ['/', '/lich', '/bao-cao', '/tong-hop', ...pages()]) {
      await screen.open(page)
      const width = await screen.page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect([page, width]).toEqual([page, 0])
    }
    browser.expectNoProblems()
  })
})

describe('an outsider', () => {
  test('who is not signed in is led to the sign-in and back', async () => {
    const screen = await browser.screen('stranger')
    await screen.page.goto('/tong-hop')
    await screen.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    await screen.look()
    expect(new URL(screen.page.url()).pathname).toBe('/sign-in')
    browser.expectNoProblems()
  })

  test('of another unit is told that there is no such thing, and shown nothing of it', async () => {
    const screen = await enter(officer())
    const other = rowAt('remedying')
    for (const page of [
      `/bao-cao/${other.inspectionId}`,
      `/ket-luan/${other.inspectionId}`,
      `/khac-phuc/${recommendationId}`,
    ]) {
      await screen.refused(404, () => screen.page.goto(page))
      await screen.reads(/Không tìm thấy/)
      expect(await screen.page.getByText(other.unitName).count()).toBe(0)
    }
    // The browser's console tells of each of these refusals, as it should: problems are not looked at here.
  })
})
