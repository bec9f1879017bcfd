import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { member, unitHead } from '../../server/test/people.ts'
import { type Step, unit } from './story.ts'

const proof = join(import.meta.dirname, '..', '..', 'server', 'src', 'campaigns', 'cases', 'decision-2251.pdf')

export const followUp: Step[] = [
  {
    at: '2026-08-03 09:00',
    who: 'unit head',
    does: 'reports the remedy with a file that proves it',
    async run(product) {
      const { page, look, open, reads, dialog } = await product.as(unitHead)
      await open('/khac-phuc')
      await page.getByRole('link', { name: /^Khắc phục tồn tại/ }).click()
      await page
        .getByLabel('Đã làm gì, kết quả ra sao')
        .fill('Đã bổ sung văn bản vào danh mục và phân công người theo dõi.')
      await page
        .getByLabel('Chọn tệp')
        .setInputFiles({ name: 'Báo cáo khắc phục.pdf', mimeType: 'application/pdf', buffer: await readFile(proof) })
      await page.getByRole('link', { name: 'Tải về Báo cáo khắc phục.pdf' }).waitFor()
      await look()
      await page.getByRole('button', { name: 'Gửi báo cáo khắc phục' }).click()
      const asked = await dialog('Gửi báo cáo khắc phục?')
      await asked.getByRole('button', { name: 'Gửi báo cáo' }).click()
      await page.getByRole('article', { name: 'Báo cáo khắc phục lần 1' }).getByText('Chờ xác minh').waitFor()
      await reads('Đơn vị đã báo cáo')
      await look()
    },
  },
  {
    at: '2026-08-10 09:00',
    who: 'team member',
    does: 'finds the remedy in the list and verifies it',
    async run(product) {
      const { page, look, open } = await product.as(member)
      await open('/khac-phuc')
      await page.getByRole('button', { name: '1 Chờ xác minh' }).click()
      const row = page.getByRole('row', { name: unit.name })
      await row.waitFor()
      await look()
      await row.getByRole('link').click()
      await page.getByRole('link', { name: 'Tải về Báo cáo khắc phục.pdf' }).waitFor()
      await look()
      await page.getByLabel('Đạt: yêu cầu đã được thực hiện, minh chứng đủ').check()
      await page.getByRole('button', { name: 'Ghi kết quả xác minh' }).click()
      await page.getByRole('article', { name: 'Báo cáo khắc phục lần 1' }).getByText('Đạt', { exact: true }).waitFor()
      await look()
    },
  },
]
