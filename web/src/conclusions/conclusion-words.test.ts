import type { ConclusionText } from '@cchc/domain/conclusions/contract.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftOf, textOf } from './conclusion-words.ts'

const fields = [
  { fieldKey: 'steering', name: 'Chỉ đạo, điều hành' },
  { fieldKey: 'institutions', name: 'Cải cách thể chế' },
  { fieldKey: 'public-finance', name: 'Cải cách tài chính công' },
]

const words = fc
  .string({ minLength: 1, unit: fc.constantFrom('a', 'ơ', '-', '\n', ' ') })
  .filter((text) => text.trim() !== '')
const byField = fc
  .subarray(fields)
  .chain((some) => fc.tuple(...some.map(({ fieldKey }) => words.map((text) => ({ fieldKey, text })))))
const anyText: fc.Arbitrary<ConclusionText> = fc.record({
  overview: fc.string(),
  results: byField,
  shortcomings: byField,
  causes: fc.string(),
  execution: fc.string(),
})

test('a notice’s words come back from its parts as they were', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (text, revision) => {
      expect(textOf(draftOf({ revision, text }), fields)).toEqual(text)
    }),
  )
})

test('fields stand in the outline’s order, those without words or unknown are left out', () => {
  const parts = {
    'results.public-finance': 'C',
    'results.steering': 'A',
    'results.institutions': ' \n',
    'results.gone': 'X',
  }
  expect(textOf({ revision: 1, parts }, fields)).toEqual({
    overview: '',
    results: [
      { fieldKey: 'steering', text: 'A' },
      { fieldKey: 'public-finance', text: 'C' },
    ],
    shortcomings: [],
    causes: '',
    execution: '',
  })
})
