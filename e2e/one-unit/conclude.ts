import { member, planner, standingDeputy, unitHead } from '../../server/test/people.ts'
import type { Screen } from '../browser.ts'
import { shortcoming } from './inspect.ts'
import { type Step, unit } from './story.ts'

export const conclude: Step[] = [
  {
    at: '2026-07-16 08:00',
    who: 'planner',
    does: 'drafts the notice of conclusions from what was found, gives the recommendation its day, and sends it round',
    async run(product, story) {
      const { page, look, open, box, reads, dialog } = await product.as(planner)
      await open('/ket-luan')
      await page.getByRole('link', { name: unit.name }).click()
      await page.getByRole('button', { name: 'Soạn dự thảo từ phát hiện' }).click()
      await page.getByRole('region', { name: 'Yêu cầu, kiến nghị' }).getByText(shortcoming.text.slice(0, -1)).waitFor()
      await look()
      // Of the agencies in the team, two had named people, and those came.
      await page.getByRole('article').getByText('có đại diện: Sở Nội vụ, Sở Tư pháp.').waitFor()
      await page.getByRole('button', { name: 'Sửa kiến nghị 1' }).click()
      const form = await dialog('Sửa kiến nghị')
      await box('Hạn thực hiện').fill('15/8/2026')
      await page.keyboard.press('Tab')
      await look()
      await box('Hạn thực hiện').fill('21/8/2026')
      await form.getByRole('button', { name: 'Lưu kiến nghị' }).click()
      await form.waitFor({ state: 'hidden' })
      await page.getByRole('article').getByRole('cell', { name: '21/08/2026' }).waitFor()
      await setTerms(await product.as(planner))
      await submit(await product.as(planner))
      await reads(/^Đã trình dự thảo/)
      await look()
      story.conclusionPath = new URL(page.url()).pathname
    },
  },
  {
    at: '2026-07-16 14:00',
    who: 'team member',
    does: 'remarks on the draft',
    async run(product, { conclusionPath }) {
      const { page, look, open, reads } = await product.as(member)
      await open(conclusionPath)
      await page.getByLabel('Nội dung góp ý').fill('Mục III: ghi rõ tên văn bản còn thiếu.')
      await page.getByRole('button', { name: 'Gửi góp ý' }).click()
      await reads('Chờ xử lý')
      await look()
    },
  },
  {
    at: '2026-07-17 08:00',
    who: 'planner',
    does: 'takes the draft back, mends the words and sees them on the paper, answers the remark and sends it round again',
    async run(product, { conclusionPath }) {
      const screen = await product.as(planner)
      const { page, look, open, box, dialog } = screen
      await open(conclusionPath)
      await page.getByRole('button', { name: 'Lấy lại để sửa' }).click()
      const asked = await dialog('Lấy dự thảo lại để sửa?')
      await asked.getByRole('button', { name: 'Lấy lại để sửa' }).click()
      await box('Cải cách thể chế').click()
      await page.keyboard.press('ControlOrMeta+End')
      await page.keyboard.type('\n+ Văn bản còn thiếu: văn bản thứ tám trong sổ rà soát.')
      await page.getByRole('article').getByText('+ Văn bản còn thiếu: văn bản thứ tám').waitFor()
      await look()
      await submit(screen)
      await page.getByRole('tab', { name: 'Góp ý 1' }).click()
      await page.getByRole('button', { name: `Xử lý ý kiến của ${member.fullName}` }).click()
      await page.getByLabel('Đã sửa gì').fill('Đã ghi rõ.')
      await page.getByRole('button', { name: 'Ghi lại' }).click()
      await page.getByRole('tabpanel').getByText('Đã ghi rõ.').waitFor()
      await look()
    },
  },
  {
    at: '2026-07-20 09:00',
    who: 'standing deputy',
    does: 'approves the draft and issues the notice with its number and date',
    async run(product, { conclusionPath }) {
      const { page, look, open, reads, dialog } = await product.as(standingDeputy)
      await open(conclusionPath)
      await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
      const approving = await dialog('Duyệt dự thảo?')
      await approving.getByRole('button', { name: 'Duyệt', exact: true }).click()
      await approving.waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
      const asked = await dialog('Ban hành thông báo kết luận')
      await asked.getByText('chậm nhất 21/08/2026').waitFor()
      await asked.getByRole('button', { name: 'Ban hành', exact: true }).click()
      await reads('số 2461/TB-SNV, ngày 20/07/2026')
      await page.getByRole('article').getByText('Số: 2461/TB-SNV').waitFor()
      await look()
    },
  },
  {
    at: '2026-07-21 08:00',
    who: 'unit head',
    does: 'reads the notice and the recommendation that has come with it',
    async run(product) {
      const { page, look, open, reads } = await product.as(unitHead)
      await open('/ket-luan')
      await reads('số 2461/TB-SNV, ngày 20/07/2026')
      await page.getByRole('link', { name: /^Khắc phục tồn tại/ }).click()
      await reads('Chậm nhất hết thứ Sáu 21/08/2026')
      await look()
    },
  },
]

/** The first draft of a season asks how long its readers have; no paper fixes that. */
async function setTerms({ page, dialog, look }: Screen): Promise<void> {
  await page.getByRole('button', { name: 'Trình góp ý' }).click()
  const asked = await dialog('Thời hạn lấy ý kiến dự thảo')
  await asked.getByLabel(/^Đầu mối lĩnh vực góp ý trong/).fill('3')
  await asked.getByText('Không, đơn vị chỉ nhận thông báo đã ban hành').click()
  await look()
  await asked.getByRole('button', { name: 'Đặt thời hạn' }).click()
  await asked.waitFor({ state: 'hidden' })
}

async function submit({ page, dialog }: Screen): Promise<void> {
  await page.getByRole('button', { name: 'Trình góp ý' }).click()
  const asked = await dialog('Trình dự thảo để Đoàn góp ý?')
  await asked.getByRole('button', { name: 'Trình góp ý' }).click()
  await asked.waitFor({ state: 'hidden' })
}
