import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildCampaign } from '../server/test/factories.ts'
import {
  administrator,
  leader,
  member,
  otherPlanner,
  planner,
  standingDeputy,
  unitHead,
} from '../server/test/people.ts'
import { openProduct, type Product } from './product.ts'

const unitName = 'Phường Lê Chân'

/** An unannounced inspection from the proposal to the unit's door; whoever has not been told meets nothing of it on the way. */
describe('an unannounced inspection', () => {
  let product: Product
  let address: string
  beforeAll(async () => {
    product = await openProduct()
    product.at('2026-08-14 08:00')
    await buildCampaign(product.house)
  })
  afterAll(() => product.close())
  beforeEach(() => product.watch())

  test('is proposed by the planner, with its places and those who are told', async () => {
    const { page, open, look, box, reads } = await product.as(planner)
    await open('/dot-xuat')
    await reads('Không có cuộc kiểm tra đột xuất nào để xem')
    await page.getByRole('link', { name: 'Đề xuất' }).click()
    await page.getByRole('heading', { level: 1, name: 'Đề xuất kiểm tra đột xuất' }).waitFor()
    await look()
    await page.getByRole('button', { name: 'Đề xuất với Trưởng đoàn' }).click()
    await reads('Chọn đơn vị được kiểm tra.')
    await page.getByRole('combobox', { name: /^Đơn vị được kiểm tra/ }).fill('le chan')
    await page.getByRole('option', { name: /Phường Lê Chân/ }).click()
    await page.getByRole('textbox', { name: /^Lý do kiểm tra/ }).fill('Nhiều hồ sơ đất đai quá hạn')
    await page.getByRole('textbox', { name: /^Ngày kiểm tra/ }).fill('18/08/2026')
    await box('Địa chỉ địa điểm 1').fill('số 1 đường Mẫu')
    await page.getByRole('checkbox', { name: new RegExp(`^Đi kiểm tra ?: ${member.fullName}$`) }).check()
    await page.getByRole('checkbox', { name: new RegExp(`^Được biết ngay ?: ${member.fullName}$`) }).check()
    await look()
    await page.getByRole('button', { name: 'Đề xuất với Trưởng đoàn' }).click()
    await page.getByRole('heading', { level: 1, name: unitName }).waitFor()
    await reads('Chưa công bố – chỉ 4 người được biết')
    await look()
    address = new URL(page.url()).pathname
  })

  test('is ordered by the leader on a phone', async () => {
    const { page, open, look, dialog, reads } = await product.as(leader, 'phone')
    await open('/dot-xuat')
    await page.getByRole('link', { name: new RegExp(unitName) }).click()
    await page.getByRole('button', { name: 'Ra lệnh kiểm tra' }).click()
    const asked = await dialog(`Ra lệnh kiểm tra đột xuất ${unitName}?`)
    await asked.getByRole('button', { name: 'Ra lệnh kiểm tra' }).click()
    await reads('Đã có lệnh, chưa công bố')
    await look()
  })

  test.each([
    ['another planner', otherPlanner],
    ['the administrator', administrator],
    ['the unit’s head', unitHead],
  ])('is nothing to %s', async (_, person) => {
    const { page, open, refused } = await product.as(person)
    const isOfTeam = person === otherPlanner
    await refused(isOfTeam ? 404 : 403, () => open(address))
    expect(await page.getByRole('main').innerText()).not.toContain(unitName)
    if (!isOfTeam) return
    for (const path of ['/', '/lich', '/lich?xem=danh-sach', '/dot-xuat', '/van-ban', '/tong-hop']) {
      await open(path)
      expect(await page.getByRole('main').innerText()).not.toContain(unitName)
    }
  })

  test('stands in no ordinary list even for one of its circle', async () => {
    const { page, open } = await product.as(standingDeputy)
    for (const path of ['/', '/lich', '/lich?xem=danh-sach', '/tong-hop']) {
      await open(path)
      expect(await page.getByRole('main').innerText()).not.toContain(unitName)
    }
  })

  test('is opened on site by a member, and only then the unit sees it', async () => {
    product.at('2026-08-18 08:05')
    const { page, open, look, dialog, reads } = await product.as(member, 'phone')
    await open(address)
    await page.getByRole('button', { name: 'Mở kiểm tra tại chỗ' }).click()
    const asked = await dialog(`Mở kiểm tra đột xuất tại ${unitName}?`)
    await asked.getByRole('button', { name: 'Đoàn đã đến nơi, mở kiểm tra' }).click()
    await reads('Đang kiểm tra')
    await look()
    await page.getByRole('button', { name: /^Rời / }).click()
    await reads(/Đến 08:05, rời/)
    await page.getByRole('link', { name: 'Vào buổi kiểm tra' }).click()
    await page.getByRole('button', { name: 'Bắt đầu buổi kiểm tra' }).waitFor()
    await look()

    const unit = await product.as(unitHead, 'phone')
    await unit.open(address.replace('/dot-xuat/', '/lich/'))
    await unit.page.getByRole('heading', { level: 1, name: unitName }).waitFor()
    await unit.reads('Kiểm tra đột xuất')
  })
})
