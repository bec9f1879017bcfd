import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, item, outline } from '../outlines/cases/sample.ts'
import { type Figure, traceFigures, type UnitFigures } from './totals.ts'

const season = outline(
  [
    item('a.resolved', 'number'),
    item('a.on-time', 'number'),
    item('a.rate', 'percent', { formula: 'rate(a__on_time, a__resolved)' }),
    item('a.late', 'number', { formula: 'a__resolved - a__on_time' }),
    item('a.satisfaction', 'percent'),
    item('a.revenue', 'money', { unit: 'triệu đồng', appliesTo: ['commune'] }),
    item('a.words', 'text'),
    item('b.to-handle', 'number'),
    item('b.handled', 'number'),
    item('b.handled-rate', 'percent'),
  ],
  [check('b-rate', 'rateMatches(b__handled_rate, b__handled, b__to_handle, 0.05)')],
)

const figuresOf = (values: Record<string, number>): Map<string, Figure> =>
  new Map(Object.entries(values).map(([key, value], index) => [key, { value, revision: index + 1 }]))

function unit(
  name: string,
  reported: Record<string, number>,
  more: Partial<UnitFigures> & { found?: Record<string, number> } = {},
): UnitFigures {
  const { found = {}, ...rest } = more
  return {
    inspectionId: name,
    unitName: name,
    unitKind: 'commune',
    hasReport: true,
    reported: figuresOf(reported),
    verified: figuresOf(found),
    ...rest,
  }
}

const figureOf = (units: UnitFigures[], key: string) => {
  const figure = traceFigures(season, units).find(({ itemKey }) => itemKey === key)!
  return { ...figure, sources: figure.sources.map(({ unitName, value, basis }) => [unitName, value, basis]) }
}

describe('a figure across units', () => {
  const first = unit('A', { 'a.resolved': 100, 'a.on-time': 90, 'a.satisfaction': 96 })
  const second = unit('B', { 'a.resolved': 300, 'a.on-time': 300, 'a.revenue': 12.5 }, { found: { 'a.on-time': 210 } })
  const third = unit('C', { 'a.on-time': 40 }, { unitKind: 'department' })

  it('adds up numbers, the verified one before the reported one', () => {
    expect(figureOf([first, second, third], 'a.on-time')).toMatchObject({
      value: 340,
      method: 'sum',
      sources: [
        ['A', 90, 'reported'],
        ['B', 210, 'verified'],
        ['C', 40, 'reported'],
      ],
      missing: [],
    })
  })
  it('computes a rate again from the totals of the units that have it', () => {
    expect(figureOf([first, second, third], 'a.rate')).toMatchObject({
      value: 75,
      method: 'recomputed',
      sources: [
        ['A', 90, 'reported'],
        ['B', 70, 'verified'],
      ],
      missing: ['C'],
    })
  })
  it('shows a verified rate in its source and leaves the total to its figures', () => {
    const verified = unit('D', { 'a.resolved': 100, 'a.on-time': 100 }, { found: { 'a.rate': 99 } })
    expect(figureOf([first, verified], 'a.rate')).toMatchObject({
      value: 95,
      sources: [
        ['A', 90, 'reported'],
        ['D', 99, 'verified'],
      ],
    })
  })
  it('takes the mean of a percentage that nothing computes', () => {
    const other = unit('D', { 'a.satisfaction': 91 })
    expect(figureOf([first, second, other], 'a.satisfaction')).toMatchObject({
      value: 93.5,
      method: 'mean',
      missing: ['B'],
    })
  })
  it('does not miss what a unit is not asked, nor anything of a unit without a report', () => {
    const silent = unit('E', {}, { hasReport: false })
    expect(figureOf([first, third, silent], 'a.revenue')).toMatchObject({ value: null, sources: [], missing: ['A'] })
    expect(figureOf([unit('E', {}, { hasReport: false, found: { 'a.resolved': 7 } })], 'a.resolved')).toMatchObject({
      value: 7,
      sources: [['E', 7, 'verified']],
    })
  })
  it('has no rate of nothing', () => {
    expect(figureOf([unit('A', { 'a.resolved': 0, 'a.on-time': 0 })], 'a.rate')).toMatchObject({
      value: null,
      sources: [],
      missing: [],
    })
    expect(figureOf([unit('A', { 'a.resolved': 0 })], 'a.rate').missing).toEqual(['A'])
  })
  describe('that units state and the outline holds against its part and whole', () => {
    const rated = (name: string, toHandle: number | null, handled: number | null, rate: number | null) =>
      unit(name, {
        ...(toHandle === null ? {} : { 'b.to-handle': toHandle }),
        ...(handled === null ? {} : { 'b.handled': handled }),
        ...(rate === null ? {} : { 'b.handled-rate': rate }),
      })
    it.each([
      ['from the totals', [rated('A', 10, 5, 50), rated('B', 2, 2, 100)], 58.33, 'recomputed', []],
      ['without those who had nothing', [rated('A', 10, 5, 50), rated('B', 0, 0, null)], 50, 'recomputed', []],
      ['noting who left it out', [rated('A', 10, 5, 50), rated('B', 4, 1, null)], 50, 'recomputed', ['B']],
      ['as a mean where a whole is not known', [rated('A', 10, 5, 50), rated('B', null, 2, 100)], 75, 'mean', []],
      ['not at all without units', [], null, 'recomputed', []],
    ] as const)('is had %s', (_, units, value, method, missing) => {
      expect(figureOf([...units], 'b.handled-rate')).toMatchObject({ value, method, missing })
    })
  })
  it('dates a computed source by the newest figure that it comes from', () => {
    const figure = traceFigures(season, [first]).find(({ itemKey }) => itemKey === 'a.rate')!
    expect(figure.sources[0]!.revision).toBe(2)
  })
  it('leaves out answers to items that do not apply and texts', () => {
    const odd = unit('A', { 'a.revenue': 5 }, { unitKind: 'department' })
    expect(figureOf([odd], 'a.revenue')).toMatchObject({ value: null, missing: [] })
    expect(traceFigures(season, [odd]).map(({ itemKey }) => itemKey)).not.toContain('a.words')
  })
})

