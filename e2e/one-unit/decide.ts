import { join } from 'node:path'
import { expect } from 'vitest'
import { leader, member, planner, standingDeputy } from '../../server/test/people.ts'
import type { Screen } from '../browser.ts'
import type { Step } from './story.ts'

const decision = join(import.meta.dirname, '..', '..', 'server', 'seed', 'decision-2251.txt')

export const decide: Step[] = [
  {
    at: '2026-06-17 08:30',
    who: 'planner',
    does: 'hands in the signed decision, which opens as a draft to be reviewed beside its text',
    async run(product) {
      const { page, look, reads } = await product.as(planner)
      await page.getByLabel('Chọn tệp quyết định').setInputFiles(decision)
      await page.getByRole('heading', { name: 'Rà soát quyết định' }).waitFor()
      await reads('Còn 4 điều trước khi ban hành')
      await look()
    },
  },
  {
    at: '2026-06-17 09:00',
    who: 'planner',
    does: 'chooses the right unit for two misspelt names, gives the two deadlines that no paper fixes, and issues',
    async run(product, story) {
      const { page, look, reads, dialog } = await product.as(planner)
      await page.getByRole('button', { name: 'Chọn Phường Thạch Khôi' }).click()
      await page.getByRole('button', { name: 'Chọn Xã Lạc Phượng' }).click()
      await page.getByLabel('Ban hành kết luận sau khi kiểm tra, trong').click()
      await page.keyboard.type('10')
      await page.keyboard.press('Tab')
      await page.keyboard.type('20')
      await page.keyboard.press('Tab')
      await reads('Đã đủ để ban hành')
      await look()
      await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
      const asked = await dialog('Ban hành đợt kiểm tra này?')
      await asked.getByRole('button', { name: 'Ban hành' }).click()
      await reads('Đã ban hành đợt kiểm tra')
      await look()
      await expect.poll(() => page.getByRole('listitem').filter({ hasText: 'Phường Thạch Khôi' }).count()).toBe(1)
      story.campaignId = new URL(page.url()).pathname.split('/').at(-1)!
    },
  },
  {
    at: '2026-06-22 09:00',
    who: 'standing deputy',
    does: 'starts the season',
    async run(product, { campaignId }) {
      const { page, look, open, reads, dialog } = await product.as(standingDeputy)
      await open(`/dot-kiem-tra/${campaignId}`)
      await page.getByRole('button', { name: 'Mở đợt' }).click()
      const asked = await dialog('Mở đợt kiểm tra năm 2026?')
      await asked.getByRole('button', { name: 'Mở đợt' }).click()
      await reads('Đợt kiểm tra đã mở')
      await look()
    },
  },
  {
    at: '2026-06-22 10:00',
    who: 'planner',
    does: 'names people to their seats in the team; nobody gets two',
    async run(product, { campaignId }) {
      const screen = await product.as(planner)
      await screen.open(`/dot-kiem-tra/${campaignId}/doan`)
      await nameTo(screen, 'Phó Giám đốc Sở Nội vụ', standingDeputy)
      await nameTo(screen, 'Chuyên viên Phòng CCHC và Pháp chế', planner)
      await nameTo(screen, 'Lãnh đạo, chuyên viên phòng chuyên môn Sở Tư pháp', member)

      const { look, reads, refused } = screen
      const seat = await seatDialog(screen, 'Phó Chủ tịch Ủy ban nhân dân thành phố', standingDeputy)
      await refused(409, () => seat.getByRole('button', { name: 'Lưu' }).click())
      await reads('mỗi người chỉ giữ một vị trí')
      await look()
      await seat.getByRole('button', { name: 'Hủy' }).click()
      await nameTo(screen, 'Phó Chủ tịch Ủy ban nhân dân thành phố', leader)
      await reads('4 trong 14 vị trí đã có người')
      await look()
    },
  },
  {
    at: '2026-06-22 11:00',
    who: 'planner',
    does: 'names who stands in for the agencies that have sent nobody yet, and reads the decision that sets up the team',
    async run(product, { campaignId }) {
      const { page, look, open, dialog } = await product.as(planner)
      await open(`/dot-kiem-tra/${campaignId}/doan`)
      const fields = [
        'Cải cách thủ tục hành chính',
        'Cải cách tài chính công',
        'Xây dựng và phát triển chính quyền điện tử, chính quyền số',
        'Tiếp công dân, giải quyết khiếu nại, tố cáo',
      ]
      for (const field of fields) {
        await page.getByRole('button', { name: `Đổi cơ quan chủ trì, người thay: ${field}` }).click()
        const form = await dialog(field)
        await form.getByLabel('Người thay khi vắng').fill(member.fullName)
        await page.getByRole('option', { name: member.fullName }).click()
        await form.getByRole('list', { name: 'Người thay khi vắng, theo thứ tự' }).getByText(member.fullName).waitFor()
        await look()
        await form.getByRole('button', { name: 'Lưu' }).click()
        await form.waitFor({ state: 'hidden' })
      }
      await page.getByRole('tab', { name: 'Quyết định thành lập' }).click()
      await page.getByRole('article').getByText('QUYẾT ĐỊNH:').waitFor()
      await look()
    },
  },
]

async function nameTo(screen: Screen, post: string, person: typeof leader): Promise<void> {
  const seat = await seatDialog(screen, post, person)
  await seat.getByRole('button', { name: 'Lưu' }).click()
  await seat.waitFor({ state: 'hidden' })
}

/** Opens the seat and chooses the person by typing the name without its diacritics. */
async function seatDialog({ page, look, dialog }: Screen, post: string, { fullName, post: ownPost }: typeof leader) {
  await page.getByRole('button', { name: `sửa vị trí ${post}` }).click()
  const seat = await dialog('Sửa vị trí trong Đoàn')
  await seat.getByLabel('Người được cử').fill(fullName.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'))
  const option = page.getByRole('option', { name: `${fullName} ${ownPost}` })
  await option.waitFor()
  await look()
  await option.click()
  return seat
}
