import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makePdf, makeZip, officeParts } from '../server/src/evidence/cases/make-files.ts'
import { buildCampaign, buildInspection } from '../server/test/factories.ts'
import { member, unitOfficer } from '../server/test/people.ts'
import { openProduct, type Product } from './product.ts'

/** A unit backs its answers with files, and the team asks for one more document, which is answered. */

let product: Product
let inspectionId: string
beforeAll(async () => {
  product = await openProduct()
  product.at('2026-07-07 08:30')
  const campaign = await buildCampaign(product.house)
  ;({ inspectionId } = await buildInspection(product.house, { campaign }))
})
afterAll(() => product.close())

const pdf = (name: string, pages: number) => ({ name, mimeType: 'application/pdf', buffer: makePdf(pages) })

test('files are attached to an item, shown, tied to a page, taken away and put back', async () => {
  product.watch()
  const { page, open, look, reads, dialog, refused } = await product.as(unitOfficer)
  await open(`/bao-cao/${inspectionId}`)
  await page.getByRole('button', { name: 'Tài liệu minh chứng mục “Tổng số hồ sơ tiếp nhận”' }).click()
  const evidence = await dialog('Tài liệu minh chứng')
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2f7d8c' } })
    .jpeg()
    .toBuffer()
  await evidence
    .getByLabel('Chọn tệp')
    .setInputFiles([
      pdf('Sổ tiếp nhận.pdf', 12),
      { name: 'Bảng công khai.jpg', mimeType: 'image/jpeg', buffer: picture },
    ])
  await evidence
    .getByText('PDF · 1 KB · 12 trang')
    .or(evidence.getByText(/12 trang/))
    .waitFor()
  await evidence.getByRole('button', { name: 'Xem Bảng công khai.jpg' }).waitFor()
  await look()

  // A file with macros says why it is not taken, and how to mend it.
  await refused(422, async () => {
    const macros = makeZip(officeParts('docx', { name: 'word/vbaProject.bin', content: 'a' }))
    await evidence.getByLabel('Chọn tệp').setInputFiles({ name: 'mau.docx', mimeType: '', buffer: macros })
    await evidence.getByText(/mau\.docx” không được nhận: có mã lệnh \(macro\)/).waitFor()
  })
  await look()
  await evidence.getByRole('button', { name: 'Bỏ tệp mau.docx' }).click()

  await evidence.getByRole('button', { name: 'Chú thích, số trang của Sổ tiếp nhận.pdf' }).click()
  const note = await dialog('Chú thích “Sổ tiếp nhận.pdf”')
  await note.getByRole('textbox', { name: 'Tài liệu này cho thấy điều gì' }).fill('Số hồ sơ tiếp nhận sáu tháng')
  await note.getByRole('textbox', { name: 'Trang cần xem' }).fill('13')
  await refused(422, () => note.getByRole('button', { name: 'Lưu chú thích' }).click())
  await note.getByText(/chỉ có 12 trang/).waitFor()
  await note.getByRole('textbox', { name: 'Trang cần xem' }).fill('tr. 3')
  await note.getByRole('button', { name: 'Lưu chú thích' }).click()
  await note.waitFor({ state: 'hidden' })
  const view = evidence.getByRole('link', { name: 'Xem Sổ tiếp nhận.pdf tr. 3' })
  expect(await view.getAttribute('href')).toMatch(/\/preview#page=3$/)

  await evidence.getByRole('button', { name: 'Xem Bảng công khai.jpg' }).click()
  const large = await dialog('Bảng công khai.jpg')
  expect(
    await large.getByRole('img').evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
  ).toBe(900)
  await large.getByRole('button', { name: 'Đóng' }).click()

  await evidence.getByRole('button', { name: 'Gỡ Bảng công khai.jpg' }).click()
  await reads('Đã gỡ “Bảng công khai.jpg”.')
  await evidence.getByRole('button', { name: 'Đóng' }).click()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByRole('button', { name: 'Tài liệu minh chứng mục “Tổng số hồ sơ tiếp nhận”: 2 tệp' }).waitFor()
  await reads('2 tệp')
  await look()
})

test('an upload that a reload cut goes on when the same file is chosen again', async () => {
  product.watch()
  const { page, open, dialog } = await product.as(unitOfficer)
  const filler = Buffer.from(`%${randomBytes(3_000_000).toString('hex')}\n%%EOF\n`)
  const bytes = Buffer.concat([makePdf(2).subarray(0, -6), filler])
  const folder = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-e2e-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const large = join(folder, 'Hồ sơ gốc.pdf')
  await writeFile(large, bytes)
  const button = () => page.getByRole('button', { name: 'Tài liệu minh chứng mục “Số hồ sơ đúng hạn”' })
  await open(`/bao-cao/${inspectionId}`)
  await button().click()
  const first = await dialog('Tài liệu minh chứng')
  let patches = 0
  await page.route('**/api/uploads/*', async (route) => {
    // The first piece arrives; the rest waits until the page is gone.
    if (route.request().method() === 'PATCH' && ++patches > 1) return
    await route.continue()
  })
  await first.getByLabel('Chọn tệp').setInputFiles(large)
  await expect.poll(() => patches).toBe(2)
  // Left before what is held is let go: it would still arrive, and nothing would be cut.
  await page.goto('about:blank')
  await page.unroute('**/api/uploads/*')
  await open(`/bao-cao/${inspectionId}`)
  await button().click()
  const again = await dialog('Tài liệu minh chứng')
  await again.getByText(/tải dở trước đó/).waitFor()
  await again.getByLabel('Chọn tệp').setInputFiles(large)
  await again.getByText(/2 trang/).waitFor()
  const [row] = await product.house.owner
    .selectFrom('attachments')
    .select(['size', 'name'])
    .where('place', '=', 'admin-procedures.on-time')
    .execute()
  expect(row).toEqual({ size: bytes.length, name: 'Hồ sơ gốc.pdf' })
  expect(
    await product.house.owner.selectFrom('uploads').select('uploadId').where('name', '=', 'Hồ sơ gốc.pdf').execute(),
  ).toHaveLength(1)
})

test('the team asks for a document, the unit answers on a phone, the team finds it enough', async () => {
  product.watch()
  const team = await product.as(member)
  await team.open(`/lich/${inspectionId}`)
  await team.page.getByRole('button', { name: 'Yêu cầu tài liệu' }).click()
  const asked = await team.dialog('Yêu cầu tài liệu')
  await asked
    .getByRole('textbox', { name: 'Tên tài liệu hoặc nội dung cần giải trình' })
    .fill('Sổ theo dõi hồ sơ trễ hạn')
  await asked.getByText(/Hạn trả lời: hết thứ Sáu 10\/07\/2026, 3 ngày làm việc/).waitFor()
  await asked.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await asked.waitFor({ state: 'hidden' })
  await team.reads('Chờ đơn vị trả lời, còn 3 ngày làm việc')
  await team.look()

  const unit = await product.as(unitOfficer, 'phone')
  await unit.open('/yeu-cau')
  await unit.page.getByRole('link', { name: 'Tài liệu: Sổ theo dõi hồ sơ trễ hạn' }).click()
  const request = await unit.dialog('Tài liệu: Sổ theo dõi hồ sơ trễ hạn')
  await request.getByRole('button', { name: 'Gửi trả lời' }).click()
  await request.getByText('Trả lời bằng lời hoặc kèm ít nhất một tệp trước khi gửi.').waitFor()
  await request.getByRole('textbox', { name: 'Trả lời' }).fill('Xin gửi sổ theo dõi.')
  await request.getByLabel('Chọn tệp').setInputFiles(pdf('so-theo-doi.pdf', 4))
  await request.getByText(/4 trang/).waitFor()
  await unit.look()
  await request.getByRole('button', { name: 'Gửi trả lời' }).click()
  await request.waitFor({ state: 'hidden' })

  await team.open('/yeu-cau')
  await team.page.getByRole('link', { name: 'Tài liệu: Sổ theo dõi hồ sơ trễ hạn' }).click()
  const answered = await team.dialog('Tài liệu: Sổ theo dõi hồ sơ trễ hạn')
  await answered.getByText('Trả lời đúng hạn').waitFor()
  await answered.getByRole('link', { name: 'Xem so-theo-doi.pdf' }).waitFor()
  await answered.getByRole('button', { name: 'Xác nhận đã đủ' }).click()
  await answered.waitFor({ state: 'hidden' })
  await team.reads('Đã đủ')
})
