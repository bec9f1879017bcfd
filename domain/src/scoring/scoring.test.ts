import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import type { Basis } from './basis.ts'
import { sampleSheet } from './cases/sheet.ts'
import { completenessOf, rankInWords, ranksOf, totalsOf } from './results.ts'
import { lackingFor, pointsOf, reasonNeeded, type Standing } from './score.ts'
import { type Criterion, criteriaOf, findCriterion, sheetFor } from './sheet.ts'
import {
  moveRefusal,
  needsReason,
  nextScoringState,
  type ScoreSide,
  type ScoringAct,
  type ScoringState,
  scoreSides,
  scoringActs,
  scoringStates,
  sidesKnown,
  writeRefusal,
} from './states.ts'

const unitCode = '11383'
const person = (role: Role, of: string | null = unitCode) => ({ roles: [role] as const, unitCode: of })
const head = person('unit-head')
const officer = person('unit-officer')
const member = person('team-member', '31-STP')
const planner = person('planner', '31-SNV')
/** Somebody of the scored unit who also sits in the team. */
const both = { roles: ['team-member', 'unit-officer'] as const, unitCode }

describe('states', () => {
  test.each<[ScoringState, ScoringAct, ScoringState | undefined]>([
    ['open', 'send', 'self-scored'],
    ['open', 'show', 'appraised'],
    ['self-scored', 'show', 'appraised'],
    ['appraised', 'explain', 'explained'],
    ['appraised', 'agree', 'agreed'],
    ['explained', 'agree', 'agreed'],
    ['agreed', 'reopen', 'explained'],
    ['open', 'agree', undefined],
    ['open', 'reopen', undefined],
    ['agreed', 'send', undefined],
  ])('%s, %s → %s', (state, act, next) => {
    expect(nextScoringState(state, act)).toBe(next)
  })

  test('reopening goes back exactly one step of the way, and always needs its reason', () => {
    for (const state of scoringStates.slice(1)) {
      expect(nextScoringState(state, 'reopen')).toBe(scoringStates[scoringStates.indexOf(state) - 1])
      expect(needsReason(state, 'reopen', false)).toBe(true)
    }
  })

  test('the unit never knows of the team’s scores before they are shown, nor the team of what was not sent', () => {
    const known = (viewer: typeof planner | typeof both, state: ScoringState) => sidesKnown({ viewer, unitCode, state })
    for (const unit of [officer, head, both]) {
      expect(known(unit, 'open')).toEqual(['self', 'explanation'])
      expect(known(unit, 'self-scored')).toEqual(['self', 'explanation'])
      expect(known(unit, 'appraised')).toEqual(['self', 'team', 'explanation'])
      expect(known(unit, 'agreed')).toEqual(scoreSides)
    }
    expect(known(member, 'open')).toEqual(['team', 'agreed'])
    expect(known(member, 'appraised')).toEqual(['self', 'team', 'agreed'])
    expect(known(planner, 'explained')).toEqual(scoreSides)
  })

  test.each<[string, typeof planner | typeof both, ScoreSide, ScoringState, string | null]>([
    ['the unit scores itself', officer, 'self', 'open', null],
    ['not after sending', officer, 'self', 'self-scored', 'wrong-state'],
    ['the member scores their field', member, 'team', 'self-scored', null],
    ['the office scores any field', planner, 'team', 'open', null],
    ['the unit never scores for the team', both, 'team', 'self-scored', 'not-permitted'],
    ['nobody of the team scores for the unit', member, 'self', 'open', 'not-permitted'],
    ['a member does not settle', member, 'agreed', 'explained', 'not-permitted'],
    ['the office settles', planner, 'agreed', 'explained', null],
    ['another unit’s officer', person('unit-officer', '10525'), 'self', 'open', 'not-permitted'],
    ['a member of the inspected department', person('team-member'), 'team', 'open', 'scores-own-unit'],
  ])('%s', (_, viewer, side, state, code) => {
    const standing = { viewer, unitCode, state, fieldKeys: ['institutions'] }
    expect(writeRefusal(standing, side, 'institutions')?.code ?? null).toBe(code)
  })

  test('a member of another field is refused by name of the rule', () => {
    const standing = { viewer: member, unitCode, state: 'open' as const, fieldKeys: ['institutions'] }
    expect(writeRefusal(standing, 'team', 'steering')?.code).toBe('not-own-field')
  })

  test('an act is either refused or leads to a state, for everybody in every state', () => {
    for (const viewer of [officer, head, member, planner, both])
      for (const state of scoringStates)
        for (const act of scoringActs)
          if (moveRefusal({ viewer, unitCode, state, fieldKeys: [] }, act) === null)
            expect([viewer.roles, act, nextScoringState(state, act)]).toEqual([
              act === 'send' || act === 'explain' ? head.roles : planner.roles,
              act,
              expect.any(String),
            ])
  })
})

