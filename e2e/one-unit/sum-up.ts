import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { readPaperText } from '../../server/src/campaigns/read-paper-text.ts'
import { planner, standingDeputy } from '../../server/test/people.ts'
import { disputed } from './inspect.ts'
import { type Step, unit } from './story.ts'

const words = 'Mùa kiểm tra đã xong ở đơn vị đầu tiên. (Dữ liệu minh họa.)'

export const sumUp: Step[] = [
  {
    at: '2026-11-25 08:00',
    who: 'planner',
    does: 'opens a figure of the synthesis to its sources and follows one to the very answer it came from',
    async run(product) {
      const { page, look, open, dialog } = await product.as(planner)
      await open('/tong-hop')
      for (const tab of ['Đơn vị × lĩnh vực', 'Tồn tại lặp lại, cách làm hay', 'Số liệu']) {
        await page.getByRole('tab', { name: tab, exact: true }).click()
        await look()
      }
      await page.getByLabel('Tìm trong số liệu tổng hợp').fill('can xu ly sau ra soat')
      await page.getByRole('button', { name: `8 văn bản: ${disputed.label}, xem nguồn` }).click()
      const sources = await dialog('Nguồn của số liệu')
      const source = sources.getByRole('row', { name: unit.name })
      await source.getByText('Đoàn xác minh').waitFor()
      await source.getByRole('link', { name: unit.name }).click()
      await page.getByRole('heading', { level: 2, name: '1. Cải cách thể chế' }).waitFor()
      expect(new URL(page.url()).hash).toBe(`#${disputed.key}`)
      await look()
    },
  },
  {
    at: '2026-11-25 09:00',
    who: 'planner',
    does: 'writes the words of the synthesis report and takes it home as a Word file that says the same',
    async run(product) {
      const { page, look, open } = await product.as(planner)
      await open('/tong-hop?phan=bao-cao')
      await page.getByLabel('Khái quát tình hình').fill(words)
      await page.getByRole('article').getByText(words).waitFor()
      await look()
      const coming = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Tải .docx' }).click()
      const download = await coming
      expect(download.suggestedFilename()).toMatch(/^Báo cáo tổng hợp.*\.docx$/)
      const { text } = await readPaperText(await readFile(await download.path()), download.suggestedFilename())
      expect(text).toContain(words)
      expect(text).toContain('8 văn bản')
    },
  },
  {
    at: '2026-11-25 14:00',
    who: 'standing deputy',
    does: 'issues the synthesis report and finds every paper of the season in one list',
    async run(product) {
      const { page, look, open, reads, dialog } = await product.as(standingDeputy)
      await open('/tong-hop?phan=bao-cao')
      await page.getByRole('article').getByText(words).waitFor()
      await page.getByRole('button', { name: 'Ban hành báo cáo' }).click()
      const asked = await dialog('Ban hành báo cáo tổng hợp')
      await asked.getByText('Mới kiểm tra 1/27 đơn vị').waitFor()
      await asked.getByRole('button', { name: 'Ban hành', exact: true }).click()
      await reads('Đã ban hành: số 01/BC-SNV, ngày 25/11/2026.')
      await look()
      await open('/van-ban')
      await reads('1 thông báo lịch kiểm tra · 1 biên bản kiểm tra · 1 thông báo kết luận · 1 báo cáo tổng hợp')
      await page.getByRole('link', { name: /^2461\/TB-SNV/ }).click()
      await page.getByRole('article').getByText('Số: 2461/TB-SNV').waitFor()
      await look()
    },
  },
]
