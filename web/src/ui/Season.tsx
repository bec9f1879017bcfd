import { classes } from './classes.ts'
import styles from './Season.module.css'
import { monthsOfSeason, placeInSeason, type Season } from './season-scale.ts'

/** The months above a column of season rows. */
export function SeasonHeader({ season }: { season: Season }) {
  return (
    <div className={styles.head}>
      {monthsOfSeason(season).map((month, place) => (
        <span key={month.key} className={styles.month} style={{ left: `${place === 0 ? month.at : month.middle}%` }}>
          {month.label}
        </span>
      ))}
    </div>
  )
}

export interface SeasonRowProps {
  season: Season
  /** The line: from the first day that asks something of the unit to the last one known. */
  startsOn?: string | null
  endsOn?: string | null
  /** The day of the visit. */
  visitOn?: string | null
  /** `done` visited · `announced` the unit knows · `planned` only scheduled · `late` something of it is overdue. */
  mark: 'done' | 'announced' | 'planned' | 'late'
  /** The whole row in words, since the picture says nothing to a screen reader. */
  label: string
}

/** A unit's year as a line, its visit as a dot, today as the red line. */
export function SeasonRow({ season, startsOn, endsOn, visitOn, mark, label }: SeasonRowProps) {
  const start = startsOn ? placeInSeason(season, startsOn) : null
  const end = endsOn ? placeInSeason(season, endsOn) : null
  const visit = visitOn ? placeInSeason(season, visitOn) : null
  return (
    <div className={styles.row} role="img" aria-label={label} title={label}>
      {monthsOfSeason(season).map((month) => (
        <span key={month.key} className={styles.tick} style={{ left: `${month.at}%` }} />
      ))}
      {start !== null && end !== null && end > start && (
        <span className={styles.stretch} style={{ left: `${start}%`, width: `${end - start}%` }} />
      )}
      <span className={styles.today} style={{ left: `${placeInSeason(season, season.today)}%` }} />
      {visit !== null && <span className={classes(styles.dot, styles[mark])} style={{ left: `${visit}%` }} />}
    </div>
  )
}
