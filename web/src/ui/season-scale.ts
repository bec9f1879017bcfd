/** The stretch of the year that a timeline shows, and today on it; ISO dates, whole days. */
export interface Season {
  from: string
  to: string
  today: string
}

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000

/** Where a day lies on the season, in percent from the left; days outside stop at the edge. */
export function placeInSeason(season: Season, date: string): number {
  const first = dayNumber(season.from)
  const length = dayNumber(season.to) + 1 - first
  return Math.min(100, Math.max(0, ((dayNumber(date) - first) / length) * 100))
}

interface Month {
  key: string
  label: string
  at: number
  middle: number
}

/** Each month that the season touches: where it begins (`at`), where its middle lies; the first label says the word "Tháng". */
export function monthsOfSeason(season: Season): Month[] {
  const months: Month[] = []
  let [year, month] = season.from.split('-').map(Number) as [number, number]
  for (;;) {
    const key = `${year}-${String(month).padStart(2, '0')}-01`
    if (key > season.to) return months
    months.push({
      key,
      label: months.length === 0 ? `Tháng ${month}` : String(month),
      at: placeInSeason(season, key),
      middle: placeInSeason(season, `${key.slice(0, 8)}16`),
    })
    month += 1
    if (month > 12) {
      month = 1
      year += 1
    }
  }
}
