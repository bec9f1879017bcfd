import { readFileSync } from 'node:fs'
import type { EarlierFigures } from '@cchc/domain/outlines/jumps.ts'
import {
  type AnswerValue,
  isFigure,
  Outline,
  outlineFor,
  outlineItems,
  unitKindOf,
} from '@cchc/domain/outlines/outline.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { maySend, outstanding } from '@cchc/domain/self-reports/progress.ts'
import { sendingRefusal } from '@cchc/domain/self-reports/sending.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameAnswer } from './answer-saver.ts'
import { Desk } from './desk.ts'

const seed = new URL('../../../server/seed/outline-2026.json', import.meta.url)
const outline = Outline.parse(JSON.parse(readFileSync(seed, 'utf8')))
const items = outlineItems(outline).map(({ item }) => item)
const figures = items.filter((item) => isFigure(item)).map(({ key }) => key)
const checkKeys = [
  ...outline.checks.map(({ key }) => key),
  ...figures.flatMap((key) => [`jump:${key}`, `jump-since-1:${key}`, `below-target:${key}`]),
]

const figure = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.constantFrom(0, -1, 94.99, 95, 100, 100.01, 12.5, 66.67, 49.95, 1e9),
)
const richText = fc.constantFrom<AnswerValue>(
  { blocks: [{ kind: 'paragraph', runs: [{ text: 'Đã làm ', bold: true }, { text: 'xong' }] }] },
  { blocks: [{ kind: 'table', rows: [{ cells: [{ runs: [{ text: 'Ô' }] }, { runs: [] }] }] }] },
)
/** Any value under any key: of the right kind, of a wrong one, blank, rich, or none. */
const anyValue: fc.Arbitrary<AnswerValue | null> = fc.oneof(
  { weight: 6, arbitrary: figure },
  fc.constantFrom<AnswerValue | null>(null, '', '  ', 'Không phát sinh', '2026-07-10', '2025-12-14', []),
  richText,
  fc.constantFrom<AnswerValue>([{ name: 'A', count: 3 }]),
)
const report = fc.record({
  answers: fc.dictionary(fc.constantFrom(...items.map(({ key }) => key)), anyValue, { maxKeys: 80 }),
  // Whether the words are all written, so that what is left are figures.
  words: fc.boolean(),
  explanations: fc.dictionary(fc.constantFrom(...checkKeys), fc.constantFrom('Vì sáp nhập', ' '), { maxKeys: 12 }),
  unit: fc.constantFrom(['ward', false], ['department', false], ['department', true]) as fc.Arbitrary<
    ['ward' | 'department', boolean]
  >,
  lastYear: fc.option(fc.dictionary(fc.constantFrom(...figures), figure, { maxKeys: 40 })),
  lastSent: fc.option(fc.dictionary(fc.constantFrom(...figures), figure, { maxKeys: 40 })),
  remarks: fc.array(
    fc.record({
      itemRemarkId: fc.uuid(),
      itemKey: fc.constantFrom(...items.map(({ key }) => key)),
      text: fc.constantFrom('Bổ sung', 'Nêu rõ số liệu.'),
      doneAt: fc.constantFrom(null, '2026-07-10T02:00:00Z'),
    }),
    { maxLength: 3 },
  ),
})

/** A report's view as the server would give it. */
function viewOf(
  unitType: SelfReportView['unitType'],
  advisory: boolean,
  answers: Record<string, AnswerValue | null>,
  explanations: Record<string, string>,
): SelfReportView {
  return {
    selfReportId: '0199a000-0000-7000-8000-000000000001',
    inspectionId: '0199a000-0000-7000-8000-000000000002',
    unitCode: '1',
    unitName: 'Đơn vị minh họa',
    unitType,
    advisory,
    state: 'drafting',
    outline: outlineFor(outline, unitKindOf(unitType, advisory)),
    answers: Object.entries(answers).map(([itemKey, value]) => ({
      itemKey,
      value,
      revision: 1,
      savedBy: 'Người viết',
      savedAt: '2026-07-01T02:00:00Z',
    })),
    explanations,
    visitOn: '2026-07-15',
    dataFrom: '2025-12-15',
    dueOn: '2026-07-10',
    counted: [],
    why: null,
    workingDaysLeft: 3,
    sentAt: null,
    verdict: null,
    daysLate: null,
    fingerprint: null,
    remarks: [],
    version: 0,
    correction: null,
    extendedTo: null,
    actions: ['write'],
  }
}

test('of any report the page says just what the act of sending says', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(report, ({ answers, words, explanations, unit: [unitType, advisory], lastYear, lastSent, remarks }) => {
      const written = words
        ? Object.fromEntries(items.filter((item) => !isFigure(item)).map(({ key }) => [key, 'Không phát sinh']))
        : {}
      const all = { ...written, ...answers }
      const earlier: EarlierFigures = {
        lastYear: lastYear && { year: 2025, figures: lastYear },
        lastSent: lastSent && { version: 1, sentOn: '2026-07-08', figures: lastSent },
      }
      const desk = new Desk(viewOf(unitType, advisory, all, explanations), 'p')
      desk.lookBeside({ earlier, remarks })
      const { points } = desk.overview()
      // As `send-self-report.ts` asks it: over the whole pinned outline and the stored answers.
      const asked = outstanding(outline, all, explanations, unitKindOf(unitType, advisory), { earlier, remarks })
      expect(points).toEqual(asked)
      const refusal = sendingRefusal(asked)
      expect(maySend(points)).toBe(refusal === null)
      if (refusal) expect(refusal.details).toEqual({ points })
      for (const { kind } of points) seen.add(kind)
    }),
    // Chance that comes out the same each run: every kind of point is to come up.
    { numRuns: 150, seed: 20_260_715 },
  )
  expect([...seen].sort()).toEqual(['below-target', 'error', 'remark', 'unanswered', 'warning'])
})

test.each([
  [[{ name: 'Một', people: 3 }], [{ people: 3, name: 'Một' }], true],
  [[{ name: 'Một', people: null }], [{ name: 'Một' }], true],
  [[{ name: 'Một', people: 3 }], [{ name: 'Một', people: 4 }], false],
  [[{ name: 'Một' }, { name: 'Hai' }], [{ name: 'Hai' }, { name: 'Một' }], false],
])('two tables are the same by their cells and not by the order these were kept in, %#', (one, other, same) => {
  expect(sameAnswer(one as never, other as never)).toBe(same)
})
