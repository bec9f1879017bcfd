import type { Slot } from '@cchc/domain/inspections/slot.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../ui/calendar-month.ts'
import { moveSlot, slotKey, slotOfKey } from './schedule-moves.ts'

const period = { from: '2026-07-01', to: '2026-11-30' }
const slot = (key: string) => slotOfKey(key)

describe('a key leads from one half-day to another', () => {
  test.each([
    ['2026-09-15 morning', 'ArrowRight', '2026-09-16 morning'],
    ['2026-09-15 morning', 'ArrowLeft', '2026-09-14 morning'],
    ['2026-09-15 morning', 'ArrowDown', '2026-09-15 afternoon'],
    ['2026-09-15 afternoon', 'ArrowDown', '2026-09-22 morning'],
    ['2026-09-15 afternoon', 'ArrowUp', '2026-09-15 morning'],
    ['2026-09-15 morning', 'ArrowUp', '2026-09-08 afternoon'],
    ['2026-10-31 afternoon', 'PageDown', '2026-11-30 afternoon'],
    ['2026-09-15 morning', 'PageUp', '2026-08-15 morning'],
    ['2026-09-15 morning', 'Home', '2026-09-14 morning'],
    ['2026-09-15 morning', 'End', '2026-09-20 morning'],
    // The ends of the period.
    ['2026-07-01 morning', 'ArrowLeft', '2026-07-01 morning'],
    ['2026-11-30 afternoon', 'ArrowDown', '2026-11-30 afternoon'],
    ['2026-07-15 morning', 'PageUp', '2026-07-01 morning'],
    ['2026-11-15 morning', 'PageDown', '2026-11-30 morning'],
    ['2026-07-01 afternoon', 'Home', '2026-07-01 afternoon'],
  ])('%s, %s: %s', (from, key, to) => {
    expect(slotKey(moveSlot(slot(from), key, period)!)).toBe(to)
  })

  test.each(['Enter', 'Escape', 'm', 'Tab', 'constructor'])('%s moves nothing', (key) => {
    expect(moveSlot(slot('2026-09-15 morning'), key, period)).toBeNull()
  })
})

const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']
const inside = fc.record({
  visitOn: fc.integer({ min: 0, max: 152 }).map((days) => addDays(period.from, days)),
  halfDay: fc.constantFrom<Slot['halfDay']>('morning', 'afternoon'),
})

test('nobody is ever led out of the period', () => {
  fc.assert(
    fc.property(inside, fc.array(fc.constantFrom(...keys), { maxLength: 40 }), (start, pressed) => {
      const end = pressed.reduce((at, key) => moveSlot(at, key, period)!, start)
      expect(end.visitOn >= period.from && end.visitOn <= period.to).toBe(true)
    }),
  )
})

test('every half-day can be reached with arrows alone, and every arrow has its way back', () => {
  const back = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft', ArrowUp: 'ArrowDown', ArrowDown: 'ArrowUp' }
  fc.assert(
    fc.property(inside, fc.constantFrom(...(Object.keys(back) as (keyof typeof back)[])), (at, key) => {
      const next = moveSlot(at, key, period)!
      if (slotKey(next) !== slotKey(at)) expect(moveSlot(next, back[key], period)).toEqual(at)
    }),
  )
})
