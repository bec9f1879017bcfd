import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCampaign } from '../server/test/factories.ts'
import { member } from '../server/test/people.ts'
import { visitDesk } from '../server/test/visit-desk.ts'
import { openProduct, type Product } from './product.ts'

/** A member takes a visit along, loses the network, closes and opens the application, writes, and comes back. */

let product: Product
let inspectionId: string
beforeAll(async () => {
  product = await openProduct()
  product.at('2026-07-15 08:00')
  const desk = visitDesk(product.house, await buildCampaign(product.house))
  inspectionId = await desk.openVisit()
})
afterAll(() => product.close())

const pictures = process.env.CCHC_PICTURES

test('what is written without network is on the server once', async () => {
  const { page, open, look, reads, dialog, box } = await product.as(member, 'tablet', true)
  const picture = async (name: string) => {
    if (!pictures) return
    for (const [size, width, height] of [
      ['tablet', 1024, 768],
      ['desk', 1366, 768],
      ['phone', 390, 844],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: `${pictures}/${name}-${size}.png` })
    }
    await page.setViewportSize({ width: 1024, height: 768 })
  }
  const address = `/kiem-tra/${inspectionId}/buoi-kiem-tra?tab=phat-hien`
  await open(address)
  await page.getByRole('button', { name: 'Mang theo để dùng khi không có mạng' }).click()
  await reads('Đã mang theo trên máy này')
  await look()
  await picture('1-taken')
  await page.evaluate('navigator.serviceWorker.ready')
  await expect.poll(() => page.evaluate('caches.match("/index.html", { ignoreSearch: true }).then(Boolean)')).toBe(true)

  await page.context().setOffline(true)
  await page.reload()
  await reads('Đang làm việc không có mạng.')
  await picture('2-offline')
  for (const text of ['Chưa niêm yết thủ tục', 'Thiếu phiếu hẹn trả', 'Chậm số hóa hồ sơ']) {
    await page.getByRole('button', { name: 'Ghi phát hiện', exact: true }).filter({ visible: true }).click()
    const form = await dialog('Ghi phát hiện')
    await box('Nội dung').fill(text)
    await form.getByRole('button', { name: 'Ghi phát hiện' }).click()
    await reads(text)
  }
  await reads(/^3 điều chưa gửi/)
  await page.getByRole('tab', { name: /Đối chiếu số liệu/ }).click()
  await page.getByRole('button', { name: 'Khớp', exact: true }).first().click()
  await reads(/^4 điều chưa gửi/)
  await look()
  await picture('3-written')
  // The browser is closed and opened again: everything is still there.
  await page.reload()
  await reads(/^4 điều chưa gửi/)
  await open('/buoi-kiem-tra')
  await picture('4-list')
  await open(address)

  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Gửi ngay' }).first().click()
  await reads(/^Đã gửi hết/)
  await look()
  await picture('5-sent')
  const { owner } = product.house
  const findings = await owner.selectFrom('findings').select('text').where('inspectionId', '=', inspectionId).execute()
  expect(findings.map(({ text }) => text).sort()).toEqual([
    'Chưa niêm yết thủ tục',
    'Chậm số hóa hồ sơ',
    'Thiếu phiếu hẹn trả',
  ])
  const figures = await owner.selectFrom('verifiedFigures').select(['itemKey', 'verified']).execute()
  expect(figures).toHaveLength(1)
})
