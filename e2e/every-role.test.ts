import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Role, roleNames, type Viewer } from '@cchc/domain/access/permissions.ts'
import { listRecommendations } from '@cchc/domain/follow-up/contract.ts'
import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { getHome } from '@cchc/domain/inspections/contract.ts'
import { getUnitScoring } from '@cchc/domain/scoring/scores-contract.ts'
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
import { noMail } from '../server/test/house.ts'
import { type BrowserHouse, openBrowser, type Screen, type sizes } from './browser.ts'
import { placesOf, visitEveryPlace } from './navigation.ts'

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
let campaignId: string

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-roles-'))
  await seedInstallation(database.db, { illustrative: true, fixedToday: illustrativeToday })
  ground = { database: database.db, clock: { now: () => new Date() }, files: openFileStore(folder), mail: noMail() }
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
  campaignId = campaign.campaignId
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

const season = ['Bàn điều hành', 'Đợt kiểm tra', 'Lịch kiểm tra', 'Kiểm tra chuyên đề']
const found = ['Kết luận', 'Khắc phục']
const summed = ['Chấm điểm', 'Tổng hợp', 'Xe và kinh phí', 'Văn bản']
const results = [...found, ...summed]
const work = [...season, 'Báo cáo', 'Yêu cầu tài liệu', 'Kiểm tra đột xuất', 'Buổi kiểm tra']
const team = [...work, ...results, 'Lịch bận']
const office = [...work, ...found, 'Nhắc việc', ...summed, 'Lịch bận']
/** Those who handle violations find them after what is to be mended. */
const handling = (places: readonly string[]) =>
  places.flatMap((place) => (place === 'Khắc phục' ? [place, 'Vi phạm cần xử lý'] : [place]))
const ofUnit = ['Báo cáo', 'Yêu cầu tài liệu', 'Kết luận', 'Khắc phục', 'Chấm điểm', 'Văn bản', 'Lịch bận']

/** Who plays each role, in which window, and the places the navigation leads them to. */
const people: [Role, () => Viewer, keyof typeof sizes, string[]][] = [
  ['planner', () => cast.planner, 'desk', [...office, 'Ngày nghỉ, làm bù', 'Đề cương', 'Thư điện tử']],
  ['standing-deputy', () => cast.standingDeputy, 'desk', handling(office)],
  ['team-leader', () => cast.leader, 'phone', handling(team)],
  ['field-deputy', () => [...cast.deputies.values()][0]!, 'desk', team],
  ['team-member', () => [...cast.members.values()][0]!, 'phone', team],
  ['thematic-coordinator', () => cast.coordinators.get('31-STP')!, 'phone', ['Kiểm tra chuyên đề', 'Buổi kiểm tra']],
  ['unit-officer', officer, 'desk', ofUnit],
  ['unit-head', () => cast.heads.get(rowAt('remedy-late').unitCode)!, 'phone', ofUnit],
  ['city-viewer', () => cast.cityViewer, 'desk', [...season, ...found, 'Kết quả chấm điểm', ...summed.slice(1)]],
  ['press', () => cast.press, 'desk', ['Buổi được mời']],
  [
    'administrator',
    () => cast.administrator,
    'desk',
    ['Ngày nghỉ, làm bù', 'Đề cương', 'Danh mục đơn vị', 'Thư điện tử', 'Tài khoản'],
  ],
]

describe('every place of the navigation', () => {
  test.each(people)('as %s', async (role, viewer, size, places) => {
    const screen = await enter(viewer(), size)
    await screen.look()
    expect(await screen.page.getByRole('button', { name: 'Tài khoản' }).textContent()).toContain(roleNames[role])
    await screen.reads(/Dữ liệu minh họa/)
    expect(await placesOf(screen)).toEqual(places)
    await visitEveryPlace(screen, places)
    browser.expectNoProblems()
    await screen.close()
  })
})

describe('every page of one thing', () => {
  const pages = () => [
    `/lich/${rowAt('report-late').inspectionId}`,
    `/bao-cao/${rowAt('report-drafting').inspectionId}`,
    `/bao-cao/${rowAt('report-drafting').inspectionId}/nhap-tu-tep`,
    `/bao-cao/${rowAt('report-sent').inspectionId}/ban-in`,
    `/kiem-tra/${rowAt('visiting').inspectionId}/buoi-kiem-tra`,
    `/kiem-tra/${rowAt('visiting').inspectionId}/buoi-kiem-tra/doc-bien-ban`,
    `/ket-luan/${rowAt('reviewing').inspectionId}`,
    `/ket-luan/${rowAt('remedying').inspectionId}`,
    `/ket-luan/${rowAt('reviewing').inspectionId}/bang`,
    '/ket-luan/mau-cau',
    '/cham-diem/phieu',
    `/cham-diem/${rowAt('done').inspectionId}`,
    `/khac-phuc/${recommendationId}`,
    '/tin-bao',
    '/lich/thong-bao',
    '/lich/thong-bao?xem=da-xem',
    ...['thanh-phan', 'lich-ban', 'quyet-dinh'].map((tab) => `/dot-kiem-tra/${campaignId}/doan?muc=${tab}`),
    '/hau-can/xe/2026-09-17',
    '/hau-can/xe/2026-09-18',
    '/hau-can?xem=kinh-phi',
  ]

  test.each(['desk', 'phone'] as const)('for the planner on a %s', async (size) => {
    const screen = await enter(cast.planner, size)
    for (const page of pages()) await screen.open(page)
    browser.expectNoProblems()
    await screen.close()
  })
})

