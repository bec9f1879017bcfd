import type { CalendarDay } from '@cchc/domain/dates/working-days.ts'
import { type Call, type Command, Refused, WrongUsage } from './command.ts'

/** `cchc deadline`: the latest day on which a unit's report before a visit is in time. */
export const deadline: Command = {
  name: 'deadline',
  usage: 'DATE [--days 3] [--why] [--json]',
  summary: {
    vi: 'Hạn gửi báo cáo trước ngày kiểm tra, tính theo ngày làm việc.',
    en: 'The latest report date before a visit, counted in working days.',
  },
  help: {
    vi: [
      '  DATE        ngày kiểm tra: 2026-09-15 hoặc 15/9/2026',
      '  --days N    phải gửi trước ít nhất N ngày làm việc (mặc định 3, từ 0 đến 250)',
      '  --why       kể các ngày đã đếm và vì sao ngày nào được nghỉ',
      '  --json      trả lời dạng JSON',
      'Dùng lịch nghỉ của phần mềm đang chạy ở đây nếu có, nếu không thì dùng bảng kèm theo.',
    ].join('\n'),
    en: [
      '  DATE        the day of the visit: 2026-09-15 or 15/9/2026',
      '  --days N    the report must come at least N working days before (default 3, 0 to 250)',
      '  --why       list the days counted and the rule that made a day off',
      '  --json      answer as JSON',
      "Uses the running installation's calendar where there is one, else the shipped table.",
    ].join('\n'),
  },
  options: { days: { type: 'string', default: '3' }, why: { type: 'boolean' }, json: { type: 'boolean' } },
  words: { least: 1, most: 1 },
  run: findDeadline,
}

async function findDeadline(call: Call): Promise<0> {
  const visitOn = await readDate(call.words[0]!)
  const workingDays = readDays(String(call.options.days))
  const [{ nthWorkingDayBefore }, { explainDeadline }, { readCalendar }] = await Promise.all([
    import('@cchc/domain/dates/working-days.ts'),
    import('@cchc/domain/dates/explain-deadline.ts'),
    import('./installation.ts'),
  ])
  const calendar = await readCalendar(call)
  const { dueOn, counted } = nthWorkingDayBefore(visitOn, workingDays, calendar.days)
  const doubts = doubtsAbout([dueOn, visitOn], calendar.days)
  if (call.options.json) {
    const why = call.options.why ? explainDeadline(visitOn, workingDays, calendar.days) : undefined
    call.print(
      JSON.stringify({ visitOn, workingDays, dueOn, counted, calendar: calendar.source, doubts, why }, null, 2),
    )
    return 0
  }
  call.print(dueOn)
  for (const doubt of doubts) call.remark(doubt)
  if (!call.options.why) return 0
  for (const day of counted)
    call.print(`${day.date}  ${day.ordinal === null ? '  ' : String(day.ordinal).padStart(2)}  ${day.reason}`)
  call.print(explainDeadline(visitOn, workingDays, calendar.days))
  return 0
}

async function readDate(text: string): Promise<string> {
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const iso = vietnamese
    ? [vietnamese[3], vietnamese[2]!.padStart(2, '0'), vietnamese[1]!.padStart(2, '0')].join('-')
    : text
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) {
    throw new WrongUsage(`"${text}" không phải là ngày. Hãy viết dạng 2026-09-15 hoặc 15/9/2026.`)
  }
  const { CalendarDate } = await import('@cchc/domain/dates/calendar-date.ts')
  const date = CalendarDate.safeParse(iso)
  if (!date.success) throw new Refused(`Không có ngày ${text} trong lịch.`)
  return date.data
}

function readDays(text: string): number {
  const days = Number(text)
  if (/^\d+$/.test(text) && days <= 250) return days
  throw new WrongUsage(`--days phải là số ngày làm việc, từ 0 đến 250, đang là "${text}".`)
}

/** What a person should know of the years the count touches: no holidays entered, or that year's notice still missing. */
function doubtsAbout(dates: readonly string[], days: readonly CalendarDay[]): string[] {
  const years = [...new Set(dates.map((date) => date.slice(0, 4)))].sort()
  return years.flatMap((year) => {
    const known = days.filter(({ day }) => day.startsWith(year))
    if (known.length === 0) return [`Lịch chưa có ngày nghỉ lễ nào của năm ${year}: mới trừ thứ Bảy và Chủ nhật.`]
    if (known.some(({ status }) => status === 'final')) return []
    return [
      `Lịch nghỉ năm ${year} mới theo luật, chưa có thông báo của năm đó: ngày nghỉ bù, hoán đổi còn có thể thay đổi.`,
    ]
  })
}
