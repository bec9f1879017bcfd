import { type OutlineItem, outlineItems } from '@cchc/domain/outlines/outline.ts'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildCampaign, buildInspection } from '../server/test/factories.ts'
import { smallOutline } from '../server/test/outline.ts'
import { unitOfficer } from '../server/test/people.ts'
import { wordTable } from '../web/src/self-reports/text/cases/clipboards.ts'
import { openProduct, type Product } from './product.ts'

const initiatives = 'admin-procedures.initiatives'
const models = 'admin-procedures.models'

/** An officer writes a formatted text, pastes from Word, fills a table and a sum of money; all of it is there after a reload. */
describe('writing a self-report', () => {
  let product: Product
  let address: string
  let selfReportId: string
  beforeAll(async () => {
    product = await openProduct()
    product.at('2026-07-01 08:00')
    const { house } = product
    const campaign = await buildCampaign(house)
    const { outlineVersionId } = await house.owner
      .insertInto('outlineVersions')
      .values({ title: 'Đề cương có bảng', year: 2026, state: 'published', content: JSON.stringify(withTable()) })
      .returning('outlineVersionId')
      .executeTakeFirstOrThrow()
    const built = await buildInspection(house, { campaign: { ...campaign, outlineVersionId } })
    await house.owner
      .updateTable('selfReports')
      .set({ outlineVersionId })
      .where('inspectionId', '=', built.inspectionId)
      .execute()
    selfReportId = built.selfReportId!
    address = `/bao-cao/${built.inspectionId}`
  })
  afterAll(() => product.close())
  beforeEach(() => product.watch())

  const saved = async (itemKey: string) => {
    const row = await product.house.owner
      .selectFrom('answers')
      .select('value')
      .where('selfReportId', '=', selfReportId)
      .where('itemKey', '=', itemKey)
      .executeTakeFirst()
    return row?.value
  }
  const officer = async () => {
    const screen = await product.as(unitOfficer)
    const item = (key: string) => screen.page.locator(`[data-item="${key}"]`)
    return { ...screen, item }
  }

  test('formats as it is typed, and keeps what is pasted from Word as lists and tables', async () => {
    const { page, open, look, item, reads } = await officer()
    await open(`${address}#admin-procedures`)
    const question = item(initiatives)
    await question.locator('textarea').click()
    await page.keyboard.type('Đã làm ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('rất tốt')
    const editor = question.locator('[contenteditable="true"]')
    await editor.waitFor()
    await page.keyboard.press('Control+b')
    await page.keyboard.type(' việc này.')
    await page.keyboard.press('Enter')
    await paste(editor, wordTable)
    await reads('Đã bỏ định dạng riêng của Word.')
    await look()
    await expect
      .poll(() => saved(initiatives))
      .toMatchObject({
        blocks: [
          { runs: [{ text: 'Đã làm ' }, { text: 'rất tốt', bold: true }, { text: ' việc này.' }] },
          { runs: [{ text: 'Bảng tổng hợp:' }] },
          { kind: 'table', rows: [{}, {}, { cells: [{ runs: [{ text: 'Hộ tịch\n(cấp xã)' }] }, {}, {}] }] },
        ],
      })
  })

  test('fills a table from a spreadsheet, with its totals, and takes a deleted row back', async () => {
    const { page, look, item } = await officer()
    const question = item(models)
    await question.getByRole('button', { name: 'Thêm dòng' }).click()
    await paste(question.getByLabel('Tên mô hình, dòng 1'), '', 'Một cửa lưu động\t1.200\r\nKý số\t34,5\r\n')
    const second = question.getByLabel('Số lượt, dòng 2')
    await second.press('Enter')
    await page.keyboard.type('5')
    await expect.poll(() => question.locator('tfoot').innerText()).toContain('1.239,5')
    await question.getByRole('button', { name: 'Xóa dòng 2' }).click()
    await expect.poll(() => question.locator('tfoot').innerText()).toContain('1.205')
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(() => question.locator('tfoot').innerText()).toContain('1.239,5')
    await look()
    await expect.poll(() => saved(models)).toMatchObject([{ count: 1200 }, { count: 34.5 }, { count: 5 }])
  })

  test('asks what an amount means that has two readings', async () => {
    const { page, open, look, box, reads } = await officer()
    await open(`${address}#public-finance`)
    await box('Tổng thu ngân sách').pressSequentially('1500')
    expect(await box('Tổng thu ngân sách').inputValue()).toBe('1.500')
    await page.keyboard.press('Tab')
    await reads('“1.500” có thể là hai số tiền khác nhau.')
    await look()
    await page.getByRole('button', { name: '1.500 triệu đồng' }).click()
    await expect.poll(() => saved('public-finance.revenue')).toBe(1_500_000_000)
  })

  test('keeps what is written without the network, and all of it over a reload', async () => {
    const { page, open, look, item } = await officer()
    await open(`${address}#admin-procedures`)
    const view = item(initiatives).getByRole('textbox')
    expect(await view.innerText()).toContain('rất tốt')
    // Saving is refused as a lost network refuses it; what is open stays open.
    await page.route('**/answers/**', (route) => route.abort('aborted'))
    const editor = item(initiatives).locator('[contenteditable="true"]')
    await view.click({ position: { x: 5, y: 5 } })
    await editor.waitFor()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('Viết khi mất mạng.')
    await item(initiatives).getByText('Chưa lưu được.').waitFor()
    await look()
    expect(JSON.stringify(await saved(initiatives))).not.toContain('Viết khi mất mạng.')
    await page.unroute('**/answers/**')
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await item(initiatives).getByText('Viết khi mất mạng.').waitFor()
    await expect.poll(async () => JSON.stringify(await saved(initiatives))).toContain('Viết khi mất mạng.')
    await expect.poll(() => item(models).locator('tfoot').innerText()).toContain('1.239,5')
    await look()
  })
})

/** The tests' outline with a question that is answered by a table. */
function withTable() {
  const text = outlineItems(smallOutline).find(({ item }) => item.key === initiatives)!.item
  const table: OutlineItem = {
    ...text,
    key: models,
    label: 'Các mô hình đã làm',
    kind: 'table',
    columns: [
      { key: 'name', label: 'Tên mô hình', kind: 'text' },
      { key: 'count', label: 'Số lượt', kind: 'number' },
    ],
  }
  const parts = smallOutline.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) =>
      section.key === 'admin-procedures' ? { ...section, items: [...section.items, table] } : section,
    ),
  }))
  return { ...smallOutline, parts }
}

/** Pastes as the clipboard of a program would. */
function paste(into: Locator, html: string, text = ''): Promise<void> {
  return into.evaluate(
    (element, [asHtml, asText]) => {
      const clipboardData = new DataTransfer()
      if (asHtml) clipboardData.setData('text/html', asHtml)
      clipboardData.setData('text/plain', asText)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [html, text] as const,
  )
}
