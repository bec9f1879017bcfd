import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../server/test/factories.ts'
import { planner } from '../server/test/people.ts'
import { openProduct, type Product } from './product.ts'

/** The calendar board by mouse, by keys and by finger, and the map beside it, with axe on each state. */

let product: Product
let campaign: BuiltCampaign
beforeAll(async () => {
  product = await openProduct()
  campaign = await buildCampaign(product.house)
})
afterAll(() => product.close())
beforeEach(async () => {
  product.watch()
  product.at('2026-07-01 09:00')
  const { owner } = product.house
  for (const table of ['notifications', 'mails', 'inspections'] as const) await owner.deleteFrom(table).execute()
  const visits = [
    { unitCode: '11383', state: 'scheduled', visitOn: '2026-07-22' },
    { unitCode: '10525', state: 'announced', visitOn: '2026-07-23' },
    { unitCode: '11560', state: 'planned', visitOn: null },
  ] as const
  for (const visit of visits) await buildInspection(product.house, { campaign, ...visit })
})

const chip = (page: Page, unit: string) => page.locator('[data-chip]').filter({ hasText: unit })
const slot = (page: Page, key: string) => page.locator(`[data-slot="${key}"]`)
const standing = async (unitCode: string) =>
  product.house.owner
    .selectFrom('inspections')
    .select(['visitOn', 'halfDay'])
    .where('unitCode', '=', unitCode)
    .executeTakeFirstOrThrow()

/** Presses, carries over several points as a hand does, and lets go. */
async function drag(page: Page, what: Locator, to: () => Locator): Promise<void> {
  await what.scrollIntoViewIfNeeded()
  const from = (await what.boundingBox())!
  await page.mouse.move(from.x + 12, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(from.x + 24, from.y + 24, { steps: 3 })
  await to().filter({ hasText: 'Được' }).waitFor()
  const target = (await to().boundingBox())!
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 4 })
  await page.mouse.up()
}

/** A finger that stays on an element until it is held, then lets go. */
async function hold(page: Page, what: Locator): Promise<void> {
  await what.scrollIntoViewIfNeeded()
  const { x, y } = (await what.boundingBox())!
  const finger = await page.context().newCDPSession(page)
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x + 20, y: y + 12 }] })
  await page.locator('[data-slot]').first().waitFor()
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

