import { writeFile } from 'node:fs/promises'
import { saveAnswer } from '@cchc/domain/self-reports/contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCampaign, buildInspection } from '../server/test/factories.ts'
import { unitHead, unitOfficer } from '../server/test/people.ts'
import { openProduct, type Product } from './product.ts'

/** Two people of one unit write one report in two browsers: each sees where the other is and what they save, and a clash shows both. */

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const resolved = 'Số hồ sơ đã giải quyết'
const onTime = 'Số hồ sơ đúng hạn'

test('presence and changes come without a reload, what is being written stays, a clash asks', async () => {
  product.watch()
  product.at('2026-07-01 09:00')
  const { house } = product
  const { inspectionId, selfReportId } = await buildInspection(house, { campaign: await buildCampaign(house) })
  const officer = await product.as(unitOfficer)
  const head = await product.as(unitHead, 'phone')
  await officer.open(`/bao-cao/${inspectionId}`)
  await head.open(`/bao-cao/${inspectionId}`)
  const type = async ({ page, box }: typeof officer, label: string, text: string) => {
    await box(label).focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(text)
  }

  // Where the other is.
  await officer.box(resolved).focus()
  await head.page.getByText(`${unitOfficer.fullName}đang viết ở mục này`).waitFor()
  await head.look()
  await head.box(onTime).focus()
  const here = officer.page.locator('[data-item="admin-procedures.on-time"]')
  await here.getByText(`${unitHead.fullName}đang viết ở mục này`).waitFor()
  await officer.page
    .getByRole('navigation', { name: 'Đề cương' })
    .getByTitle(`${unitHead.fullName} đang viết ở đây`)
    .waitFor()
  await officer.reads('đang viết ở mục I.1')
  await picture(officer, 'desk')
  await officer.look()

  // What the other saved.
  await type(officer, resolved, '120')
  await officer.page.keyboard.press('Enter')
  await expect.poll(() => head.box(resolved).inputValue()).toBe('120')

  // What is being written here is not touched, and meets the other's on saving.
  await type(head, onTime, '9')
  await house.as(unitOfficer).call(saveAnswer, {
    params: { selfReportId: selfReportId!, itemKey: 'admin-procedures.on-time' },
    body: { revision: 0, value: 95 },
  })
  await head.refused(409, async () => {
    await head.page.keyboard.type('7')
    await head.page.keyboard.press('Enter')
  })
  const asked = await head.dialog('Mục này vừa được người khác sửa')
  await asked.getByText('95', { exact: true }).waitFor()
  await asked.getByText('97', { exact: true }).waitFor()
  await picture(head, 'phone-clash')
  await asked.getByRole('button', { name: 'Giữ bản của bạn' }).click()
  await expect.poll(() => officer.box(onTime).inputValue()).toBe('97')
  await picture(head, 'phone')

  // Who leaves is gone.
  await head.open('/van-ban')
  await here.getByText(`${unitHead.fullName}đang viết ở mục này`).waitFor({ state: 'detached' })
})

/** For whoever wants to look: LOOK=FOLDER keeps pictures of the moments. */
async function picture({ page }: { page: { screenshot(): Promise<Uint8Array> } }, name: string): Promise<void> {
  if (process.env.LOOK) await writeFile(`${process.env.LOOK}/live-${name}.png`, await page.screenshot())
}
