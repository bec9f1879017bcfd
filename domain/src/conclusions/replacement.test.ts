import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { paperLines } from '../papers/paper-lines.ts'
import { conclusionNoticeCase } from './cases/conclusion-notice.ts'
import { conclusionNoticePaper } from './conclusion-notice-paper.ts'
import { type CarriedLine, carriedDueOn, freshlyDated, historyActionsOf, standsIn } from './replacement.ts'

describe('whether a passage stands in a paper', () => {
  const paper = conclusionNoticePaper(conclusionNoticeCase)
  test.each<[string, boolean]>([
    ['Gửi thư xin lỗi và giải quyết dứt điểm 115 hồ sơ đất đai quá hạn.', true],
    ['115 hồ sơ đất đai', true],
    ['  115   hồ sơ\nđất đai ', true],
    ['115 hồ sơ đất đai'.normalize('NFD'), true],
    // The number and the title, where lines break on paper alone.
    ['Số: 103/TB-SNV', true],
    ['nhà nước năm 2026 tại Ủy ban nhân dân phường Lê Chân', true],
    ['115 hồ sơ, đất đai', false],
    ['115 HỒ SƠ ĐẤT ĐAI', false],
    ['', false],
    [' \n ', false],
  ])('%j: %s', (passage, stands) => {
    expect(standsIn(paper, passage)).toBe(stands)
  })

  it('any run of words of any line does, however it is spaced', () => {
    const lines = paperLines(paper).map((line) => line.split(/\s+/u).filter((word) => word !== ''))
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.constantFrom(' ', '\n', '  ', '\u00a0'), (at, from, count, gap) => {
        const words = lines[at % lines.length]!
        const start = from % words.length
        return standsIn(paper, words.slice(start, start + 1 + (count % words.length)).join(gap))
      }),
    )
  })
})

describe('the date of a line that is carried on', () => {
  const line: CarriedLine = { carriedDueOn: '2026-08-25', dueOn: '2026-08-25', dueOnNow: '2026-08-25' }
  test.each<[string, Partial<CarriedLine>, string]>([
    ['as it was', {}, '2026-08-25'],
    ['more time was granted meanwhile', { dueOnNow: '2026-09-15' }, '2026-09-15'],
    ['the drafter gave another', { dueOn: '2026-09-01' }, '2026-09-01'],
    ['the drafter gave an earlier one', { dueOn: '2026-08-20' }, '2026-08-20'],
    [
      'the drafter gave another, then more time was granted',
      { dueOn: '2026-09-01', dueOnNow: '2026-09-15' },
      '2026-09-15',
    ],
    ['the drafter gave more than was granted', { dueOn: '2026-09-30', dueOnNow: '2026-09-15' }, '2026-09-30'],
  ])('%s', (_, more, dueOn) => {
    expect(carriedDueOn({ ...line, ...more })).toBe(dueOn)
  })

  it('never takes back what was granted meanwhile, and is one of the dates that were set', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-08-${String(number).padStart(2, '0')}`)
    fc.assert(
      fc.property(day, day, day, (then, set, now) => {
        const dueOn = carriedDueOn({ carriedDueOn: then, dueOn: set, dueOnNow: now })
        return [set, now].includes(dueOn) && (now <= then || dueOn >= now)
      }),
    )
  })
})

describe('lines whose date must lie ahead', () => {
  test.each<[string, { dueOn: string; carriedDueOn?: string | null }, boolean]>([
    ['a new one', { dueOn: '2026-08-25', carriedDueOn: null }, true],
    ['one of a first notice', { dueOn: '2026-08-25' }, true],
    ['a carried one with its old date', { dueOn: '2026-08-25', carriedDueOn: '2026-08-25' }, false],
    ['a carried one with another', { dueOn: '2026-08-26', carriedDueOn: '2026-08-25' }, true],
  ])('%s: %o', (_, line, isFresh) => {
    expect(freshlyDated([line])).toEqual(isFresh ? [line] : [])
  })
})

describe('what may be done to the notices of an inspection', () => {
  type Standing = Parameters<typeof historyActionsOf>[1]
  const issued: Standing = { valid: true, underWay: null, shown: false, withdrawn: false }
  const drafted: Standing = { ...issued, underWay: 'drafting' }
  const withdrawn: Standing = { ...issued, valid: false, withdrawn: true }
  test.each<[string, Parameters<typeof historyActionsOf>[0]['roles'], Standing, string[]]>([
    ['issued, for who drafts', ['planner'], issued, ['replace']],
    ['issued, for who signs', ['standing-deputy'], issued, ['correct', 'replace', 'withdraw']],
    ['issued, for the leader', ['team-leader'], issued, ['correct', 'withdraw']],
    ['issued, for the team', ['team-member'], issued, []],
    ['issued, for its unit', ['unit-head'], issued, []],
    ['issued, for the city', ['city-viewer'], issued, []],
    ['another is being written', ['standing-deputy'], drafted, ['correct', 'drop']],
    ['another goes round', ['planner'], { ...drafted, underWay: 'under-review' }, ['drop']],
    ['another was shown to the unit', ['planner'], { ...drafted, shown: true }, []],
    ['withdrawn', ['planner'], withdrawn, ['redraft']],
    ['withdrawn, for the leader', ['team-leader'], withdrawn, []],
    ['withdrawn, and drafted anew', ['planner'], { ...withdrawn, underWay: 'drafting' }, []],
    ['withdrawn, and issued anew', ['planner'], { ...withdrawn, valid: true }, ['replace']],
    ['a first draft', ['standing-deputy'], { ...drafted, valid: false }, []],
    ['nothing yet', ['standing-deputy'], { ...issued, valid: false }, []],
  ])('%s', (_, roles, standing, actions) => {
    expect(historyActionsOf({ roles }, standing)).toEqual(actions)
  })

  it('never begins or withdraws while another is under way, and drops only what is', () => {
    fc.assert(
      fc.property(
        fc.record<Standing>({
          valid: fc.boolean(),
          underWay: fc.constantFrom(null, 'drafting', 'under-review'),
          shown: fc.boolean(),
          withdrawn: fc.boolean(),
        }),
        (standing) => {
          const actions = historyActionsOf({ roles: ['standing-deputy'] }, standing)
          const one = standing.underWay === null ? ['drop'] : ['replace', 'withdraw', 'redraft']
          return one.every((action) => !actions.some((each) => each === action))
        },
      ),
    )
  })
})
