import { expect } from 'vitest'
import {
  administrator,
  cityViewer,
  leader,
  member,
  planner,
  press,
  standingDeputy,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../server/test/people.ts'
import type { Screen } from '../browser.ts'
import type { Step, Story } from './story.ts'

const season = ['Bàn điều hành', 'Đợt kiểm tra', 'Lịch kiểm tra']
const results = ['Kết luận', 'Khắc phục', 'Tổng hợp', 'Văn bản']
const team = [...season, 'Báo cáo', 'Buổi kiểm tra', ...results]
const ofUnit = ['Báo cáo', 'Kết luận', 'Khắc phục', 'Văn bản']

/** The places each role is led to, in their order. */
const navigation: readonly (readonly [TestPerson, readonly string[]])[] = [
  [planner, [...team, 'Ngày nghỉ, làm bù']],
  [standingDeputy, team],
  [leader, team],
  [member, team],
  [unitOfficer, ofUnit],
  [unitHead, ofUnit],
  [cityViewer, [...season, ...results]],
  [administrator, ['Ngày nghỉ, làm bù', 'Danh mục đơn vị', 'Tài khoản']],
  [press, []],
]

export const roles: Step[] = [
  {
    at: '2026-11-26 08:00',
    who: 'every role',
    does: 'is led to the places of that role and to no other',
    async run(product) {
      for (const [person, places] of navigation) {
        const screen = await product.as(person)
        await screen.open('/')
        expect([person.username, ...(await placesOf(screen))]).toEqual([person.username, ...places])
      }
    },
  },
  {
    at: '2026-11-26 09:00',
    who: 'city viewer, administrator, press',
    does: 'open every page they are led to',
    async run(product) {
      for (const person of [cityViewer, administrator, press]) await openEveryPlace(await product.as(person))
    },
  },
  {
    at: '2026-11-26 10:00',
    who: 'team leader, on a phone',
    does: 'opens every page from the phone’s menu, and the unit’s own page',
    async run(product, { inspectionId }) {
      const screen = await product.as(leader, 'phone')
      await screen.open('/')
      await openEveryPlace(screen)
      await screen.open(`/lich/${inspectionId}`)
    },
  },
  {
    at: '2026-11-26 11:00',
    who: 'unit officer, on a phone',
    does: 'reads the report, the conclusions and the recommendation',
    async run(product, story) {
      const screen = await product.as(unitOfficer, 'phone')
      for (const path of unitPages(story)) await screen.open(path)
      const { page, dialog, open } = screen
      await open(`/bao-cao/${story.inspectionId}`)
      await page.getByRole('button', { name: /Công tác chỉ đạo điều hành/ }).click()
      const outline = await dialog('Đề cương')
      await outline.getByRole('link', { name: /Cải cách tài chính công/ }).click()
      await page.getByRole('heading', { level: 2, name: '5. Cải cách tài chính công' }).waitFor()
      await screen.look()
    },
  },
]

const unitPages = ({ inspectionId, conclusionPath }: Story) => [
  `/bao-cao/${inspectionId}`,
  `/bao-cao/${inspectionId}/ban-in`,
  conclusionPath,
  '/khac-phuc',
  '/van-ban',
]

const menu = ({ page }: Screen) => page.getByRole('navigation', { name: 'Chính' })

/** The labels of the navigation, without the counts beside them. */
async function placesOf(screen: Screen): Promise<string[]> {
  const places = await menu(screen).getByRole('listitem').allInnerTexts()
  return places.map((text) => text.split('\n')[0]!.trim())
}

/** Goes to every place of the navigation by pressing it; on a phone the menu is opened each time. */
async function openEveryPlace(screen: Screen): Promise<void> {
  const { page, look, dialog } = screen
  const isPhone = !(await menu(screen).isVisible())
  const openMenu = async () => {
    if (!isPhone) return
    await page.getByRole('button', { name: 'Mở danh mục' }).click()
    await dialog('Danh mục')
  }
  await openMenu()
  const places = await placesOf(screen)
  for (const [index, place] of places.entries()) {
    if (index > 0) await openMenu()
    await menu(screen).getByRole('link', { name: place }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look()
  }
}
