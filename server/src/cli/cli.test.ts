import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { commands, main } from './main.ts'

let nowhere: string
let database: TestDatabase
beforeAll(async () => {
  nowhere = await mkdtemp(join(tmpdir(), 'cchc-cli-'))
  database = await createTestDatabase()
})
afterAll(async () => {
  await database.drop()
  await rm(nowhere, { recursive: true })
})

async function cchc(line: string, env: Record<string, string> = {}) {
  const out: string[] = []
  const err: string[] = []
  const output = { print: (text: string) => void out.push(text), remark: (text: string) => void err.push(text) }
  const code = await main(line.split(' ').filter(Boolean), output, { DATA_DIR: nowhere, ...env })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('help and usage', () => {
  test.each(['', '--help', '-h', 'help'])('"cchc %s" lists every command in both languages', async (line) => {
    const { code, out } = await cchc(line)
    expect(code).toBe(0)
    for (const { name, summary } of commands)
      for (const text of [`cchc ${name}`, summary.vi, summary.en]) expect(out).toContain(text)
  })

  test.each(commands.map(({ name }) => name))('"cchc %s --help" explains itself in both languages', async (name) => {
    for (const line of [`${name} --help`, `help ${name}`]) {
      const { code, out } = await cchc(line)
      expect(code).toBe(0)
      expect(out).toMatch(/^Cách dùng: cchc [\s\S]+\nUsage: cchc /)
    }
  })

  test.each([
    ['deadline', 'thiếu tham số'],
    ['deadline 2026-09-15 2026-09-16', 'thừa tham số "2026-09-16"'],
    ['deadline 2026-09-15 --soon', 'Không có tùy chọn "--soon"'],
    ['deadline 2026-09-15 --days', 'Tùy chọn "--days'],
    ['deadline 2026-09-15 --days three', '--days phải là số'],
    ['deadline 2026-09-15 --days 2.5', '--days phải là số'],
    ['deadline tomorrow', '"tomorrow" không phải là ngày'],
    ['unit', 'Không có lệnh "unit"'],
    ['unknown command', 'Không có lệnh "unknown command"'],
  ])('"cchc %s" is wrong usage', async (line, sentence) => {
    const { code, out, err } = await cchc(line)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(sentence)
  })
})

describe('deadline', () => {
  test.each([
    ['2026-09-15', '2026-09-10'],
    ['15/9/2026', '2026-09-10'],
    ['2026-09-15 --days 0', '2026-09-15'],
    ['2026-09-15 --days 1', '2026-09-14'],
    ['2026-09-03', '2026-08-26'],
  ])('%s prints %s and nothing else', async (line, dueOn) => {
    expect(await cchc(`deadline ${line}`)).toEqual({ code: 0, out: dueOn, err: '' })
  })

  test('--why names the days counted and the rules of the days off', async () => {
    const { out } = await cchc('deadline 2026-09-03 --why')
    expect(out.split('\n')[0]).toBe('2026-08-26')
    expect(out).toMatch(/2026-09-02 +thứ Tư, Quốc khánh/)
    expect(out).toMatch(/2026-08-28 +1 +thứ Sáu, ngày làm việc/)
  })

  test('--json answers with everything the count rests on', async () => {
    const { out } = await cchc('deadline 2026-09-15 --json')
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({
      visitOn: '2026-09-15',
      workingDays: 3,
      dueOn: '2026-09-10',
      calendar: 'shipped',
      doubts: [],
    })
    expect(answer.counted.map(({ date }: { date: string }) => date)).toEqual([
      '2026-09-10',
      '2026-09-11',
      '2026-09-12',
      '2026-09-13',
      '2026-09-14',
    ])
  })

  test('a day that is not in the calendar is refused', async () => {
    expect(await cchc('deadline 2026-02-30')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('Không có ngày 2026-02-30'),
    })
  })

  test('a year without entered holidays is answered with a caution', async () => {
    expect(await cchc('deadline 2060-03-04')).toMatchObject({
      code: 0,
      out: '2060-03-01',
      err: expect.stringContaining('năm 2060'),
    })
  })

  test("an installation's own calendar goes before the shipped one", async () => {
    await database.db
      .insertInto('calendarDays')
      .values({ day: '2026-09-14', kind: 'holiday', name: 'Ngày hội của riêng tỉnh', basis: 'thử', status: 'final' })
      .execute()
    const { out } = await cchc('deadline 2026-09-15 --json --days 1', { DATABASE_URL: database.url })
    expect(JSON.parse(out)).toMatchObject({ dueOn: '2026-09-11', calendar: 'installation' })
  })

  test('an installation that does not answer is named, and the shipped calendar used', async () => {
    const stopped = await mkdtemp(join(tmpdir(), 'cchc-stopped-'))
    await writeFile(join(stopped, 'postgres.json'), JSON.stringify({ url: 'postgres://cchc:x@127.0.0.1:1/cchc' }))
    expect(await cchc('deadline 2026-09-15', { DATA_DIR: stopped })).toEqual({
      code: 0,
      out: '2026-09-10',
      err: expect.stringContaining('lịch nghỉ kèm theo'),
    })
    await rm(stopped, { recursive: true })
  })
})

describe('unit find', () => {
  test.each([
    ['Thủy Nguyên', 'Phường Thủy Nguyên'],
    ['thuy nguyen', 'Phường Thủy Nguyên'],
    ['so xay dung', 'Sở Xây dựng'],
  ])('%s finds %s', async (query, fullName) => {
    const { code, out } = await cchc(`unit find ${query}`)
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toContain(fullName)
  })

  test('Cẩm Giang and Cẩm Giàng stay two units', async () => {
    const first = async (query: string) => JSON.parse((await cchc(`unit find ${query} --json`)).out).units[0]
    const [one, other] = [await first('Cẩm Giang'), await first('Cẩm Giàng')]
    expect([one.name, other.name]).toEqual(['Cẩm Giang', 'Cẩm Giàng'])
    expect(one.code).not.toBe(other.code)
  })

  test('nothing found is refused with a sentence', async () => {
    expect(await cchc('unit find qwxz')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('Không tìm thấy đơn vị nào'),
    })
  })
})
