import { member, planner, unitHead } from '../../server/test/people.ts'
import { type Step, type Story, unit } from './story.ts'

/** A figure of the member's own field, and what the team found instead of what the unit reported. */
export const disputed = {
  key: 'institutions.review.to-handle',
  label: 'Số VBQPPL cần xử lý sau rà soát',
  verified: '8',
  reason: 'Sổ theo dõi ghi thêm một văn bản.',
}
export const shortcoming = {
  text: 'Một văn bản cần xử lý sau rà soát chưa được đưa vào báo cáo.',
  cause: 'Chưa phân công người theo dõi sổ rà soát.',
}

export const inspect: Step[] = [
  {
    at: '2026-07-14 08:00',
    who: 'planner',
    does: 'begins the session and notes who is present on both sides',
    async run(product) {
      const { page, look, open, reads } = await product.as(planner)
      await open('/buoi-kiem-tra')
      await page.getByRole('region', { name: 'Hôm nay' }).getByRole('link', { name: unit.name }).click()
      await page.getByRole('button', { name: 'Bắt đầu buổi kiểm tra' }).waitFor()
      await look()
      await page.getByRole('button', { name: 'Bắt đầu buổi kiểm tra' }).click()
      await reads('bắt đầu lúc 08:00')
      const [team, hosts] = ['Đoàn kiểm tra', unit.name].map((name) => page.getByRole('region', { name }))
      await team!.getByRole('button', { name: 'Tất cả có mặt' }).click()
      await hosts!.getByRole('checkbox', { name: unitHead.fullName }).check()
      await hosts!.getByLabel('Họ và tên').fill('Trần Văn Minh Họa')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Giám đốc Trung tâm Phục vụ hành chính công')
      await page.keyboard.press('Enter')
      await hosts!.getByText('2/4 có mặt').waitFor()
      await reads('Mọi nội dung đã lưu')
      await look()
    },
  },
  {
    at: '2026-07-14 09:00',
    who: 'team member, on a phone',
    does: 'confirms one figure with a tap, finds another one different and says why, and records a shortcoming with its cause',
    async run(product, story) {
      const { page, look, open, reads, dialog } = await product.as(member, 'phone')
      await open(sessionPath(story))
      const figure = (name: string) => page.getByRole('region', { name })
      await figure('Tổng số VBQPPL đã thực hiện tự kiểm tra').getByRole('button', { name: 'Khớp' }).click()
      await figure(disputed.label).getByRole('textbox', { name: 'Đoàn xác minh' }).fill(disputed.verified)
      await page.keyboard.press('Enter')
      await reads('ghi lý do thì số này mới được lưu')
      await look()
      await figure(disputed.label).getByLabel('Lý do chênh lệch').fill(disputed.reason)
      await page.keyboard.press('Tab')
      await reads(`“${disputed.reason}”`)
      // Theirs are the figures of their own field and of those they stand in for.
      await reads(/^2\/\d+ đã đối chiếu/)
      await look()

      await page.getByRole('button', { name: 'Ghi phát hiện' }).click()
      const form = await dialog('Ghi phát hiện')
      await form.getByLabel('Lĩnh vực').selectOption({ label: 'Cải cách thể chế' })
      await form.getByLabel('Tồn tại, hạn chế').check()
      await form.getByLabel('Nội dung').fill(shortcoming.text)
      await form.getByLabel('Nguyên nhân').fill(shortcoming.cause)
      await form.getByRole('button', { name: 'Ghi phát hiện' }).click()
      await form.waitFor({ state: 'hidden' })
      await page.getByRole('tab', { name: 'Phát hiện 1' }).click()
      await reads(`Nguyên nhân: ${shortcoming.cause}`)
      await reads('Mọi nội dung đã lưu')
      await look()
    },
  },
  {
    at: '2026-07-14 11:15',
    who: 'planner',
    does: 'writes the minutes beside the page they will print as, and closes the session',
    async run(product, story) {
      const { page, look, open, reads, dialog } = await product.as(planner)
      await open(`${sessionPath(story)}?tab=bien-ban`)
      await page.getByLabel('Trao đổi, làm rõ').fill('Đoàn và đơn vị trao đổi về sổ rà soát văn bản.')
      await page.getByLabel(`Ý kiến của ${unit.name}`).fill('Nhất trí, sẽ bổ sung số liệu.')
      await page.keyboard.press('Tab')
      const paper = page.getByRole('article')
      await paper.getByText('Nhất trí, sẽ bổ sung số liệu.').waitFor()
      await paper.getByRole('row', { name: disputed.label }).getByText(disputed.reason).waitFor()
      await look()
      await page.getByRole('button', { name: 'Kết thúc buổi kiểm tra' }).click()
      const asked = await dialog('Kết thúc buổi kiểm tra?')
      await asked.getByRole('button', { name: 'Kết thúc và khóa biên bản' }).click()
      await reads('kết thúc lúc 11:15')
      await paper.getByText('Buổi làm việc kết thúc vào 11 giờ 15 phút').waitFor()
      await look()
    },
  },
]

const sessionPath = ({ inspectionId }: Story) => `/kiem-tra/${inspectionId}/buoi-kiem-tra`
