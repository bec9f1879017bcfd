import { expect, test } from 'vitest'
import { paperLines } from '../papers/paper-lines.ts'
import { movedVisits } from './cases/moved-visits.ts'
import { scheduleNoticeCase } from './cases/schedule-notice.ts'
import { type ChangeNotice, changeNoticePaper } from './change-notice-paper.ts'
import { type NoticeForAll, noticeForAllPaper } from './notice-for-all-paper.ts'

const { frame, year, decision, contents, outlineName, dataFrom, contact } = scheduleNoticeCase
const base = { frame, year, decision, contact }

const forAll = (overrides: Partial<NoticeForAll> = {}) =>
  noticeForAllPaper({
    ...base,
    contents,
    outlineName,
    dataFrom,
    participants: ['Đại diện lãnh đạo cơ quan, đơn vị, địa phương được kiểm tra'],
    report: { workingDays: 3, sendTo: 'Sở Nội vụ' },
    replaces: [],
    visits: movedVisits.map(({ unitName, after }) => ({ ...after, unitName })),
    ...overrides,
  })
const change = (visits: ChangeNotice['visits']) => changeNoticePaper({ ...base, visits })

test('one notice for all has a row a visit with its half-day, place and deadline', () => {
  const paper = forAll()
  const table = paper.blocks.find((block) => block.kind === 'table')
  expect(table?.kind === 'table' && table.rows.map((row) => row.map(({ runs }) => runs[0]?.text))).toEqual([
    [
      '1',
      'Ủy ban nhân dân phường Lê Chân',
      'Chiều thứ Năm 03/09/2026',
      'Phòng họp tầng 2, trụ sở Ủy ban nhân dân phường Lê Chân',
      '26/08/2026',
    ],
    ['2', 'Sở Xây dựng', 'Chiều thứ Tư 26/08/2026', 'Trụ sở Sở Xây dựng', '21/08/2026'],
  ])
  const lines = paperLines(paper)
  expect(lines).toContain('nhà nước năm\u00a02026 tại các cơ quan, đơn vị, địa phương')
  expect(lines.join('\n')).toContain('tại 02 cơ quan, đơn vị, địa phương như sau:')
  expect(lines).toContain(
    'Mỗi nơi làm việc 01 buổi; buổi sáng bắt đầu từ 08 giờ 00 phút, buổi chiều bắt đầu từ 14 giờ 00 phút.',
  )
  expect(lines.join('\n')).toContain('(03 ngày làm việc trước ngày kiểm tra)')
  expect(lines.join('\n')).not.toContain('thay thế')
})

test('its clauses are numbered without a gap', () => {
  const labels = forAll().blocks.flatMap((block) => (block.kind === 'heading' ? [block.label] : []))
  expect(labels).toEqual(['1.', '2.', '3.', '4.', '5.'])
})

test('it names the notices that it replaces', () => {
  const lines = paperLines(forAll({ replaces: movedVisits.map(({ notice }) => notice) }))
  expect(lines).toContain(
    'Thông báo này thay thế nội dung về thời gian, địa điểm kiểm tra tại các Thông báo: số 80/TB-SNV ngày 03/08/2026; số 81/TB-SNV ngày 04/08/2026.',
  )
})

test('a change of one visit says what was told, what stands now, the deadline and why', () => {
  const lines = paperLines(change([movedVisits[0]]))
  expect(lines).toContain('nhà nước năm\u00a02026 tại Ủy ban nhân dân phường Lê Chân')
  expect(lines).toEqual(
    expect.arrayContaining([
      '- Lịch đã thông báo (Thông báo số 80/TB-SNV ngày 03/08/2026): buổi sáng thứ Ba, ngày 25/08/2026, tại Trụ sở Ủy ban nhân dân phường Lê Chân;',
      '- Lịch mới: buổi chiều thứ Năm, ngày 03/09/2026, bắt đầu từ 14 giờ 00 phút, tại Phòng họp tầng 2, trụ sở Ủy ban nhân dân phường Lê Chân;',
      '- Hạn gửi báo cáo phục vụ kiểm tra: chậm nhất ngày 26/08/2026 (hạn đã thông báo: ngày 20/08/2026);',
      '- Lý do: trùng kỳ họp Hội đồng nhân dân.',
    ]),
  )
  expect(lines.join('\n')).toContain(
    'thay thế nội dung về thời gian, địa điểm, hạn gửi báo cáo tại Thông báo số 80/TB-SNV ngày 03/08/2026.',
  )
  expect(lines.filter((line) => line.endsWith('./.'))).toHaveLength(1)
})

test('a deadline that does not change is said to stay', () => {
  expect(paperLines(change([movedVisits[1]]))).toContain(
    '- Hạn gửi báo cáo phục vụ kiểm tra: giữ nguyên, chậm nhất ngày 21/08/2026;',
  )
})

test('changes of several visits are a table, and every notice replaced in part is named once', () => {
  const [first, second] = movedVisits
  const paper = change([first, second, { ...second, unitName: 'Sở Tư pháp' }])
  expect(paper.subject).not.toContain('tại')
  const lines = paperLines(paper)
  expect(lines).toContain('Sáng thứ Ba 25/08/2026 (Thông báo số 80/TB-SNV)')
  expect(lines.join('\n')).toContain(
    'tại Thông báo số 80/TB-SNV ngày 03/08/2026; số 81/TB-SNV ngày 04/08/2026. Thành phần',
  )
})
