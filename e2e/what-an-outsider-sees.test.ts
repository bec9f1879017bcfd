import { createAccount } from '@cchc/domain/accounts/contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildCampaign, buildInspection } from '../server/test/factories.ts'
import { administrator, otherUnitOfficer, press, unitHead } from '../server/test/people.ts'
import type { Screen } from './browser.ts'
import { openProduct, type Product } from './product.ts'

const unitName = 'Phường Lê Chân'
const login = { username: 'cong-chuc-hai-duong', password: 'mot cau ngan de nho' }

/** Who is not meant to see something finds a sentence and a way on: never a blank page, never a trace of what is there. */
describe('what an outsider sees', () => {
  let product: Product
  /** The unit's inspection, announced; and that of the other unit, scheduled but not announced. */
  let announced: string
  let notAnnounced: string
  beforeAll(async () => {
    product = await openProduct()
    product.at('2026-07-06 08:00')
    const { house } = product
    const campaign = await buildCampaign(house)
    announced = (await buildInspection(house, { campaign })).inspectionId
    const hidden = { campaign, unitCode: '10525', state: 'scheduled', visitOn: '2026-07-16' } as const
    notAnnounced = (await buildInspection(house, hidden)).inspectionId
    const person = { fullName: 'Công chức khác', post: 'Công chức', email: null, phone: null, unitCode: '10525' }
    const body = { ...person, ...login, roles: ['unit-officer' as const] }
    ;(await house.as(administrator).call(createAccount, { body })).ok()
  })
  afterAll(() => product.close())
  beforeEach(() => product.watch())

  const addressesOf = (inspectionId: string) => [
    `/lich/${inspectionId}`,
    `/bao-cao/${inspectionId}`,
    `/bao-cao/${inspectionId}/ban-in`,
    `/kiem-tra/${inspectionId}/buoi-kiem-tra`,
    `/ket-luan/${inspectionId}`,
  ]

  test('a unit finds no address of another unit’s inspection, and no word of it', async () => {
    const screen = await product.as(otherUnitOfficer)
    for (const path of addressesOf(announced)) {
      const status = path.includes('buoi-kiem-tra') ? 403 : 404
      await screen.refused(status, () => screen.open(path))
      await expectNo(screen)
      expect(await screen.page.getByRole('main').innerText()).not.toContain(unitName)
    }
    for (const path of ['/bao-cao', '/ket-luan', '/khac-phuc', '/van-ban']) {
      await screen.open(path)
      expect(await screen.page.getByRole('main').innerText()).not.toContain(unitName)
    }
  })

  test('a unit finds no address of its own inspection before it is announced', async () => {
    const screen = await product.as(otherUnitOfficer)
    for (const path of [`/lich/${notAnnounced}`, `/bao-cao/${notAnnounced}`]) {
      await screen.refused(404, () => screen.open(path))
      await expectNo(screen)
    }
  })

  test('a page of another role says so and leads home', async () => {
    const screen = await product.as(press)
    for (const path of ['/tong-hop', '/quan-tri/tai-khoan']) {
      await screen.refused(403, () => screen.open(path))
      await expectNo(screen)
      await screen.reads('Trang này dành cho vai trò khác')
    }
    await screen.page.getByRole('link', { name: 'Về trang đầu' }).click()
    await screen.page.getByRole('heading', { level: 1, name: 'Buổi kiểm tra được mời' }).waitFor()
    await screen.look()
    await screen.open('/khong-co-trang-nay')
    await screen.reads('Địa chỉ này không dẫn tới đâu')
  })

  test('who is signed out is led to the sign-in and back to where they wanted to go', async () => {
    const { page, look, box, reads } = await product.screen('signed out')
    await page.goto('/bao-cao?tim=abc')
    await box('Tên đăng nhập').waitFor()
    await look()
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await reads('Nhập mật khẩu.')
    await look()
    await box('Tên đăng nhập').fill(login.username)
    await box('Mật khẩu').fill(login.password)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByRole('heading', { level: 1, name: 'Báo cáo phục vụ kiểm tra' }).waitFor()
    const { pathname, search } = new URL(page.url())
    expect(pathname + search).toBe('/bao-cao?tim=abc')
    await look()
  })

  test('who signs out finds nothing left behind, even by going back', async () => {
    const { page, look, box } = await product.as(unitHead)
    await page.getByRole('link', { name: 'Văn bản' }).click()
    await page.getByRole('heading', { level: 1, name: 'Văn bản' }).waitFor()
    await page.getByRole('button', { name: 'Tài khoản' }).click()
    await look()
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
    await box('Tên đăng nhập').waitFor()
    await page.goBack()
    await box('Tên đăng nhập').waitFor()
    await look()
  })

  test('a link that is not valid says so and offers the other way in', async () => {
    const { page, look, reads, refused } = await product.screen('old link')
    await refused(401, () => page.goto('/sign-in/link?token=khong-phai-duong-dan-nao-ca'))
    await reads('Đường dẫn')
    await look()
    await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản' }).click()
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    await look()
  })
})

/** A sentence and a way on. */
async function expectNo({ page }: Screen): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Không mở được trang này' }).waitFor()
  await page.getByRole('link', { name: 'Về trang đầu' }).waitFor()
}
