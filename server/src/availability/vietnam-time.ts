import type ICAL from 'ical.js'

const aheadOfUtc = 7 * 3600

/**
 * A calendar's time on the clocks of Vietnam, "2026-09-03T08:30". A zone that the file describes is reckoned by that; one that it
 * only names by its IANA name; a time without a zone, or with a name that nobody knows, is taken as Vietnam's own.
 */
export function vietnamTime(time: ICAL.Time, zoneName: string | undefined): string {
  const described = time.zone && time.zone.tzid !== 'floating'
  const seconds = described ? time.toUnixTime() : wallSeconds(time) - offsetOf(zoneName, wallSeconds(time))
  return new Date((seconds + aheadOfUtc) * 1000).toISOString().slice(0, 16)
}

function wallSeconds({ year, month, day, hour, minute, second }: ICAL.Time): number {
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000
}

/** Seconds by which a named zone is ahead of UTC at about that time. */
function offsetOf(zoneName: string | undefined, wall: number): number {
  if (!zoneName) return aheadOfUtc
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zoneName, timeZoneName: 'longOffset' })
    const name = format.formatToParts(new Date(wall * 1000)).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? []
    return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60) : 0
  } catch {
    return aheadOfUtc
  }
}
