import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUnitName, letterDistance, matchUnitName, searchUnits } from './match.ts'
import { CommuneRow, Unit, unitFullName, unitsFromRows } from './unit.ts'

const seed = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../server/seed/${name}`, import.meta.url), 'utf8'))
const communes = unitsFromRows(
  CommuneRow.array().parse(seed('hai-phong-units.json')),
  '31',
  seed('hai-phong-units-extra.json'),
)
const departments = Unit.array().parse(
  seed('hai-phong-departments.json').map((row: object) => ({ ...row, provinceCode: '31' })),
)
const catalogue = [...communes, ...departments]
const anyUnit = fc.constantFrom(...catalogue)

describe('matchUnitName accepts', () => {
  test.each([
    ['- (1) Phường Thủy Nguyên', 'exact', '11560'],
    ['Phường Thuỷ Nguyên', 'tone-mark', '11560'],
    ['Xã Kiến Thuỵ', 'tone-mark', '11680'],
    ['XÃ CẨM GIANG', 'exact', '10888'],
    ['Xã Cẩm Giàng;', 'exact', '10903'],
    ['UBND phường Lê Chân', 'exact', '11383'],
    ['Ủy ban nhân dân xã Hà Nam', 'exact', '10843'],
    ['P. Lê Chân', 'exact', '11383'],
    ['Đặc khu Cát Hải', 'exact', '11914'],
    ['Lê Chân', 'exact', '11383'],
    ['Sở Xây dựng', 'exact', '31-SXD'],
    ['Sở Văn hóa - Thể thao và Du lịch', 'tone-mark', '31-SVHTTDL'],
    ['Sở Văn hoá, Thể thao & Du lịch', 'tone-mark', '31-SVHTTDL'],
    ['Khoa học và Công nghệ', 'tone-mark', '31-SKHCN'],
    ['Văn phòng UBND TP', 'tone-mark', '31-VP'],
  ] as const)('%s: %s %s', (text, verdict, code) => {
    expect(matchUnitName(text, catalogue)).toMatchObject({ verdict, code, candidates: [{ code, distance: 0 }] })
    expect(isUnitName(text, catalogue)).toBe(true)
  })
})

describe('matchUnitName leaves to a person', () => {
  test.each([
    ['Phường Thạch Khê', [['11002', 2]]],
    ['Xã Lạc Phụng', [['11140', 2]]],
    ['Phường Kiến Thụy', [['11680', 0]]],
    [
      'Xã Câm Giang',
      [
        ['10888', 1],
        ['10903', 2],
      ],
    ],
    [
      'Xã Cam Giang',
      [
        ['10888', 2],
        ['10903', 3],
      ],
    ],
    ['Phuờng Lê Chân', [['11383', 0]]],
    ['Sở Tài chánh', [['31-STC', 1]]],
  ] as const)('%s', (text, candidates) => {
    const match = matchUnitName(text, catalogue)
    expect(match).toMatchObject({ verdict: 'slip', code: null })
    expect(match.candidates.slice(0, candidates.length).map(({ code, distance }) => [code, distance])).toEqual(
      candidates,
    )
    expect(isUnitName(text, catalogue)).toBe(false)
  })

  test.each(['Phường Hà Nội', 'Sở Du hành vũ trụ', 'Xã', '', '(3)', 'Trong quá trình thực hiện'])(
    '“%s” is unknown',
    (text) => {
      expect(matchUnitName(text, catalogue)).toEqual({ verdict: 'unknown', code: null, candidates: [] })
    },
  )

  test('a name that two units bear, with both as candidates', () => {
    const unit = (code: string, type: Unit['type']): Unit => ({
      code,
      name: 'Tân Tiến',
      type,
      provinceCode: '00',
      aliases: [],
    })
    const match = matchUnitName('Tân Tiến', [unit('00001', 'ward'), unit('00002', 'commune')])
    expect(match).toMatchObject({ verdict: 'slip', code: null, candidates: [{ code: '00001' }, { code: '00002' }] })
    expect(matchUnitName('Xã Tân Tiến', [unit('00001', 'ward'), unit('00002', 'commune')])).toMatchObject({
      verdict: 'exact',
      code: '00002',
    })
    expect(matchUnitName('Xã Tân Tiến', [unit('00001', 'commune'), unit('00002', 'commune')])).toMatchObject({
      verdict: 'slip',
      code: null,
    })
  })
})

describe('properties of matching', () => {
  test('every name of the catalogue is exactly itself, composed, decomposed or in capitals', () => {
    fc.assert(
      fc.property(anyUnit, fc.constantFrom('NFC', 'NFD'), fc.boolean(), (unit, form, capitals) => {
        const written = unitFullName(unit).normalize(form)
        expect(matchUnitName(capitals ? written.toUpperCase() : written, catalogue)).toMatchObject({
          verdict: 'exact',
          code: unit.code,
        })
      }),
      { numRuns: 500 },
    )
  })

  test('a name with letters changed is never accepted as another unit', () => {
    const letter = fc.constantFrom(...'aàáảãạăâbcdđeêghiklmnoôơpqrstuưvxy')
    fc.assert(
      fc.property(anyUnit, fc.nat(), letter, (unit, place, other) => {
        const letters = [...unitFullName(unit)]
        letters[place % letters.length] = other
        const { code } = matchUnitName(letters.join(''), catalogue)
        if (code !== null && code !== unit.code) {
          const found = catalogue.find((one) => one.code === code)!
          expect(unitFullName(found).toLowerCase()).toBe(letters.join('').toLowerCase())
        }
      }),
      { numRuns: 800 },
    )
  })

  test('only exact and tone-mark carry a code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { verdict, code } = matchUnitName(text, catalogue)
        expect(code !== null).toBe(verdict === 'exact' || verdict === 'tone-mark')
      }),
    )
  })
})

describe('letterDistance', () => {
  test.each([
    ['khê', 'khôi', 2],
    ['', 'xã', 2],
    ['giang', 'giàng', 1],
    ['abc', 'abc', 0],
  ])('%s to %s is %i', (left, right, distance) => expect(letterDistance(left, right)).toBe(distance))

  test('stops counting above the limit', () => expect(letterDistance('abcdef', 'uvwxyz', 2)).toBe(3))

  test('is symmetric and obeys the triangle', () => {
    const word = fc.string({ maxLength: 8 })
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(letterDistance(a, b)).toBe(letterDistance(b, a))
        expect(letterDistance(a, c)).toBeLessThanOrEqual(letterDistance(a, b) + letterDistance(b, c))
      }),
    )
  })
})

describe('searchUnits', () => {
  const found = (query: string) => searchUnits(query, catalogue).map(({ unit }) => unit.name)
  test.each([
    ['cẩm giàng', ['Cẩm Giàng', 'Cẩm Giang']],
    ['Cẩm Giang', ['Cẩm Giang', 'Cẩm Giàng']],
    ['thuy nguyen', ['Thủy Nguyên']],
    ['Thuỷ Nguyên', ['Thủy Nguyên']],
    ['xã kiến thụy', ['Kiến Thụy']],
    ['xay dung', ['Sở Xây dựng']],
    ['11140', ['Lạc Phượng']],
    ['lac phung', ['Lạc Phượng']],
    ['', []],
    ['không có đâu', []],
  ])('%s', (query, names) => expect(found(query).slice(0, names.length || 1)).toEqual(names))

  test('every unit is found first by its full name, and somewhere without diacritics', () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        expect(searchUnits(unitFullName(unit), catalogue)[0]?.unit.code).toBe(unit.code)
        const plain = unitFullName(unit).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D')
        expect(searchUnits(plain, catalogue).map((hit) => hit.unit.code)).toContain(unit.code)
      }),
    )
  })
})