const criterion = (key: string): Criterion => findCriterion(sampleSheet, key)!
const basis = (points: number | null, value = points): Basis => ({
  figure: 'a.b',
  value,
  figures: [],
  missing: [],
  rule: '',
  points,
  reportVersion: 1,
  minutesVersion: null,
})

describe('points', () => {
  test.each<[string, number | null, string | null, number | string | null]>([
    ['dung-han', 3, null, 3],
    ['dung-han', 3.01, null, 'points-out-of-range'],
    ['dung-han', -1, null, 'points-out-of-range'],
    ['dung-han', 1.555, null, 'points-out-of-range'],
    ['dung-han', null, null, null],
    ['dung-han', 1, 'co', 'no-such-choice'],
    ['ke-hoach', 9, 'muon', 1],
    ['ke-hoach', null, 'la', 'no-such-choice'],
    ['ke-hoach', 2, null, 'no-such-choice'],
    ['ke-hoach', null, null, null],
  ])('%s with %s and choice %s', (key, points, choiceKey, expected) => {
    const given = () => pointsOf(criterion(key), { points, choiceKey })
    if (typeof expected === 'string') expect(given).toThrow(expect.objectContaining({ code: expected }))
    else expect(given()).toBe(expected)
  })

  const beside = { computed: 1.5, self: 3, team: 2 }
  test.each<[string, ScoreSide, number | null, Partial<typeof beside> | Record<string, null>, string | null]>([
    ['dung-han', 'self', 1.5, {}, null],
    ['dung-han', 'self', 3, {}, 'khác điểm tính từ số liệu (1,5)'],
    ['dung-han', 'team', 1.5, {}, 'khác điểm đơn vị tự chấm (3)'],
    ['dung-han', 'team', 1.5, { self: null }, null],
    ['dung-han', 'team', 1.5, { computed: null, self: null }, 'chưa đủ số liệu để tính điểm'],
    ['dung-han', 'agreed', 2, {}, null],
    ['dung-han', 'agreed', 3, {}, 'khác điểm Đoàn chấm (2)'],
    ['dung-han', 'agreed', 3, { team: null }, 'Đoàn chưa chấm tiêu chí này'],
    ['dung-han', 'team', null, {}, null],
    ['sang-kien', 'self', 1, { computed: null }, 'tiêu chí này chấm tay'],
    ['ke-hoach', 'self', 2, { computed: null, team: null }, null],
  ])('%s by %s, %s: what its reason is needed for', (key, side, points, other, why) => {
    expect(reasonNeeded(criterion(key), side, points, { ...beside, ...other })).toBe(why)
  })

  const standing = (more: Partial<Standing>): Standing => ({
    criterion: criterion('dung-han'),
    computed: basis(3, 96),
    self: null,
    team: null,
    explanation: null,
    agreed: null,
    ...more,
  })
  test.each<[Parameters<typeof lackingFor>[0], Partial<Standing>, number]>([
    ['send', {}, 1],
    ['send', { self: { points: 3 } }, 0],
    ['show', {}, 1],
    ['show', { team: { points: 3, basis: basis(3, 96) } }, 0],
    ['show', { team: { points: 3, basis: basis(3, 97) } }, 1],
    ['explain', { self: { points: 3 }, team: { points: 3, basis: null } }, 0],
    ['explain', { self: { points: 3 }, team: { points: 1, basis: null } }, 1],
    ['explain', { self: { points: 3 }, team: { points: 1, basis: null }, explanation: { text: 'x' } }, 0],
    ['explain', { team: { points: 1, basis: null } }, 0],
    ['agree', {}, 1],
    ['agree', { team: { points: 1, basis: basis(1.5, 85) } }, 1],
    ['agree', { team: { points: 1, basis: basis(1.5, 85) }, agreed: { points: 1, basis: basis(3, 96) } }, 0],
  ])('%s with %o lacks %d', (act, more, count) => {
    expect(lackingFor(act, [standing(more)])).toHaveLength(count)
  })
})

