/** One measured figure; `most` is what the product promises to stay within, `least` what it promises to reach. */
export interface Figure {
  readonly name: string
  readonly value: number
  /** `share` is a part of one: 0.02 is two per cent; `times` how often one fits into another; `count` of things. */
  readonly unit: 'ms' | 's' | 'min' | 'bytes' | 'share' | 'times' | 'count' | '/s'
  readonly most?: number
  readonly least?: number
}

/** What every bench is given: an installation that has had its first run and is not running, and a browser to look with. */
export interface Ground {
  readonly dataDir: string
  /** Sign-in links of the installation, one per role. */
  readonly links: readonly string[]
  readonly chromium: string
}

/** A bench is a file of this folder whose name ends in `.bench.ts` and whose default export is this. */
export type Bench = (ground: Ground) => Promise<Figure[]>

/** The middle of several runs of the same thing, in milliseconds; one odd run does not count. */
export async function medianMs(runs: number, once: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await once())
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!
}

/** A figure as it is printed and written down: whole milliseconds and bytes, thousandths of a second, shares as they are. */
export function rounded({ value, unit }: Figure): number {
  const digits = { ms: 0, bytes: 0, count: 0, s: 3, min: 1, share: 6, times: 4, '/s': 1 }[unit]
  return Number(value.toFixed(digits))
}
