import { createHash } from 'node:crypto'

/** Draws that look arbitrary and come out the same for the same seed, so that the illustrative season is always the same. */
export interface Draws {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** A percentage with one decimal. */
  percent(least: number, most: number): number
  pick<T>(choices: readonly T[]): T
}

/** Draws for a seed text (mulberry32 over an FNV-1a hash). */
export function drawsOf(seed: string): Draws {
  let state = 2_166_136_261
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 16_777_619) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    whole,
    percent: (least, most) => whole(least * 10, most * 10) / 10,
    pick: (choices) => choices[whole(0, choices.length - 1)]!,
  }
}

/** A UUID (version 8 layout) that is always the same for the same seed. */
export function idOf(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
