import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from './calendar-date.ts'
import { explainDeadline } from './explain-deadline.ts'
import { readHolidayFile } from './holiday-file.ts'
import {
  addWorkingDays,
  type CalendarDay,
  dayVerdict,
  nthWorkingDayBefore,
  workingDaysBetween,
  workingDaysLeft,
  workingDaysLeftInWords,
} from './working-days.ts'

const official = readHolidayFile(
  JSON.parse(readFileSync(new URL('../../../server/seed/vn-holidays.json', import.meta.url), 'utf8')),
)

describe('the deadline of a self-report, three working days before the visit', () => {
  it.each([
    ['an ordinary week', '2026-07-15', '2026-07-10'],
    ['a Saturday made up for 31/8', '2026-08-25', '2026-08-21'],
    ['over National Day and its swap', '2026-09-03', '2026-08-26'],
    ['the week after National Day', '2026-09-07', '2026-08-28'],
    ['the new Culture Day', '2026-11-25', '2026-11-19'],
  ])('%s: a visit on %s is reported by %s', (_case, visitOn, dueOn) => {
    expect(nthWorkingDayBefore(visitOn, 3, official).dueOn).toBe(dueOn)
  })

  it('shows every day from the due date to the eve, in calendar order', () => {
    expect(nthWorkingDayBefore('2026-08-25', 3, official).counted).toEqual([
      { date: '2026-08-21', working: true, ordinal: 3, reason: 'thứ Sáu, ngày làm việc' },
      {
        date: '2026-08-22',
        working: true,
        ordinal: 2,
        reason: 'thứ Bảy, Làm bù cho 31/8/2026 (9441/TB-BNV (16/10/2025))',
      },
      { date: '2026-08-23', working: false, ordinal: null, reason: 'Chủ nhật, nghỉ cuối tuần' },
      { date: '2026-08-24', working: true, ordinal: 1, reason: 'thứ Hai, ngày làm việc' },
    ])
  })

  it('is the visit itself when no days are asked for', () => {
    expect(nthWorkingDayBefore('2026-07-15', 0, official)).toEqual({ dueOn: '2026-07-15', counted: [] })
  })

  it('moves only once a proposed swap is decided', () => {
    const decided = official.map((day) => (day.status === 'proposed' ? { ...day, status: 'final' as const } : day))
    expect(nthWorkingDayBefore('2026-11-26', 3, official).dueOn).toBe('2026-11-20')
    expect(nthWorkingDayBefore('2026-11-26', 3, decided).dueOn).toBe('2026-11-19')
    expect(dayVerdict('2026-11-28', official).working).toBe(false)
    expect(dayVerdict('2026-11-28', decided).working).toBe(true)
  })

  it('explains itself', () => {
    expect(explainDeadline('2026-11-25', 3, official)).toBe(
      'Kiểm tra thứ Tư 25/11/2026; ngày kiểm tra không tính. ' +
        'Đếm lùi 3 ngày làm việc: thứ Hai 23/11; thứ Sáu 20/11; thứ Năm 19/11. ' +
        'Không tính: thứ Bảy 21/11 là nghỉ cuối tuần; Chủ nhật 22/11 là nghỉ cuối tuần; ' +
        'thứ Ba 24/11 là Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16 Điều 2 (hiệu lực 01/7/2026)). ' +
        'Hạn chậm nhất: hết thứ Năm 19/11/2026.',
    )
    expect(explainDeadline('2026-08-25', 3, official)).toContain('thứ Bảy 22/08 (Làm bù cho 31/8/2026')
    expect(explainDeadline('2026-08-25', 0, official)).toBe('Hạn là chính ngày kiểm tra, thứ Ba 25/08/2026.')
  })
})

describe('a day', () => {
  it.each([
    ['2026-07-15', true, null],
    ['2026-07-18', false, 'weekend'],
    ['2026-04-26', false, 'holiday'],
    ['2026-04-27', false, 'substitute'],
    ['2026-08-31', false, 'swapOff'],
    ['2026-08-22', true, 'swapWork'],
    ['2027-05-03', false, 'substitute'],
  ])('%s: worked %s by rule %s', (date, working, kind) => {
    const verdict = dayVerdict(date, official)
    expect(verdict.working).toBe(working)
    expect(verdict.rule?.kind ?? null).toBe(kind)
  })

  it('is off when a holiday and a made-up working day both claim it', () => {
    const holiday: CalendarDay = {
      day: '2026-08-22',
      kind: 'holiday',
      name: 'Nghỉ',
      basis: 'Thông báo',
      status: 'final',
    }
    expect(dayVerdict('2026-08-22', [...official, holiday]).working).toBe(false)
    expect(dayVerdict('2026-08-22', [holiday, ...official]).working).toBe(false)
  })
})

