import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintText } from './fingerprint.ts'

it('a formatted text reads the same in whatever order the database gives its members', () => {
  const run = { underline: true, text: ' Một', bold: true } as const
  const other = { bold: true, text: 'Một', underline: true } as const
  const of = (runs: (typeof run | typeof other)[]) => ({ a: { blocks: [{ runs, kind: 'paragraph' as const }] } })
  expect(fingerprintText(of([run]))).toBe(fingerprintText(of([other])))
  expect(fingerprintText({ a: of([run]).a })).not.toBe(fingerprintText({ a: 'Một' }))
})

describe('the text a report’s fingerprint is taken of', () => {
  it('is canonical JSON', () => {
    const answers = {
      'b.two': [{ n: 2, a: ' x ' }],
      'a.one': 1.5,
      'c.none': null,
      'd.blank': ' ',
      'e.text': 'Việt'.normalize('NFD'),
    }
    expect(fingerprintText(answers, { w: 'vì', v: ' ' })).toBe(
      '{"answers":{"a.one":1.5,"b.two":[{"a":"x","n":2}],"e.text":"Việt"},"explanations":{"w":"vì"}}',
    )
  })
  it.each([
    [{ 'a.b': 1 }, { 'a.b': 2 }],
    [{ 'a.b': 1 }, { 'a.b': '1' }],
    [{ 'a.b': 0 }, {}],
    [{ 'a.b': [{ n: 1 }, { n: 2 }] }, { 'a.b': [{ n: 2 }, { n: 1 }] }],
  ])('tells %j from %j', (one, other) => {
    expect(fingerprintText(one)).not.toBe(fingerprintText(other))
  })
  it('counts the explanations', () => {
    expect(fingerprintText({ 'a.b': 1 }, { c: 'x' })).not.toBe(fingerprintText({ 'a.b': 1 }))
  })
  it('does not depend on the order of writing', () => {
    const key = fc.stringMatching(/^[a-z0-9]{1,3}(\.[a-z0-9]{1,2})?$/)
    const entries = fc.uniqueArray(fc.tuple(key, fc.oneof(fc.double({ noNaN: true }), fc.string())), {
      selector: ([name]) => name,
    })
    fc.assert(
      fc.property(entries, (list) => {
        const there = Object.fromEntries(list)
        const back = Object.fromEntries([...list].reverse())
        expect(fingerprintText(there)).toBe(fingerprintText(back))
        expect(JSON.parse(fingerprintText(there)).explanations).toEqual({})
      }),
    )
  })
})
