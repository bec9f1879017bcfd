import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCampaign, buildInspection } from '../server/test/factories.ts'
import { administrator } from '../server/test/people.ts'
import { openProduct, type Product } from './product.ts'

/** A swap that becomes final in the admin screen: what it moves is read before it is applied, and is what then stands. */

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

test.each(['desk', 'phone'] as const)(
  'the swap of 23 and 28 November is read before it is applied, on a %s',
  async (size) => {
    product.watch()
    const { house } = product
    product.at('2026-11-09 08:30')
    await house.owner
      .updateTable('calendarDays')
      .set({ status: 'proposed' })
      .where('day', 'in', ['2026-11-23', '2026-11-28'])
      .execute()
    // What the other size has scheduled holds its people and half-days.
    await house.owner.updateTable('inspections').set({ state: 'cancelled' }).execute()
    const campaign = await buildCampaign(house, size === 'phone' ? { year: 2027, number: '1' } : {})
    const unitCode = size === 'phone' ? '11560' : '11383'
    const build = (visitOn: string, code: string) => buildInspection(house, { campaign, unitCode: code, visitOn })
    const moved = await build('2026-11-25', unitCode)
    await build('2026-11-23', size === 'phone' ? '11689' : '11411')

    const { page, open, look, reads, dialog } = await product.as(administrator, size)
    await open('/quan-tri/ngay-nghi?loc.nam=2026')
    await page.getByRole('button', { name: 'Sửa ngày 23/11/2026' }).click()
    const form = await dialog('Sửa ngày 23/11/2026')
    await form.getByLabel('Hiệu lực').selectOption({ label: 'Đã có thông báo' })
    expect(await form.getByRole('checkbox', { name: /28\/11\/2026.*hai ngày của một lần hoán đổi/ }).isChecked()).toBe(
      true,
    )
    await form.getByRole('button', { name: 'Xem ảnh hưởng' }).click()
    const effects = await dialog('Thay đổi này ảnh hưởng gì')
    await effects
      .getByText(/19\/11\/2026 → thứ Tư 18\/11\/2026/)
      .first()
      .waitFor()
    await effects.getByText(/buổi kiểm tra sẽ rơi vào ngày nghỉ/).waitFor()
    await effects.getByText('Vì sao?').first().click()
    await look()
    await effects.getByRole('button', { name: 'Áp dụng' }).click()
    await effects.waitFor({ state: 'hidden' })
    await reads(/Đã áp dụng/)
    await look()
    const days = await house.owner
      .selectFrom('calendarDays')
      .select(['day', 'status'])
      .where('day', 'in', ['2026-11-23', '2026-11-28'])
      .execute()
    expect(days.map(({ status }) => status)).toEqual(['final', 'final'])
    const { reportDueOn } = await house.owner
      .selectFrom('inspections')
      .select('reportDueOn')
      .where('inspectionId', '=', moved.inspectionId)
      .executeTakeFirstOrThrow()
    expect(reportDueOn).toBe('2026-11-18')
  },
)
