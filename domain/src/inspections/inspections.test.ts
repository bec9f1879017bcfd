import { describe, expect, test } from 'vitest'
import { slotRefusals } from './slot.ts'
import { type Standing, standingOf } from './stage.ts'
import { nextInspectionState } from './states.ts'

const calendar = [{ day: '2026-09-02', kind: 'holiday', name: 'Quốc khánh', basis: 'BLLĐ', status: 'final' }] as const
const season = { today: '2026-08-10', periodFrom: '2026-07-01', periodTo: '2026-11-30', leadWorkingDays: 3, calendar }

describe('a slot', () => {
  test.each([
    ['2026-08-18', []],
    ['2026-06-30', ['outside-period', 'in-the-past']],
    ['2026-12-01', ['outside-period']],
    ['2026-09-02', ['not-a-working-day']],
    ['2026-08-15', ['not-a-working-day']],
    ['2026-08-12', ['report-due-passed']],
    ['2026-08-13', []],
  ])('%s breaks %j', (visitOn, codes) => {
    expect(slotRefusals({ ...season, visitOn }).map(({ code }) => code)).toEqual(codes)
  })
})

const announced: Standing = {
  state: 'announced',
  visitOn: '2026-09-17',
  visitOpen: false,
  reportState: 'not-started',
  reportSent: false,
  reportDueOn: '2026-09-14',
  conclusionState: 'none',
  conclusionDueOn: null,
  recommendationsOpen: 0,
  remedyDueOn: null,
  verifyDueOn: null,
  noticeOutdated: false,
}

describe('the stage of an inspection', () => {
  test.each<[string, Partial<Standing>, string, string | undefined, string | undefined]>([
    ['planned', { state: 'planned', visitOn: null, reportDueOn: null }, 'unscheduled', 'Xếp lịch', 'Thư ký Đoàn'],
    ['announced, nothing written, due yesterday', {}, 'report-late', 'Gửi báo cáo', 'Đơn vị'],
    ['due today is not late', { reportDueOn: '2026-09-15' }, 'announced', 'Gửi báo cáo', 'Đơn vị'],
    ['sent late is sent', { reportState: 'sent' }, 'report-sent', 'Kiểm tra', 'Đoàn kiểm tra'],
    [
      'returned after it came in time',
      { reportState: 'returned', reportSent: true },
      'report-returned',
      'Gửi báo cáo',
      'Đơn vị',
    ],
    [
      'with the head',
      { reportState: 'with-head', reportDueOn: '2026-09-16' },
      'report-with-head',
      'Gửi báo cáo',
      'Lãnh đạo đơn vị',
    ],
    [
      'moved after its notice',
      { noticeOutdated: true, reportDueOn: '2026-09-16' },
      'announced',
      'Thông báo lại lịch',
      'Thư ký Đoàn',
    ],
    ['on site', { visitOpen: true, reportState: 'sent' }, 'visiting', 'Kiểm tra', 'Đoàn kiểm tra'],
    ['visited', { state: 'visited', conclusionDueOn: '2026-10-01' }, 'concluding', 'Dự thảo kết luận', 'Thư ký Đoàn'],
    [
      'under review',
      { state: 'visited', conclusionState: 'under-review' },
      'reviewing',
      'Ban hành kết luận',
      'Phó Trưởng đoàn TT',
    ],
    [
      'remedies overdue',
      { state: 'concluded', recommendationsOpen: 2, remedyDueOn: '2026-09-10' },
      'remedy-late',
      'Khắc phục',
      'Đơn vị',
    ],
    [
      'all waiting for the team, past their dates',
      { state: 'concluded', recommendationsOpen: 1, verifyDueOn: '2026-09-10' },
      'remedying',
      'Xác minh khắc phục',
      'Đoàn kiểm tra',
    ],
    ['nothing left', { state: 'concluded' }, 'done', undefined, undefined],
  ])('%s', (_, changes, stage, what, holder) => {
    const standing = standingOf({ ...announced, ...changes }, '2026-09-15', calendar)
    expect([standing.stage, standing.next?.what, standing.next?.holder]).toEqual([stage, what, holder])
  })

  test('working days to the next deadline are signed', () => {
    expect(standingOf(announced, '2026-09-15', calendar).next?.workingDays).toBe(-1)
    expect(standingOf({ ...announced, reportDueOn: '2026-09-18' }, '2026-09-15', calendar).next?.workingDays).toBe(3)
  })
})

test.each([
  ['planned', 'announce', undefined],
  ['scheduled', 'schedule', 'scheduled'],
  ['announced', 'schedule', 'announced'],
  ['visited', 'cancel', undefined],
  ['cancelled', 'schedule', undefined],
] as const)('from %s, %s leads to %s', (from, act, to) => {
  expect(nextInspectionState(from, act)).toBe(to)
})
