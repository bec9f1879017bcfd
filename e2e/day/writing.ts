import { findingKindNames } from '@cchc/domain/fieldwork/contract.ts'
import { fieldName } from '@cchc/domain/outlines/fields.ts'
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Tablet } from '../tablet.ts'
import { type Entered, photograph } from './entered.ts'

/** What members do with a tablet, through the page alone. */

/** Signs out; with so much unsent, after the product has said that it stays on this tablet. */
export async function leave({ page }: Tablet, unsentHere?: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Tài khoản' }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  if (unsentHere) {
    const asked = page.getByRole('dialog', { name: unsentHere })
    await asked.getByRole('button', { name: 'Đăng xuất' }).click()
  }
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
}

export async function carryAlong(tablet: Tablet, address: string): Promise<void> {
  await tablet.page.goto(address)
  await tablet.button('Mang theo để dùng khi không có mạng').click()
  await tablet.reads('Đã mang theo trên máy này')
}

/** Until the application itself is kept too: it opens without network from then on. */
export async function isInstalled({ page }: Tablet): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready')
  await expect.poll(() => page.evaluate('caches.match("/index.html", { ignoreSearch: true }).then(Boolean)')).toBe(true)
}

/** Fills the dialog with one finding, its photo included; typed key by key, or laid in at once. */
export async function begin({ page, button }: Tablet, one: Entered, typed: boolean): Promise<Locator> {
  await button('Ghi phát hiện').click()
  const form = page.getByRole('dialog', { name: 'Ghi phát hiện' })
  await form.getByLabel('Lĩnh vực').selectOption({ label: fieldName(one.fieldKey) })
  await form.getByRole('radio', { name: findingKindNames[one.kind] }).check()
  const write = async (label: string, text: string) => {
    const box = form.getByRole('textbox', { name: label, exact: true })
    await box.fill(typed ? '' : text)
    if (typed) await box.pressSequentially(text)
  }
  await write('Nội dung', one.text)
  if (one.cause) await write('Nguyên nhân', one.cause)
  if (one.responsible) await write('Trách nhiệm', one.responsible)
  if (one.tone !== null) {
    const picture = { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: await photograph(one.tone) }
    await form.getByLabel('Chọn ảnh có sẵn').setInputFiles(picture)
    await form.getByRole('list', { name: 'Ảnh chụp tại chỗ' }).getByRole('listitem').first().waitFor()
  }
  return form
}

/** Records what was half written before the tablet died, as it stands in the dialog. */
export async function finish({ page, button }: Tablet, one: Entered): Promise<void> {
  await button('Ghi phát hiện').click()
  const form = page.getByRole('dialog', { name: 'Ghi phát hiện' })
  expect(await form.getByRole('textbox', { name: 'Nội dung', exact: true }).inputValue()).toBe(one.text)
  if (one.tone !== null)
    await form.getByRole('list', { name: 'Ảnh chụp tại chỗ' }).getByRole('listitem').first().waitFor()
  await form.getByRole('button', { name: 'Ghi phát hiện' }).click()
  await form.waitFor({ state: 'detached' })
}

export async function record(tablet: Tablet, one: Entered, typed: boolean): Promise<void> {
  const form = await begin(tablet, one, typed)
  await form.getByRole('button', { name: 'Ghi phát hiện' }).click()
  await form.waitFor({ state: 'detached' })
}

/** Writes the second version of a finding. */
export async function mend(tablet: Tablet, one: Entered): Promise<void> {
  const item = tablet.page.getByRole('listitem').filter({ hasText: one.text })
  one.text = `${one.text} (đã sửa)`
  await item.getByRole('button', { name: 'Sửa phát hiện' }).click()
  const form = tablet.page.getByRole('dialog', { name: 'Sửa phát hiện' })
  await form.getByRole('textbox', { name: 'Nội dung', exact: true }).fill(one.text)
  await form.getByRole('button', { name: 'Lưu phát hiện' }).click()
  await tablet.reads(one.text)
}

export async function remove(tablet: Tablet, { text }: Entered): Promise<void> {
  const item = tablet.page.getByRole('listitem').filter({ hasText: text })
  await item.getByRole('button', { name: 'Xóa phát hiện' }).click()
  await item.waitFor({ state: 'detached' })
}

/** Checks a figure on the page of figures: it agrees, or it is another one for a reason. */
export async function verify({ page }: Tablet, figure: string, verified: string, reason = ''): Promise<void> {
  const all = page.getByRole('radio', { name: 'Tất cả' })
  const card = page.getByRole('region', { name: figure })
  await page.getByLabel('Tìm số liệu').waitFor()
  if (await all.isVisible()) await all.click({ force: true })
  if (verified === 'Khớp') await card.getByRole('button', { name: 'Khớp', exact: true }).click()
  else {
    await card.getByRole('textbox', { name: 'Đoàn xác minh' }).fill(verified)
    await card.getByRole('textbox', { name: 'Đoàn xác minh' }).press('Enter')
    await card.getByRole('textbox', { name: /^Lý do chênh lệch/ }).pressSequentially(reason)
    await card.getByRole('textbox', { name: /^Lý do chênh lệch/ }).blur()
  }
  await card.getByText('Giữ trên máy này, chưa gửi').waitFor()
}

export async function writeMinutes(tablet: Tablet, words: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(words)) {
    await tablet.box(label).fill(text)
    await tablet.box(label).blur()
  }
  await isKept(tablet)
}

/** Until nothing is in the hands of the page alone: all of it lies in the outbox. */
export async function isKept({ page }: Tablet): Promise<void> {
  const inHand = 'Object.keys(localStorage).filter((name) => name.startsWith("cchc.unsent.")).length'
  await expect.poll(() => page.evaluate(inHand)).toBe(0)
}

/** Presses "Gửi ngay" until this is on screen; over a bad line the first times do not get through. */
export async function sendAll(tablet: Tablet, until = tablet.page.getByText(/^Đã gửi hết/)): Promise<void> {
  const shown = until.filter({ visible: true }).first()
  const send = tablet.button('Gửi ngay')
  while (!(await shown.isVisible())) {
    if (await send.isEnabled({ timeout: 1_000 }).catch(() => false))
      await send.click({ timeout: 2_000 }).catch(() => undefined)
    await tablet.page.waitForTimeout(300)
  }
}