describe('results', () => {
  test('a group is the sum of its criteria, the total the sum of the groups, over those of this kind of unit', () => {
    const points = new Map([
      ['dung-han', 1.5],
      ['hai-long', 2.06],
      ['ke-hoach', 2],
      ['sang-kien', 1],
    ])
    expect(totalsOf(sampleSheet, 'commune', points)).toEqual({
      byGroup: [
        { groupKey: 'nhom-thu-tuc', points: 3.56, maximum: 5.5 },
        { groupKey: 'nhom-khac', points: 3, maximum: 3 },
      ],
      total: 6.56,
      maximum: 8.5,
    })
    expect(totalsOf(sampleSheet, 'department', points)).toMatchObject({ total: 5.56, maximum: 7.5 })
  })

  const unit = (inspectionId: string, total: number | null, audience: 'commune' | 'department' = 'commune') => ({
    inspectionId,
    total,
    audience,
    sheetId: 's',
  })
  test('equal totals share a place, the next place is left out, and who has no points has no place', () => {
    const ranks = ranksOf([
      unit('a', 9),
      unit('b', 8),
      unit('c', 8),
      unit('d', 7),
      unit('e', null),
      unit('f', 1, 'department'),
    ])
    expect([...ranks].map(([id, rank]) => [id, rankInWords(rank)])).toEqual([
      ['a', '1/4'],
      ['b', '2/4 (2 đơn vị cùng hạng)'],
      ['c', '2/4 (2 đơn vị cùng hạng)'],
      ['d', '4/4'],
      ['f', '1/1'],
    ])
  })

  test('a place never depends on the order, and nobody with more points stands behind', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { maxLength: 12 }), (totals) => {
        const units = totals.map((total, at) => unit(String(at), total))
        const ranks = ranksOf(units)
        expect([...ranksOf(units.toReversed())].sort()).toEqual([...ranks].sort())
        const ranked = units.filter(({ total }) => total !== null)
        for (const one of ranked)
          for (const other of ranked) {
            const [a, b] = [ranks.get(one.inspectionId)!, ranks.get(other.inspectionId)!]
            expect(Math.sign(a.place - b.place)).toBe(Math.sign(other.total! - one.total!))
          }
      }),
    )
  })

  test('completeness is said with its figures', () => {
    expect(completenessOf([unit('a', 1), unit('b', null)]).sentence).toContain('1/2 đơn vị')
    expect(completenessOf([unit('a', 1)])).toMatchObject({
      agreed: 1,
      units: 1,
      sentence: 'Đã thống nhất điểm cả 1 đơn vị.',
    })
    expect(completenessOf([]).agreed).toBe(0)
  })

  test('a kind of unit has its own criteria', () => {
    expect(criteriaOf(sheetFor(sampleSheet, 'department')).map((one) => one.criterion.key)).not.toContain('sang-kien')
  })
})
