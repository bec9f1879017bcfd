import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../dates/calendar-date.ts'
import { IssueBody } from './contract.ts'
import { issueDateProblem, type PriorEvent } from './issue-date.ts'

describe('the date a paper may bear', () => {
  const decision: PriorEvent = { on: '2026-06-16', what: 'ngày ban hành quyết định' }
  const visit: PriorEvent = { on: '2026-09-03', what: 'ngày kiểm tra' }
  it.each([
    ['2026-09-15', [decision, visit], null],
    ['2026-09-03', [decision, visit], null],
    ['2026-09-16', [decision, visit], 'ngày này chưa tới (hôm nay là 15/09/2026)'],
    ['2026-09-02', [decision, visit], 'ngày này trước ngày kiểm tra (03/09/2026)'],
    ['2026-06-01', [decision, visit], 'ngày này trước ngày kiểm tra (03/09/2026)'],
    ['2026-06-01', [decision], 'ngày này trước ngày ban hành quyết định (16/06/2026)'],
    ['2026-06-01', [], null],
  ])('%s after %o', (issuedOn, prior, problem) => {
    expect(issueDateProblem(issuedOn, '2026-09-15', prior)).toBe(problem)
  })
  it('is free exactly between the last event and today', () => {
    const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays('2026-09-15', days))
    fc.assert(
      fc.property(day, fc.array(day), (issuedOn, events) => {
        const prior = events.map((on) => ({ on, what: 'việc trước' }))
        const free = issuedOn <= '2026-09-15' && events.every((on) => on <= issuedOn)
        expect(issueDateProblem(issuedOn, '2026-09-15', prior) === null).toBe(free)
      }),
    )
  })
})

describe('the number a clerk gives', () => {
  it.each([
    ['5', '05'],
    ['05', '05'],
    ['005', '05'],
    [' 215 ', '215'],
    ['15A', '15a'],
    ['7đ', '07đ'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(IssueBody.parse({ number: typed, issuedOn: '2026-09-15' }).number).toBe(kept)
  })
  it.each(['', '0', '00', '12/TB', '1234567', 'năm'])('%s is refused', (typed) => {
    expect(IssueBody.safeParse({ number: typed, issuedOn: '2026-09-15' }).success).toBe(false)
  })
})
