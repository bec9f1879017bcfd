import { Document, Packer, Paragraph, TextRun } from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCampaign, buildInspection } from '../server/test/factories.ts'
import { unitOfficer } from '../server/test/people.ts'
import { openProduct, type Product } from './product.ts'

/** An officer takes a Word draft over: what fits clearly at once, what is doubtful after a look, and sees it in the form. */

let product: Product
let reportPath: string
beforeAll(async () => {
  product = await openProduct()
  product.at('2026-07-01 08:30')
  const { inspectionId } = await buildInspection(product.house, { campaign: await buildCampaign(product.house) })
  reportPath = `/bao-cao/${inspectionId}`
})
afterAll(() => product.close())

const draft = (...texts: string[]) =>
  Packer.toBuffer(
    new Document({ sections: [{ children: texts.map((text) => new Paragraph({ children: [new TextRun(text)] })) }] }),
  )

test('a Word draft becomes answers, each accepted by a person', async () => {
  product.watch()
  const { page, open, look, reads, refused } = await product.as(unitOfficer)
  await open(reportPath)
  await page.getByRole('link', { name: 'Nhập từ Word, Excel' }).click()
  await reads('Chọn bản nháp')
  await look()
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel('Chọn bản nháp').setInputFiles({ name, mimeType, buffer })
  await refused(422, () => choose('hong.docx', Buffer.from('không phải Word')))
  await reads(/không phải văn bản Word \.docx/)
  const lines = [
    'I. Kết quả',
    '1. Cải cách thủ tục hành chính',
    'Tổng số hồ sơ tiếp nhận: 1.234 hồ sơ; số hồ sơ đã giải quyết: 1.200 hồ sơ.',
    'Mức độ hài lòng: 96,5%.',
    'Mức độ hài lòng: 97%.',
  ]
  await choose('ban-nhap.docx', await draft(...lines))
  await reads('Cần xem kỹ')
  await look()
  await page.getByRole('button', { name: 'Nhận 2 mục khớp rõ' }).click()
  await reads('Đã nhận')
  await page.getByRole('button', { name: '97%', exact: true }).click()
  await page.getByRole('button', { name: 'Nhận: Mức độ hài lòng', exact: true }).click()
  await expect
    .poll(async () => {
      const rows = await product.house.owner.selectFrom('answers').select(['itemKey', 'value']).execute()
      return Object.fromEntries(rows.map(({ itemKey, value }) => [itemKey, value]))
    })
    .toEqual({
      'admin-procedures.received': 1234,
      'admin-procedures.resolved': 1200,
      'admin-procedures.satisfaction': 97,
    })
  await page.getByRole('link', { name: 'Xong, về báo cáo' }).click()
  await expect.poll(() => page.getByRole('textbox', { name: /Tổng số hồ sơ tiếp nhận/ }).inputValue()).toBe('1.234')
})
