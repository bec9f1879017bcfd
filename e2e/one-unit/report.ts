import { unitKindOf } from '@cchc/domain/outlines/outline.ts'
import { getSelfReport, saveAnswer } from '@cchc/domain/self-reports/contract.ts'
import { expect } from 'vitest'
import { inventedAnswers } from '../../server/src/seed/illustrative/invented-answers.ts'
import { administrator, planner, unitHead, unitOfficer } from '../../server/test/people.ts'
import type { Screen } from '../browser.ts'
import type { Product } from '../product.ts'
import { type Step, type Story, unit, visit } from './story.ts'

/** Whom the administrator lets in on screen; comes in by username and password. */
const newcomer = {
  fullName: 'Nguyễn Thị Minh Họa',
  post: 'Công chức Văn phòng',
  username: 'minh-hoa',
  password: 'mot cau ngan de nho',
}

export const report: Step[] = [
  {
    at: '2026-06-24 14:00',
    who: 'administrator',
    does: 'gives an officer of the unit an account; what is missing is said under each field',
    async run(product) {
      const { page, look, open, reads, dialog } = await product.as(administrator)
      await open('/quan-tri/tai-khoan')
      await page.getByRole('button', { name: 'Thêm tài khoản' }).click()
      const form = await dialog('Thêm tài khoản')
      await form.getByRole('button', { name: 'Lưu tài khoản' }).click()
      await reads('Chọn ít nhất một vai trò.')
      await look()
      await form.getByLabel('Họ và tên').fill(newcomer.fullName)
      await form.getByLabel('Chức vụ').fill(newcomer.post)
      await form.getByLabel('Nơi làm việc').fill('phuong le chan')
      await page.keyboard.press('Enter')
      await form.getByLabel('Công chức đầu mối của đơn vị').check()
      await form.getByLabel('Tên đăng nhập').fill(newcomer.username)
      await form.getByLabel('Mật khẩu đầu').fill(newcomer.password)
      await page.keyboard.press('Enter')
      await reads(`Đã thêm tài khoản ${newcomer.fullName}`)
      await page.getByRole('row', { name: newcomer.fullName }).getByText(unit.name).waitFor()
      await look()
    },
  },
  {
    at: '2026-07-06 08:00',
    who: 'unit officer',
    does: 'comes to the report while signed out, signs in by username and password, and stands where they wanted to go',
    async run(product, story) {
      const screen = await product.screen(newcomer.username)
      const { page, look, box, reads, refused } = screen
      await page.goto(reportPath(story))
      await box('Tên đăng nhập').fill(newcomer.username)
      await box('Mật khẩu').fill('khong phai mat khau')
      await look()
      await refused(401, () => page.keyboard.press('Enter'))
      await reads('Tên đăng nhập hoặc mật khẩu chưa đúng.')
      await look()
      await box('Mật khẩu').fill(newcomer.password)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Báo cáo phục vụ kiểm tra CCHC' }).waitFor()
      expect(new URL(page.url()).pathname).toBe(reportPath(story))
      await reads('Còn 3 ngày làm việc')
      await look()
      story.newcomer = screen
    },
  },
  {
    at: '2026-07-06 08:30',
    who: 'unit officer',
    does: 'writes a section by keyboard: figures in several ways of writing, an error seen and mended, a target missed and explained',
    async run(_, story) {
      const screen = story.newcomer!
      const { page, look, reads } = screen
      await page
        .getByRole('navigation', { name: 'Đề cương' })
        .getByRole('link', { name: /thủ tục hành chính/ })
        .click()
      await page.getByRole('heading', { level: 2, name: '2. Cải cách thủ tục hành chính' }).waitFor()
      await look()
      await type(screen, 'Tổng số hồ sơ TTHC tiếp nhận', '8 250')
      // Enter goes on to the next figure.
      await page.keyboard.type('8.320')
      await page.keyboard.press('Enter')
      await page.keyboard.type('1.234,5')
      await page.keyboard.press('Enter')
      await reads('Số hồ sơ đã giải quyết (8.320) lớn hơn số hồ sơ tiếp nhận (8.250).')
      await reads('là 1.234,5, nhưng đây là số đếm nên phải là số nguyên.')
      await look()

      await type(screen, 'Số hồ sơ đã giải quyết', '8,102')
      await reads('“8,102” đọc được hai cách. Bạn muốn ghi số nào?')
      await look()
      await page.getByRole('button', { name: '8.102 (hàng nghìn)' }).click()
      await type(screen, 'Số hồ sơ đã giải quyết đúng hạn', '8.050')
      await expectFigure(screen, 'Tỷ lệ hồ sơ TTHC giải quyết đúng hạn', '99,36')
      await type(screen, 'Số hồ sơ quá hạn', '52')
      for (const [rate, text, shown] of rates) {
        await type(screen, rate, text)
        await expectFigure(screen, rate, shown)
      }
      await type(screen, 'Tổng số PAKN tiếp nhận', '14')
      await page.keyboard.type('13')
      await page.keyboard.press('Enter')
      await page.keyboard.type('Phát thanh hằng tuần; tổ công nghệ số đến từng tổ dân phố. (Dữ liệu minh họa.)')
      await page.keyboard.press('Tab')
      await page.getByLabel(/Hình thức triển khai đo lường/).fill('Phiếu giấy và mã QR tại quầy. (Dữ liệu minh họa.)')

      await type(screen, 'Mức độ hài lòng của người dân, doanh nghiệp', '93,5 %')
      await reads('là 93,5%, dưới mức tối thiểu 95%')
      await page.getByRole('button', { name: 'Thêm giải trình' }).click()
      await page.keyboard.type('Mới sắp xếp lại bộ phận một cửa từ tháng 3; khảo sát lại trong quý III.')
      await look()
      await type(screen, 'Mức độ hài lòng trong lĩnh vực đất đai', '91')
      await reads(/đã lưu \d\d:\d\d/)
      await page.getByRole('link', { name: /Đã xong Cải cách thủ tục hành chính 20\/20/ }).waitFor()
      await look()
    },
  },
  {
    at: '2026-07-07 15:00',
    who: 'unit officer',
    does: 'finds the rest written by a colleague, reads the whole as it will print, and hands it to the head',
    async run(product, story) {
      await writeTheRest(product, story)
      const { page, look, open, reads, dialog } = story.newcomer!
      await open(`${reportPath(story)}/ban-in`)
      await open(reportPath(story))
      await reads('Mọi mục đã có và số liệu khớp nhau.')
      await page.getByRole('button', { name: 'Chuyển lãnh đạo duyệt' }).click()
      const asked = await dialog('Chuyển báo cáo cho lãnh đạo duyệt?')
      await asked.getByRole('button', { name: 'Chuyển lãnh đạo duyệt' }).click()
      await reads('Đã chuyển báo cáo cho lãnh đạo duyệt.')
      await look()
    },
  },
  {
    at: '2026-07-08 16:00',
    who: 'unit head',
    does: 'sends the report in time and keeps the receipt',
    async run(product, story) {
      const { page, look, open, reads, dialog } = await product.as(unitHead)
      await open(reportPath(story))
      await page.getByRole('button', { name: 'Gửi báo cáo' }).click()
      const asked = await dialog('Gửi báo cáo cho Đoàn kiểm tra?')
      await asked.getByText('Gửi bây giờ là đúng hạn.').waitFor()
      await asked.getByRole('button', { name: 'Gửi báo cáo' }).click()
      const receipt = page.getByRole('region', { name: 'Biên nhận gửi báo cáo' })
      await receipt.getByText('Đúng hạn').waitFor()
      await receipt.getByText(`hết thứ Năm ${visit.reportDue}`).waitFor()
      await reads('08/07/2026 16:00')
      await look()
    },
  },
  {
    at: '2026-07-09 08:30',
    who: 'planner',
    does: 'finds the report in the list and accepts it',
    async run(product) {
      const { page, look, open, reads, dialog } = await product.as(planner)
      await open('/bao-cao')
      await page.getByRole('link', { name: unit.name }).click()
      await page.getByRole('button', { name: 'Tiếp nhận' }).waitFor()
      await look()
      await page.getByRole('button', { name: 'Tiếp nhận' }).click()
      const asked = await dialog(`Tiếp nhận báo cáo của ${unit.name}?`)
      await asked.getByRole('button', { name: 'Tiếp nhận' }).click()
      await reads('Đã tiếp nhận báo cáo.')
      await look()
    },
  },
]