describe('the board', () => {
  test('by mouse: a visit is dragged to another half-day, and the move taken back', async () => {
    const { page, open, look, reads } = await product.as(planner)
    await open('/lich?thang=2026-07')
    await drag(page, chip(page, 'Phường Lê Chân'), () => slot(page, '2026-07-16 afternoon'))
    await reads('Phường Lê Chân: chiều thứ Năm 16/07/2026; hạn gửi báo cáo 13/07/2026.')
    expect(await standing('11383')).toEqual({ visitOn: '2026-07-16', halfDay: 'afternoon' })
    // The way back stays for twelve seconds, in which a busy machine may not get done with looking at the page.
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await reads('Phường Lê Chân đã về lịch cũ: sáng thứ Tư 22/07/2026.')
    await look()
    expect(await standing('11383')).toEqual({ visitOn: '2026-07-22', halfDay: 'morning' })
  })

  test('by mouse: a unit that waits is dropped on a half-day, and its form opens with it', async () => {
    const { page, open, dialog } = await product.as(planner)
    await open('/lich?thang=2026-07')
    await drag(page, chip(page, 'Phường Thủy Nguyên'), () => slot(page, '2026-07-17 morning'))
    const form = await dialog('Xếp lịch: Phường Thủy Nguyên')
    expect(await form.getByLabel('Ngày kiểm tra').inputValue()).toBe('17/07/2026')
    await page.keyboard.press('Escape')
  })

  test('by keys: what a half-day breaks is said, and an announced visit moves with its reason', async () => {
    const { page, open, look, reads, dialog } = await product.as(planner)
    await open('/lich?xem=tuan&tuan=2026-07-20')
    await chip(page, 'Phường Hải Dương').focus()
    await page.keyboard.press('m')
    await slot(page, '2026-07-23 morning').filter({ hasText: 'Đang ở đây' }).waitFor()
    await look()
    await page.keyboard.press('End')
    await reads(/là ngày nghỉ \(nghỉ cuối tuần\)/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Home')
    await page.keyboard.press('PageDown')
    await page.getByRole('heading', { name: 'Tuần 17/08 – 23/08/2026' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await slot(page, '2026-08-20 afternoon').and(page.locator(':focus')).filter({ hasText: 'Được' }).waitFor()
    await look()
    await page.keyboard.press('Enter')
    const ask = await dialog('Dời lịch: Phường Hải Dương')
    await ask.getByRole('button', { name: 'Dời lịch' }).click()
    await ask.getByText('dời lịch phải ghi lý do').waitFor()
    await ask.getByLabel('Lý do dời lịch').fill('Đơn vị bận kỳ họp Hội đồng nhân dân')
    await ask.getByRole('button', { name: 'Dời lịch' }).click()
    await reads('Cần ban hành thông báo lịch mới cho đơn vị.')
    expect(await standing('10525')).toEqual({ visitOn: '2026-08-20', halfDay: 'afternoon' })
    await chip(page, 'Phường Hải Dương').and(page.locator(':focus')).waitFor()
  })

  test('by keys: Escape puts a lifted visit back; dropped on another, the two change places', async () => {
    const { page, open, reads, dialog } = await product.as(planner)
    await open('/lich?thang=2026-07')
    await chip(page, 'Phường Lê Chân').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowRight')
    await slot(page, '2026-07-23 morning').and(page.locator(':focus')).filter({ hasText: 'Đổi chỗ' }).waitFor()
    await page.keyboard.press('Escape')
    await chip(page, 'Phường Lê Chân').and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowRight')
    await slot(page, '2026-07-23 morning').and(page.locator(':focus')).filter({ hasText: 'Đổi chỗ' }).waitFor()
    await page.keyboard.press('Enter')
    const ask = await dialog('Đổi chỗ hai buổi')
    await ask.getByLabel('Lý do đổi lịch').fill('Hai đơn vị đề nghị')
    await ask.getByRole('button', { name: 'Đổi chỗ' }).click()
    await reads(/^Đã đổi chỗ: Phường Lê Chân sang sáng thứ Năm 23\/07\/2026/)
    expect(await standing('11383')).toEqual({ visitOn: '2026-07-23', halfDay: 'morning' })
    expect(await standing('10525')).toEqual({ visitOn: '2026-07-22', halfDay: 'morning' })
  })

  test('by finger: a visit is lifted, a half-day with a warning asks first', async () => {
    const { page, open, look, reads, dialog } = await product.as(planner, 'phone')
    await open('/lich?thang=2026-07')
    await page.getByRole('button', { name: 'Dời Phường Lê Chân' }).tap()
    await slot(page, '2026-07-18 morning').filter({ hasText: 'Không được' }).waitFor()
    await look()
    await slot(page, '2026-07-18 morning').tap()
    await reads(/Chọn một ngày làm việc/)
    await slot(page, '2026-07-09 afternoon').tap()
    const ask = await dialog('Dời lịch: Phường Lê Chân')
    await ask.getByText(/chỉ còn 6 ngày làm việc/).waitFor()
    await ask.getByRole('button', { name: 'Dời lịch' }).tap()
    await reads('Phường Lê Chân: chiều thứ Năm 09/07/2026; hạn gửi báo cáo 06/07/2026.')
    expect(await standing('11383')).toEqual({ visitOn: '2026-07-09', halfDay: 'afternoon' })
  })

  test('by finger: held down, a visit is lifted too; an announced one asks why it goes', async () => {
    const { page, open, dialog, reads } = await product.as(planner, 'phone')
    await open('/lich?xem=tuan&tuan=2026-07-20')
    await hold(page, chip(page, 'Phường Hải Dương'))
    await slot(page, '2026-07-24 morning').filter({ hasText: 'Được' }).tap()
    const ask = await dialog('Dời lịch: Phường Hải Dương')
    await ask.getByRole('button', { name: 'Quay lại' }).tap()
    await page.getByRole('button', { name: 'Giữ chỗ cũ' }).tap()
    await reads('còn 16 ngày làm việc')
    expect(await standing('10525')).toEqual({ visitOn: '2026-07-23', halfDay: 'morning' })
  })
})

test('the map: loaded when it is opened, with its credit, the route of a day, and the board beside it', async () => {
  const { page, open, look, reads } = await product.as(planner)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open('/lich')
  expect(asked.filter((url) => url.includes('geojson'))).toEqual([])
  await page.getByRole('button', { name: 'Bản đồ' }).click()
  await reads(
    'Ranh giới tham khảo: sapnhap.bando.com.vn, qua thanglequoc/vietnamese-provinces-database, MIT; chỉ để tham khảo, không phải ranh giới pháp lý.',
  )
  expect(asked.filter((url) => url.includes('geojson'))).toHaveLength(1)
  await look()
  await page.getByRole('searchbox', { name: 'Tìm đơn vị trên bản đồ' }).fill('hai duong')
  const units = page.getByRole('region', { name: 'Các đơn vị trên bản đồ' })
  await units.getByRole('button').click()
  expect(await units.getByRole('button').count()).toBe(1)
  await page
    .getByRole('region', { name: 'Tuyến trong ngày' })
    .getByText(/Phường Hải Dương \(sáng\).*ước tính \d+ km/)
    .waitFor()
  expect(await chip(page, 'Phường Hải Dương').getAttribute('class')).toMatch(/chosen/)
  const picture = page.getByRole('region', { name: /^Hình bản đồ/ })
  const shown = () => picture.locator('svg').getAttribute('viewBox')
  const whole = await shown()
  await picture.focus()
  await page.keyboard.press('+')
  await expect.poll(shown).not.toBe(whole)
  await page.keyboard.press('0')
  await expect.poll(shown).toBe(whole)
  await look()
})