test('the points of one unit, from its own on a phone to those agreed on', async () => {
  const begun = async ({ inspectionId, unitCode }: InspectionRow) => {
    const view = await app.perform(cast.heads.get(unitCode)!, getUnitScoring, { params: { inspectionId } })
    return view.state === 'open' && view.totals.self !== null
  }
  const concluding = rows.filter(({ kind, stage }) => kind === 'planned' && stage === 'concluding')
  const { inspectionId, unitCode, unitName } = concluding[(await Promise.all(concluding.map(begun))).indexOf(true)]!
  const path = `/cham-diem/${inspectionId}`
  const act = async ({ page, dialog, reads }: Screen, label: string, done: string) => {
    await page.getByRole('button', { name: label }).click()
    await (await dialog(label)).getByRole('button', { name: label }).click()
    await reads(done)
  }
  const takeOffered = async ({ page }: Screen, name: RegExp) => {
    const offered = page.getByRole('button', { name })
    for (let left = await offered.count(); left > 0; left -= 1) {
      await offered.first().click()
      await expect.poll(() => offered.count()).toBe(left - 1)
    }
  }
  const idea = ({ page }: Screen) =>
    page.getByRole('region', { name: 'Sáng kiến, cách làm mới về cải cách hành chính' })

  const officer = await enter(cast.officers.get(unitCode)!, 'phone')
  await officer.open(path)
  await takeOffered(officer, /^Theo số liệu: /)
  await officer.reads('Còn thiếu (0)')
  const head = await enter(cast.heads.get(unitCode)!)
  await head.open(path)
  await act(head, 'Gửi điểm tự chấm', 'Đã gửi điểm tự chấm cho Đoàn.')

  const planner = await enter(cast.planner)
  await planner.open(path)
  await takeOffered(planner, /^Theo số liệu: /)
  const plan = planner.page.getByRole('region', { name: 'Ban hành kế hoạch cải cách hành chính năm' })
  // As the unit gave itself, so that no reason is asked for.
  await plan.getByRole('radio', { name: /^Có, đúng thời hạn/ }).check()
  await idea(planner).getByRole('textbox', { name: 'Điểm Đoàn chấm' }).fill('0,5')
  await planner.page.keyboard.press('Tab')
  await idea(planner).getByRole('textbox', { name: 'Lý do' }).fill('Chưa có văn bản công nhận')
  await planner.page.keyboard.press('Tab')
  await planner.reads('Còn thiếu (0)')
  await act(planner, 'Gửi điểm cho đơn vị', 'Đã gửi điểm Đoàn chấm cho đơn vị.')

  await officer.open(path)
  const explanation = idea(officer).getByRole('textbox', { name: 'Giải trình của đơn vị' })
  await explanation.fill('Gửi kèm quyết định công nhận')
  await explanation.blur()
  await idea(officer).getByText('Đã lưu').waitFor()
  await head.open(path)
  await head.page.getByRole('radio', { name: /^Chênh lệch/ }).check()
  await idea(head).getByText('Chưa có văn bản công nhận').waitFor()
  for (const box of await head.page.getByRole('textbox', { name: 'Giải trình của đơn vị' }).all())
    if ((await box.inputValue()) === '') await box.fill('Đơn vị thống nhất với điểm của Đoàn')
  await head.page.keyboard.press('Tab')
  await head.reads('Còn thiếu (0)')
  await act(head, 'Gửi giải trình', 'Đã gửi giải trình.')
  await planner.open(path)
  await act(planner, 'Chốt điểm thống nhất', 'Đã chốt điểm thống nhất.')

  const viewer = await enter(cast.cityViewer)
  await viewer.open('/cham-diem/ket-qua')
  await viewer.reads('Đã thống nhất điểm 3/27 đơn vị')
  await viewer.page.getByRole('row', { name: new RegExp(`${unitName}.*Đã thống nhất`) }).waitFor()
  browser.expectNoProblems()
})
