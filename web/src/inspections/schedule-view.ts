import { useNavigate, useSearch } from '@tanstack/react-router'
import { addDays, addMonths, weeksOfMonth } from '../ui/calendar-month.ts'
import { firstMonth, mondayOf, type Season } from './schedule-month.ts'

export const scheduleViews = ['thang', 'tuan', 'danh-sach'] as const
export type ScheduleView = (typeof scheduleViews)[number]

/** Which part of the season is on screen. */
export interface ShownSpan {
  readonly view: ScheduleView
  /** 'YYYY-MM'. */
  readonly month: string
  /** The Monday of the week. */
  readonly monday: string
  /** The days on screen, first and last. */
  readonly stretch: { readonly from: string; readonly to: string }
  readonly hasMap: boolean
}

interface Ways {
  setView: (view: string) => void
  setMap: (open: boolean) => void
  /** Brings a day into sight. */
  show: (date: string) => void
  /** A month or a week on, or back. */
  step: (by: 1 | -1) => void
}

/** The view, its month or week, and the map, kept in the address (`?xem=tuan&tuan=2026-09-14&ban-do=1`). */
export function useScheduleView(season: Pick<Season, 'from' | 'to' | 'today'>): [ShownSpan, Ways] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const view = scheduleViews.find((each) => each === search.xem) ?? 'thang'
  const askedMonth = String(search.thang ?? '')
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(askedMonth) ? askedMonth : firstMonth(season)
  const askedWeek = String(search.tuan ?? '')
  const start = firstDay(season)
  const isDate = /^20\d\d-\d\d-\d\d$/.test(askedWeek) && !Number.isNaN(Date.parse(askedWeek))
  const monday = mondayOf(isDate ? askedWeek : start)
  const put = (part: Record<string, string | undefined>) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (before: Record<string, unknown>) => ({ ...before, ...part }),
    })
  const show = (date: string) => put({ thang: date.slice(0, 7), tuan: mondayOf(date) })
  return [
    { view, month, monday, stretch: stretchOf(view, month, monday), hasMap: search['ban-do'] !== undefined },
    {
      setView: (next) => put({ xem: next === 'thang' ? undefined : next }),
      setMap: (open) => put({ 'ban-do': open ? '1' : undefined }),
      show,
      step: (by) => show(view === 'tuan' ? addDays(monday, 7 * by) : addMonths(`${month}-01`, by)),
    },
  ]
}

function stretchOf(view: ScheduleView, month: string, monday: string): ShownSpan['stretch'] {
  if (view === 'tuan') return { from: monday, to: addDays(monday, 6) }
  const days = weeksOfMonth(month).flat()
  return { from: days[0]!, to: days.at(-1)! }
}

/** Today inside the period, else the period's end that is nearer. */
function firstDay({ from, to, today }: Pick<Season, 'from' | 'to' | 'today'>): string {
  if (today < from) return from
  return today > to ? to : today
}
