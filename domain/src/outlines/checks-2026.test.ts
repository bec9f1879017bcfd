import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { outstanding } from '../self-reports/progress.ts'
import { checkCases } from './cases/checks-2026.ts'
import { evaluateOutline } from './evaluate.ts'
import { Outline, outlineItems } from './outline.ts'
import { computedRates, statedRates } from './stated-rates.ts'

const seed = new URL('../../../server/seed/outline-2026.json', import.meta.url)
const outline = Outline.parse(JSON.parse(readFileSync(seed, 'utf8')))

describe('the checks of 2026', () => {
  it('have at least 60 cases, right, wrong and at the edge, of every check there is', () => {
    const sorts = Map.groupBy(checkCases, ({ sort }) => sort)
    expect(checkCases.length).toBeGreaterThanOrEqual(60)
    for (const sort of ['right', 'wrong', 'edge'] as const) expect(sorts.get(sort)?.length ?? 0).toBeGreaterThan(8)
    expect(new Set(checkCases.map(({ name }) => name)).size).toBe(checkCases.length)
    const said = new Set(checkCases.flatMap(({ says }) => says))
    expect(outline.checks.map(({ key }) => key).filter((key) => !said.has(key))).toEqual([])
    for (const { sort, says } of checkCases) expect([sort, says.length > 0]).toEqual([sort, sort === 'wrong'])
  })

  it.each(checkCases)('$sort: $name', ({ answers, says }) => {
    expect(
      evaluateOutline(outline, answers)
        .results.map(({ checkKey }) => checkKey)
        .sort(),
    ).toEqual([...says].sort())
    // The same, as the list of what is still to look at has it for a commune, which is asked all of this.
    const points = outstanding(outline, answers, {}, 'commune').filter(({ kind }) => kind !== 'unanswered')
    expect(points.map(({ key }) => key).sort()).toEqual([...says].sort())
    for (const { key, blocks, sentence } of points) {
      expect([key, blocks]).toEqual([key, !key.startsWith('below-target:')])
      expect(sentence).toMatch(/\.$/)
    }
  })
})

describe('rates of 2026', () => {
  const percents = outlineItems(outline).filter(({ item }) => item.kind === 'percent')
  const stated = statedRates(outline)

  it('are computed, or stated beside what their part and whole make, or have no figures in the outline', () => {
    const alone = percents
      .filter(({ item }) => item.formula === null && !stated.has(item.key))
      .map(({ item }) => item.key)
    // Of these the annex asks the rate alone, not what it is a rate of.
    expect(alone).toEqual([
      'admin-procedures.online-rate',
      'admin-procedures.at-center-rate',
      'admin-procedures.fully-online-rate',
      'admin-procedures.online-payment-rate',
      'admin-procedures.place-independent-rate',
      'admin-procedures.on-system-rate',
      'admin-procedures.synchronised-rate',
      'admin-procedures.digitised-rate',
      'admin-procedures.electronic-result-rate',
      'admin-procedures.data-reuse-rate',
      'admin-procedures.satisfaction-rate',
      'admin-procedures.satisfaction-land-rate',
      'civil-service.records.work-files-online-rate',
    ])
    expect([...stated.keys()]).toEqual(['institutions.inspection.handled-rate', 'institutions.review.handled-rate'])
  })

  it.each([
    [66.7, 2, 3, 66.67, 0.03],
    [60, 2, 3, 66.67, -6.67],
    [null, 2, 3, 66.67, null],
    [0, 0, 5, 0, 0],
  ])('%s stated of %i in %i: %s computed, %s apart', (rate, handled, toHandle, computed, difference) => {
    const answers = {
      'institutions.review.handled-rate': rate,
      'institutions.review.handled': handled,
      'institutions.review.to-handle': toHandle,
    }
    const found = computedRates(outline, evaluateOutline(outline, answers).values)
    expect(found.get('institutions.review.handled-rate')).toMatchObject({ computed, difference })
  })

  it('of nothing out of nothing there is none', () => {
    const answers = { 'institutions.review.handled': 0, 'institutions.review.to-handle': 0 }
    expect(computedRates(outline, evaluateOutline(outline, answers).values).size).toBe(0)
  })
})