/** Percents of the section as people write them, and as the form then shows them. */
const rates: readonly [string, string, string][] = [
  ['Tỷ lệ hồ sơ trực tuyến', '78,25', '78,25'],
  ['Tỷ lệ TTHC thực hiện tại Trung tâm PVHCC', '100%', '100'],
  ['Tỷ lệ TTHC trực tuyến toàn trình trên Cổng DVC quốc gia', '82.5', '82,5'],
  ['Tỷ lệ thanh toán trực tuyến', '64,1', '64,1'],
  ['Tỷ lệ TTHC không phụ thuộc địa giới hành chính', '97', '97'],
  ['Tỷ lệ hồ sơ TTHC xử lý trên hệ thống thông tin', '100', '100'],
  ['Tỷ lệ hồ sơ TTHC đồng bộ lên Cổng DVC quốc gia', '99,8', '99,8'],
  ['Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính', '91,75', '91,75'],
  ['Tỷ lệ cấp kết quả giải quyết thủ tục hành chính điện tử', '88', '88'],
  ['Tỷ lệ khai thác, tái sử dụng dữ liệu đã số hóa', '45,5', '45,5'],
]

const reportPath = ({ inspectionId }: Story) => `/bao-cao/${inspectionId}`

/** Types over what stands in the box, and goes on with Enter. */
async function type({ page, box }: Screen, label: string, text: string): Promise<void> {
  await box(label).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function expectFigure({ box }: Screen, label: string, shown: string): Promise<void> {
  await expect.poll(() => box(label).inputValue(), { message: label }).toBe(shown)
}

/** The other sections, by a colleague of the same unit and without the screen. */
async function writeTheRest({ house }: Product, { inspectionId }: Story): Promise<void> {
  const view = (await house.as(unitOfficer).call(getSelfReport, { params: { inspectionId } })).ok()
  const written = new Set(view.answers.map(({ itemKey }) => itemKey))
  const answers = inventedAnswers(view.outline, unitKindOf(view.unitType, view.advisory), unit.code, '2026-07-07')
  for (const [itemKey, value] of answers) {
    if (written.has(itemKey)) continue
    const params = { selfReportId: view.selfReportId, itemKey }
    ;(await house.as(unitOfficer).call(saveAnswer, { params, body: { revision: 0, value } })).ok()
  }
}