const anyUnit = fc
  .record({
    resolved: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
    share: fc.integer({ min: 0, max: 100 }),
    hasOnTime: fc.boolean(),
    satisfaction: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    verifiedResolved: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
    hasReport: fc.boolean(),
    isDepartment: fc.boolean(),
  })
  .map((drawn): Omit<UnitFigures, 'inspectionId' | 'unitName'> => {
    const { resolved, verifiedResolved, satisfaction } = drawn
    const reported = drawn.hasReport
      ? {
          ...(resolved === undefined ? {} : { 'a.resolved': resolved }),
          ...(drawn.hasOnTime ? { 'a.on-time': Math.floor(((resolved ?? 50) * drawn.share) / 100) } : {}),
          ...(satisfaction === undefined ? {} : { 'a.satisfaction': satisfaction }),
        }
      : {}
    return {
      unitKind: drawn.isDepartment ? 'department' : 'commune',
      hasReport: drawn.hasReport,
      reported: figuresOf(reported),
      verified: figuresOf(verifiedResolved === undefined ? {} : { 'a.resolved': verifiedResolved }),
    }
  })
const anySeason = fc
  .array(anyUnit, { maxLength: 12 })
  .map((units) => units.map((each, index) => ({ ...each, inspectionId: `${index}`, unitName: `Đơn vị ${index}` })))

describe('every synthesis', () => {
  it('is the sum, the quotient or the mean of its sources, and accounts for every unit that reported', () => {
    fc.assert(
      fc.property(anySeason, (units) => {
        const figures = new Map(traceFigures(season, units).map((figure) => [figure.itemKey, figure]))
        for (const figure of figures.values()) {
          const { sources, missing, value, method } = figure
          const sum = sources.reduce((total, source) => total + source.value, 0)
          if (sources.length === 0) expect(value).toBeNull()
          else if (method === 'sum') expect(value).toBe(sum)
          else if (method === 'mean') expect(value).toBe(sum / sources.length)
          expect(new Set(sources.map(({ inspectionId }) => inspectionId)).size).toBe(sources.length)
          const named = new Set(sources.map(({ unitName }) => unitName))
          expect(missing.some((name) => named.has(name))).toBe(false)
          const asked = units.filter(
            ({ hasReport, unitKind }) => hasReport && (figure.itemKey !== 'a.revenue' || unitKind === 'commune'),
          )
          const inputs = ['a.resolved', 'a.on-time'].map((key) => figures.get(key)!)
          const hasNothing = (name: string) =>
            figure.itemKey === 'a.rate' &&
            inputs.every((input) => input.sources.find(({ unitName }) => unitName === name)?.value === 0)
          for (const { unitName } of asked)
            expect(named.has(unitName) || missing.includes(unitName)).toBe(!hasNothing(unitName))
        }
        const rate = figures.get('a.rate')!
        const ofRate = (key: string) =>
          figures
            .get(key)!
            .sources.filter(({ inspectionId }) => rate.sources.some((source) => source.inspectionId === inspectionId))
            .reduce((total, { value }) => total + value, 0)
        if (rate.value !== null) expect(rate.value).toBeCloseTo((100 * ofRate('a.on-time')) / ofRate('a.resolved'), 1)
      }),
    )
  })
  it('does not depend on the order of the units', () => {
    fc.assert(
      fc.property(anySeason, (units) => {
        const values = (all: UnitFigures[]) => traceFigures(season, all).map(({ value }) => value)
        expect(values(units.toReversed())).toEqual(values(units))
      }),
    )
  })
})
