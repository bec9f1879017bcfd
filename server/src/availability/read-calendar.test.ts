import { describe, expect, test } from 'vitest'
import { readCalendar, UnreadableCalendar } from './read-calendar.ts'
import { readCalendarFile } from './read-calendar-file.ts'

const period = { from: '2026-07-01', to: '2026-11-30' }
const calendar = (...parts: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//minh hoa//vi', ...parts, 'END:VCALENDAR'].join('\r\n')
const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', 'UID:a@vi-du', 'SUMMARY:Họp', ...lines, 'END:VEVENT'].join('\r\n')
const hanoi = [
  'BEGIN:VTIMEZONE',
  'TZID:SE Asia Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')
const read = (...parts: string[]) => readCalendar(calendar(...parts), period)
const words = (...parts: string[]) =>
  read(...parts).flatMap(({ times, leftOut }) =>
    leftOut
      ? [leftOut]
      : times.map(({ from, to, halfDay }) =>
          [from === to ? from : `${from}..${to}`, halfDay].filter(Boolean).join(' '),
        ),
  )

describe('an event makes busy', () => {
  test.each<[string, string[], string[]]>([
    ['its whole day', [event('DTSTART;VALUE=DATE:20260903', 'DTEND;VALUE=DATE:20260904')], ['2026-09-03']],
    ['its whole days', [event('DTSTART;VALUE=DATE:20260903', 'DTEND;VALUE=DATE:20260906')], ['2026-09-03..2026-09-05']],
    ['a whole day without an end', [event('DTSTART;VALUE=DATE:20260903')], ['2026-09-03']],
    ['a morning given in UTC', [event('DTSTART:20260903T013000Z', 'DTEND:20260903T040000Z')], ['2026-09-03 morning']],
    ['the next day in Vietnam', [event('DTSTART:20260902T200000Z', 'DTEND:20260902T210000Z')], ['2026-09-03 morning']],
    [
      'an afternoon in a zone that the file describes',
      [
        hanoi,
        event('DTSTART;TZID=SE Asia Standard Time:20260903T140000', 'DTEND;TZID=SE Asia Standard Time:20260903T160000'),
      ],
      ['2026-09-03 afternoon'],
    ],
    [
      'an afternoon in a zone that it only names',
      [event('DTSTART;TZID=Europe/Paris:20260903T080000', 'DTEND;TZID=Europe/Paris:20260903T090000')],
      ['2026-09-03 afternoon'],
    ],
    [
      'Vietnam’s time where no zone is given',
      [event('DTSTART:20260903T080000', 'DURATION:PT2H')],
      ['2026-09-03 morning'],
    ],
    [
      'from an afternoon over days to a morning',
      [event('DTSTART:20260903T140000', 'DTEND:20260905T090000')],
      ['2026-09-03 afternoon', '2026-09-04', '2026-09-05 morning'],
    ],
    [
      'each time it repeats within the period, but the times left out',
      [
        event(
          'DTSTART:20260629T080000',
          'DTEND:20260629T100000',
          'RRULE:FREQ=WEEKLY;UNTIL=20260721T000000',
          'EXDATE:20260713T080000',
        ),
      ],
      ['2026-07-06 morning', '2026-07-20 morning'],
    ],
    [
      'where one time was moved and one cancelled',
      [
        event('DTSTART:20260706T080000', 'DTEND:20260706T100000', 'RRULE:FREQ=WEEKLY;COUNT=3'),
        event('RECURRENCE-ID:20260713T080000', 'DTSTART:20260714T140000', 'DTEND:20260714T150000'),
        event('RECURRENCE-ID:20260720T080000', 'DTSTART:20260720T080000', 'DTEND:20260720T100000', 'STATUS:CANCELLED'),
      ],
      ['2026-07-06 morning', '2026-07-14 afternoon'],
    ],
    ['nobody when cancelled', [event('DTSTART;VALUE=DATE:20260903', 'STATUS:CANCELLED')], ['cancelled']],
    ['nobody when marked as free', [event('DTSTART;VALUE=DATE:20260903', 'TRANSP:TRANSPARENT')], ['free']],
    ['nobody outside the period', [event('DTSTART;VALUE=DATE:20261201')], ['outside']],
    [
      'only the days of the period when it lasts for centuries',
      [event('DTSTART:19000101T000000', 'DTEND:29000101T000000')],
      ['2026-07-01..2026-11-30'],
    ],
    ['nobody when it has no beginning', [event('SUMMARY:Lạc')], []],
  ])('%s', (_, parts, expected) => expect(words(...parts)).toEqual(expected))

  test('under its name, or under none where it is marked as private', () => {
    const [open] = read(event('DTSTART;VALUE=DATE:20260903'))
    const [closed] = read(event('DTSTART;VALUE=DATE:20260903', 'CLASS:PRIVATE'))
    expect([open?.title, closed?.title]).toEqual(['Họp', ''])
  })
})

describe('a file is refused', () => {
  const encoder = new TextEncoder()
  const file = (text: string) => ({ name: 'lich.ics', mediaType: 'text/calendar', bytes: encoder.encode(text) })
  test.each([
    ['that is no calendar', 'PK\u0003\u0004', 'không phải tệp lịch'],
    ['that breaks off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:', 'bị cắt ngang'],
    ['of garbage', 'BEGIN:VCALENDAR\r\n\u0000;;::\r\nEND:VCALENDAR', 'bị cắt ngang'],
    [
      'that repeats by the second',
      calendar(event('DTSTART:20260701T000000Z', 'RRULE:FREQ=SECONDLY')),
      'nhiều lần trong một ngày',
    ],
    [
      'with too many events',
      calendar(
        ...Array.from(
          { length: 5001 },
          (_, i) => `BEGIN:VEVENT\r\nUID:${i}\r\nDTSTART;VALUE=DATE:20260903\r\nEND:VEVENT`,
        ),
      ),
      'hơn 5.000 sự kiện',
    ],
  ])('%s', (_, text, why) => {
    expect(() => readCalendar(text, period)).toThrow(UnreadableCalendar)
    expect(() => readCalendar(text, period)).toThrow(why)
  })

  test('whose rule never comes to an end, without holding up anybody else', async () => {
    const endless = calendar(event('DTSTART:20260701T080000', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'))
    await expect(readCalendarFile(file(endless), period)).rejects.toMatchObject({ code: 'calendar-unreadable' })
  })

  test('that repeats daily since long ago', () =>
    expect(() => read(event('DTSTART:19000101T080000', 'RRULE:FREQ=DAILY'))).toThrow('lặp lại quá nhiều lần'))

  test('read in a thread gives the same as read at once', async () => {
    const text = calendar(event('DTSTART;VALUE=DATE:20260903'))
    expect(await readCalendarFile(file(text), period)).toEqual(readCalendar(text, period))
  })
})
