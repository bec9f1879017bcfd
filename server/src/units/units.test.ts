import { listUnits, updateUnit } from '@cchc/domain/units/contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { administrator, planner } from '../../test/people.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const find = async (q: string) =>
  (await house.as(planner).call(listUnits, { query: { q } })).ok().units.map(({ fullName }) => fullName)

test('the catalogue holds every commune and department', async () => {
  const { units } = (await house.as(planner).call(listUnits, { query: {} })).ok()
  const count = (type: string) => units.filter((unit) => unit.type === type).length
  expect([count('department'), count('ward'), count('commune'), count('special-zone')]).toEqual([14, 45, 67, 2])
})

test.each([
  ['thuy nguyen', ['Phường Thủy Nguyên']],
  ['Thuỷ Nguyên', ['Phường Thủy Nguyên']],
  ['cam giang', ['Xã Cẩm Giang', 'Xã Cẩm Giàng']],
  ['100%', []],
])('%s finds %j', async (q, names) => {
  expect((await find(q)).sort()).toEqual(names)
})

test('a correction keeps the code and is found by its new spelling', async () => {
  const body = { name: 'Lê Chân', aliases: ['Lê-Chân cũ'], advisoryFields: [] }
  expect((await house.as(administrator).call(updateUnit, { params: { code: '11383' }, body })).ok().code).toBe('11383')
  expect(await find('le-chan cu')).toEqual(['Phường Lê Chân'])
  const unknown = await house.as(administrator).call(updateUnit, { params: { code: '00000' }, body })
  expect([unknown.status, unknown.error?.code]).toEqual([404, 'no-such-unit'])
})
