import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, letterKey, toneKey } from './fold.ts'

const seed = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../server/seed/${name}`, import.meta.url), 'utf8'))
const names: string[] = seed('vietnam-units.json').flatMap((province: { units: { name: string }[] }) =>
  province.units.map(({ name }) => name),
)
const anyName = fc.constantFrom(...names)

describe('foldText', () => {
  test.each([
    ['Phường Thủy Nguyên', 'phuong thuy nguyen'],
    ['ĐẶC KHU BẠCH LONG VĨ', 'dac khu bach long vi'],
    ['  Đông\u00a0 Hải\n', 'dong hai'],
    ['Ðông Hải', 'dong hai'],
    ['Cư M’gar', 'cu m’gar'],
  ])('%s → %s', (text, folded) => expect(foldText(text)).toBe(folded))

  test('is the same for composed, decomposed and upper-case text, and for its own result', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const folded = foldText(name)
        expect(foldText(name.normalize('NFD'))).toBe(folded)
        expect(foldText(name.toUpperCase())).toBe(folded)
        expect(foldText(folded)).toBe(folded)
      }),
    )
  })
})

describe('toneKey', () => {
  test.each([
    ['Thủy', 'Thuỷ'],
    ['Hòa', 'Hoà'],
    ['Kiến Thụy', 'Kiến Thuỵ'],
    ['LÊ CHÂN', 'Lê Chân'],
    ['Quý', 'Qúy'],
    ['Ðông Hải', 'Đông Hải'],
  ])('%s and %s are one name', (left, right) => expect(toneKey(left)).toBe(toneKey(right)))

  test.each([
    ['Cẩm Giang', 'Cẩm Giàng'],
    ['Lạc Phụng', 'Lạc Phượng'],
    ['Thạch Khê', 'Thạch Khôi'],
    ['Văn Lăng', 'Văn Lang'],
    ['Ba Tô', 'Ba Tơ'],
    ['Dương', 'Đương'],
  ])('%s and %s are two names', (left, right) => {
    expect(toneKey(left)).not.toBe(toneKey(right))
    expect(letterKey(left)).not.toBe(letterKey(right))
  })

  test('never makes one of two names of one province that differ in their letters', () => {
    for (const province of seed('vietnam-units.json')) {
      const keys = new Map<string, string>()
      for (const { name } of province.units) {
        const key = toneKey(name)
        expect(keys.get(key) ?? name).toBe(name)
        keys.set(key, name)
      }
    }
  })

  test('does not depend on the Unicode form', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(toneKey(name.normalize('NFD'))).toBe(toneKey(name))
        expect(toneKey(name.toUpperCase())).toBe(toneKey(name))
      }),
    )
  })
})
