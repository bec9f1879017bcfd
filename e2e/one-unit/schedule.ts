import { expect } from 'vitest'
import { planner, standingDeputy, unitOfficer } from '../../server/test/people.ts'
import { type Step, unit, visit } from './story.ts'

export const schedule: Step[] = [
  {
    at: '2026-06-23 09:00',
    who: 'planner',
    does: 'tries a Sunday and is told why not, then gives the unit a half-day and sees the day its report is due',
    async run(product, story) {
      const { page, look, open, reads, dialog } = await product.as(planner)
      await open('/lich')
      await page.getByRole('button', { name: `Xếp lịch ${unit.name}` }).click()
      const form = await dialog(`Xếp lịch: ${unit.name}`)
      await form.getByLabel('Ngày kiểm tra').fill('12/7')
      await page.keyboard.press('Tab')
      await form.getByText('Ngày 12/07/2026 là ngày nghỉ').waitFor()
      await look()
      await form.getByLabel('Ngày kiểm tra').fill('14/7/2026')
      await page.keyboard.press('Tab')
      await form.getByText(`Hạn gửi báo cáo: thứ Năm ${visit.reportDue}`).waitFor()
      await form.getByText('lĩnh vực nào cũng có người kiểm tra').waitFor()
      await look()
      await form.getByRole('button', { name: 'Xếp lịch' }).click()
      await reads(`${unit.name}: sáng thứ Ba ${visit.on}; hạn gửi báo cáo ${visit.reportDue}.`)
      await look()

      await page.getByRole('tab', { name: /Danh sách/ }).click()
      const row = page.getByRole('row', { name: unit.name })
      await row.getByText('Đã xếp lịch').waitFor()
      await look()
      await row.getByRole('link', { name: unit.name }).click()
      await page.getByRole('heading', { level: 1, name: unit.name }).waitFor()
      await look()
      story.inspectionId = new URL(page.url()).pathname.split('/').at(-1)!
    },
  },
  {
    at: '2026-06-24 09:00',
    who: 'standing deputy',
    does: 'reads the schedule notice as it will print, and issues it with its number and date',
    async run(product, { inspectionId }) {
      const { page, look, open, dialog } = await product.as(standingDeputy)
      await open(`/lich/${inspectionId}`)
      await page.getByRole('button', { name: 'Thông báo lịch' }).click()
      const notice = await dialog(`Thông báo lịch: ${unit.name}`)
      await notice.getByRole('article').getByText('buổi sáng thứ Ba, ngày 14/07/2026').waitFor()
      expect(await notice.getByLabel('Ngày ban hành').inputValue()).toBe('24/06/2026')
      await look()
      await notice.getByRole('textbox', { name: 'Số', exact: true }).fill('2460')
      await notice.getByRole('button', { name: 'Ban hành thông báo' }).click()
      await notice.waitFor({ state: 'hidden' })
      await look()
      await page.getByRole('link', { name: 'Thông báo lịch kiểm tra', exact: true }).click()
      await page.getByRole('article').getByText('Số: 2460/TB-SNV').waitFor()
      await look()
    },
  },
  {
    at: '2026-06-25 08:00',
    who: 'unit officer',
    does: 'sees at the bell that there is news, opens it and reads the notice; the office sees that it was opened',
    async run(product, { inspectionId }) {
      const { page, look, open } = await product.as(unitOfficer)
      await open('/van-ban')
      await page.getByRole('link', { name: /Tin báo\s*1\s*chưa đọc/ }).click()
      await look()
      await page.getByRole('button', { name: /Lịch kiểm tra: sáng thứ Ba 14\/07\/2026/ }).click()
      await page.waitForURL(`**/lich/${inspectionId}`)
      await page.getByRole('link', { name: 'Tin báo', exact: true }).waitFor()
      await look()
      const office = await product.as(planner)
      await office.open('/lich/thong-bao?xem=da-xem')
      await office.page.getByRole('row', { name: unit.name }).getByText('Đã xem', { exact: true }).waitFor()
      await office.look()
    },
  },
]
