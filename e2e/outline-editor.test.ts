import { Outline, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCampaign } from '../server/test/factories.ts'
import { planner } from '../server/test/people.ts'
import { reportDesk } from '../server/test/report-desk.ts'
import { openProduct, type Product } from './product.ts'

/** A newcomer makes next year's outline from this year's, without knowing a key or an expression; then reads it on a phone. */

let product: Product
beforeAll(async () => {
  product = await openProduct()
  product.at('2026-07-01 08:30')
  // One unit has reported, so that a check can be tried on its figures.
  const desk = reportDesk(product.house, await buildCampaign(product.house))
  const { selfReportId } = await desk.openReport()
  await desk.write(selfReportId)
  ;(await desk.send(selfReportId)).ok()
})
afterAll(() => product.close())

const drafts = () =>
  product.house.owner.selectFrom('outlineVersions').selectAll().where('year', '=', 2027).executeTakeFirstOrThrow()

test('next year’s outline is made from this year’s and published', async () => {
  product.watch()
  const { page, open, look, reads, dialog, box } = await product.as(planner)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const line = async (words: string, search = words) => {
    await page.getByRole('searchbox', { name: 'Tìm trong các câu hỏi' }).fill(search)
    await page.getByRole('button', { name: words }).first().click()
  }
  await open('/quan-tri/de-cuong')
  await press('Soạn bản mới')
  const begin = await dialog('Soạn bản đề cương mới')
  await begin.getByRole('combobox', { name: 'Bản gốc' }).selectOption({ label: await shippedLabel() })
  await begin.getByRole('button', { name: 'Bắt đầu soạn' }).click()
  await page.getByRole('heading', { level: 1, name: /năm 2027/ }).waitFor()
  await look()

  // Renamed.
  await line('Tổng số hồ sơ TTHC tiếp nhận', 'tong so ho so tthc')
  await box('Lời văn').fill('Tổng số hồ sơ thủ tục hành chính tiếp nhận')
  // Added, right after it.
  await press('Thêm chỉ mục ngay sau')
  const adding = await dialog('Thêm chỉ mục')
  await adding.getByRole('textbox', { name: 'Lời văn' }).fill('Số hồ sơ tiếp nhận trực tuyến')
  await adding.getByRole('button', { name: 'Thêm vào mục' }).click()
  await adding.waitFor({ state: 'hidden' })
  // Moved one line up.
  await press('Chuyển chỉ mục lên')
  // Split: the figures of earlier years stay with the first.
  await line('Số hồ sơ đã giải quyết đúng hạn', 'da giai quyet dung han')
  await press('Tách làm hai')
  const splitting = await dialog('Tách thành hai chỉ mục')
  await splitting.getByRole('textbox', { name: 'Câu thứ hai' }).fill('Số hồ sơ giải quyết trước hạn')
  await splitting.getByRole('button', { name: 'Tách', exact: true }).click()
  await splitting.waitFor({ state: 'hidden' })
  // Retired, taken back, and retired again.
  await line('Việc xây dựng và tổ chức triển khai kế hoạch thông tin', 'to chuc trien khai ke hoach thong tin')
  await press('Ngừng hỏi')
  await press('Hoàn tác')
  await press('Làm lại')
  await page.getByRole('searchbox', { name: 'Tìm trong các câu hỏi' }).fill('')
  await look()

  // A check by the builder, tried at once.
  await page.getByRole('tab', { name: /Phép kiểm tra/ }).click()
  await press('Thêm phép kiểm tra')
  const check = await dialog('Thêm phép kiểm tra')
  await check.getByRole('combobox', { name: 'Kiểu kiểm tra' }).selectOption({ label: 'Số này không lớn hơn số kia' })
  const pick = async (name: string, words: string, option: RegExp) => {
    await check.getByRole('combobox', { name, exact: true }).fill(words)
    await page.getByRole('option', { name: option }).first().click()
  }
  await pick('Số này', 'ho so thu tuc hanh chinh tiep nhan', /admin-procedures\.received/)
  await pick('không lớn hơn', 'so ho so da giai quyet', /admin-procedures\.resolved/)
  await check.getByText('1 / 1 đơn vị').waitFor()
  await check.getByText(/\(120\) lớn hơn .+ \(100\)\./).waitFor()
  await look()
  // What is written by hand says what is wrong, and where.
  await check.getByRole('combobox', { name: 'Kiểu kiểm tra' }).selectOption({ label: 'Tự viết biểu thức' })
  await check.getByRole('textbox', { name: 'Biểu thức' }).fill('admin_procedures__resolved <= admin_procedures__nhan')
  await check.getByText(/nhắc đến “admin-procedures\.nhan”/).waitFor()
  await look()
  await check
    .getByRole('textbox', { name: 'Biểu thức' })
    .fill('admin_procedures__resolved <= admin_procedures__received')
  await check.getByText('0 / 1 đơn vị').waitFor()
  await check.getByRole('textbox', { name: 'Câu nhắc đơn vị' }).fill('Đã giải quyết nhiều hơn tiếp nhận. Sửa lại.')
  await check.getByRole('button', { name: 'Thêm vào đề cương' }).click()
  await check.waitFor({ state: 'hidden' })

  // As units see it; what differs; published.
  await page.getByRole('tab', { name: 'Xem như đơn vị' }).click()
  await page
    .getByRole('combobox', { name: 'Mục', exact: true })
    .selectOption({ label: 'II.2 Cải cách thủ tục hành chính' })
  await box('Số hồ sơ tiếp nhận trực tuyến').fill('-5')
  await page.keyboard.press('Tab')
  await reads(/số này không thể âm/)
  await look()
  await page.getByRole('radio', { name: 'Bản in' }).check()
  await page.getByRole('radio', { name: 'Sở, ngành tham mưu lĩnh vực' }).check()
  await page.getByRole('article').getByText('Số hồ sơ tiếp nhận trực tuyến').first().waitFor()
  await page.getByRole('tab', { name: /So sánh/ }).click()
  await reads('tách từ “Số hồ sơ đã giải quyết đúng hạn”')
  await reads('Ngừng hỏi')
  await look()
  await press('Công bố')
  const publish = await dialog('Công bố đề cương năm 2027?')
  await publish.getByRole('button', { name: 'Công bố', exact: true }).click()
  await publish.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /Soạn bản năm 2028/ }).waitFor()
  await look()

  const { state, content } = await drafts()
  const outline = Outline.parse(content)
  const items = outlineItems(outline).map(({ item }) => item)
  const at = items.findIndex(({ key }) => key === 'admin-procedures.received')
  expect(state).toBe('published')
  expect(items[at]!.label).toBe('Tổng số hồ sơ thủ tục hành chính tiếp nhận')
  expect(items[at - 1]).toMatchObject({ key: 'admin-procedures.so-ho-so-tiep-nhan-truc-tuyen', unit: 'hồ sơ' })
  expect(items.find(({ splitFrom }) => splitFrom === 'admin-procedures.on-time')!.label).toBe(
    'Số hồ sơ giải quyết trước hạn',
  )
  expect(outline.retired.items.map(({ item }) => item.key)).toEqual(['communication.plan'])
  expect(outline.checks.at(-1)!.expression).toBe('admin_procedures__resolved <= admin_procedures__received')
})

test('a small change on a phone', async () => {
  product.watch()
  const { page, open, look, dialog } = await product.as(planner, 'phone')
  await open('/quan-tri/de-cuong?loc.nam=2027')
  await page.getByRole('link', { name: /năm 2027/ }).click()
  await page.getByRole('button', { name: /Soạn bản năm 2028/ }).click()
  await page.getByRole('searchbox', { name: 'Tìm trong các câu hỏi' }).fill('truc tuyen')
  await look()
  await page.getByRole('button', { name: /Số hồ sơ tiếp nhận trực tuyến/ }).click()
  const form = await dialog('Sửa dòng này')
  await form.getByRole('textbox', { name: 'Tên ngắn' }).fill('Tiếp nhận trực tuyến')
  await form.getByRole('button', { name: 'Xong' }).click()
  await page
    .getByText(/đã lưu/)
    .first()
    .waitFor()
  await look()
})

async function shippedLabel(): Promise<string> {
  const { title, year } = await product.house.owner
    .selectFrom('outlineVersions')
    .select(['title', 'year'])
    .where('title', 'like', '%phục vụ kiểm tra%')
    .executeTakeFirstOrThrow()
  return `${year}: ${title}`
}