describe('a term of working days', () => {
  it.each([
    ['2026-08-20', 1, '2026-08-21'],
    ['2026-08-21', 1, '2026-08-22'],
    ['2026-08-28', 1, '2026-09-03'],
    ['2026-08-30', 2, '2026-09-04'],
    ['2026-07-15', 0, '2026-07-15'],
  ])('from %s, %i days, ends on %s', (from, days, end) => {
    expect(addWorkingDays(from, days, official)).toBe(end)
  })

  it.each([
    ['three days left', '2026-07-07', '2026-07-10', 3],
    ['due today', '2026-07-10', '2026-07-10', 0],
    ['the Saturday after', '2026-07-11', '2026-07-10', 0],
    ['the Monday after', '2026-07-13', '2026-07-10', -1],
    ['over National Day', '2026-08-28', '2026-09-03', 1],
    ['back over National Day', '2026-09-03', '2026-08-28', -1],
  ])('%s: from %s to %s are %i', (_case, from, to, days) => {
    expect(workingDaysBetween(from, to, official)).toBe(days)
  })
})

describe('the time left', () => {
  it.each([
    ['2026-07-07', '2026-07-10', 3, 'còn 3 ngày làm việc'],
    ['2026-07-10', '2026-07-10', 0, 'hạn hôm nay'],
    ['2026-07-11', '2026-07-10', -1, 'quá hạn 1 ngày làm việc'],
    ['2026-07-13', '2026-07-10', -1, 'quá hạn 1 ngày làm việc'],
    ['2026-08-28', '2026-09-04', 2, 'còn 2 ngày làm việc'],
  ])('on %s of a report due %s', (today, dueOn, left, words) => {
    expect(workingDaysLeft(today, dueOn, official)).toBe(left)
    expect(workingDaysLeftInWords(left)).toBe(words)
  })
})

describe('properties over any calendar', () => {
  const start = '2026-01-01'
  const anyDate = fc.integer({ min: 0, max: 700 }).map((days) => addDays(start, days))
  const anyCalendar: fc.Arbitrary<CalendarDay[]> = fc.uniqueArray(
    fc.record({
      day: anyDate,
      kind: fc.constantFrom('holiday', 'substitute', 'swapOff', 'swapWork'),
      name: fc.constant('x'),
      basis: fc.constant('y'),
      status: fc.constantFrom('final', 'statutory', 'proposed'),
    }),
    { maxLength: 60, selector: (day) => day.day },
  )
  const few = fc.integer({ min: 1, max: 25 })

  /** The same rule, written as a list of worked days. */
  const worked = (date: string, days: CalendarDay[]) => {
    const entry = days.find((day) => day.day === date && day.status !== 'proposed')
    const plain = ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
    return entry ? entry.kind === 'swapWork' : plain
  }
  const allDays = Array.from({ length: 1_400 }, (_, index) => addDays('2025-06-01', index))

  it('agrees with a naive list of worked days', () => {
    fc.assert(
      fc.property(anyDate, few, anyCalendar, (date, n, days) => {
        const before = allDays.filter((day) => day < date && worked(day, days))
        const after = allDays.filter((day) => day > date && worked(day, days))
        expect(nthWorkingDayBefore(date, n, days).dueOn).toBe(before.at(-n))
        expect(addWorkingDays(date, n, days)).toBe(after[n - 1])
      }),
    )
  })
  it('never lands on a day off, and counts what it shows', () => {
    fc.assert(
      fc.property(anyDate, few, anyCalendar, (date, n, days) => {
        const { dueOn, counted } = nthWorkingDayBefore(date, n, days)
        expect(dayVerdict(dueOn, days).working).toBe(true)
        expect(dayVerdict(addWorkingDays(date, n, days), days).working).toBe(true)
        expect(counted[0]?.date).toBe(dueOn)
        expect(counted.length).toBe(daysBetween(dueOn, date))
        expect(counted.filter((day) => day.working).map((day) => day.ordinal)).toEqual(
          Array.from({ length: n }, (_, i) => n - i),
        )
      }),
    )
  })
  it('is monotone in the date and in the number of days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 60 }), few, anyCalendar, (date, later, n, days) => {
        const due = (day: string, count: number) => nthWorkingDayBefore(day, count, days).dueOn
        expect(due(date, n) <= due(addDays(date, later), n)).toBe(true)
        expect(due(date, n + 1) < due(date, n)).toBe(true)
        expect(addWorkingDays(date, n, days) < addWorkingDays(date, n + 1, days)).toBe(true)
      }),
    )
  })
  it('goes and comes back', () => {
    fc.assert(
      fc.property(anyDate, few, anyCalendar, (date, n, days) => {
        expect(workingDaysBetween(date, addWorkingDays(date, n, days), days)).toBe(n)
        const { dueOn } = nthWorkingDayBefore(date, n, days)
        const visitWorked = dayVerdict(date, days).working ? 1 : 0
        expect(workingDaysBetween(dueOn, date, days)).toBe(n - 1 + visitWorked)
        if (visitWorked) expect(addWorkingDays(dueOn, n, days)).toBe(date)
      }),
    )
  })
  it('changes sign when the ends change places', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyCalendar, (from, to, days) => {
        expect(workingDaysBetween(from, to, days) + workingDaysBetween(to, from, days)).toBe(0)
      }),
    )
  })
})
