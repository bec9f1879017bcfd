import { access, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableCases, tableOutline } from '@cchc/domain/self-reports/draft/cases/drafts-with-tables.ts'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
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

describe('report read-draft', () => {
  const draft = async (...texts: string[]) => {
    const path = join(nowhere, 'nhap.docx')
    const children = texts.map((text) => new Paragraph({ children: [new TextRun(text)] }))
    await writeFile(path, await Packer.toBuffer(new Document({ sections: [{ children }] })))
    return path
  }
  const texts = [
    '2. Cải cách thủ tục hành chính',
    'Đã tiếp nhận 1.234 hồ sơ, còn 21 hồ sơ quá hạn.',
    'Phường có 27 tổ dân phố.',
  ]

  test('prints each item with value, confidence and source, and what has no place', async () => {
    const path = await draft(...texts)
    for (const outline of [
      '',
      ' --outline 2026',
      ` --outline ${join(import.meta.dirname, '../../seed/outline-2026.json')}`,
    ]) {
      const { code, out } = await cchc(`report read-draft ${path} --json${outline}`)
      expect(code).toBe(0)
      const { items, unplaced } = JSON.parse(out)
      expect(items).toMatchObject([
        { key: 'admin-procedures.received', value: 1234, doubtful: false, source: { paragraph: 2, text: texts[1] } },
        { key: 'admin-procedures.overdue', value: 21, doubtful: false, source: { paragraph: 2 } },
      ])
      for (const { confidence } of items) expect(confidence).toBeGreaterThan(0.75)
      expect(unplaced).toMatchObject([{ source: { paragraph: 3 } }])
    }
    const { out } = await cchc(`report read-draft ${path}`)
    expect(out).toContain('admin-procedures.received = 1234  [đoạn 2]')
  })

  test('prints the rows of a table that answers a table question', async () => {
    const path = join(nowhere, 'bang.docx')
    const outline = join(nowhere, 'de-cuong.json')
    await writeFile(outline, JSON.stringify(tableOutline))
    const [, table] = tableCases[0]!.blocks as [string, string[][]]
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
    const rows = table.map((cells) => new TableRow({ children: cells.map(cell) }))
    await writeFile(path, await Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows })] }] })))
    const { items } = JSON.parse((await cchc(`report read-draft ${path} --outline ${outline} --json`)).out)
    expect(items).toMatchObject([
      { key: 'training.classes', value: tableCases[0]!.expected['training.classes']!.rows, doubtful: false },
    ])
    const { out } = await cchc(`report read-draft ${path} --outline ${outline}`)
    expect(out).toContain('training.classes = bảng 2 dòng  [đoạn 1, dòng 1]')
    expect(out).toContain('name: Kỹ năng tiếp dân | held: 2026-03-12 | people: 1.234 | cost: 12,5')
  })

  test.each([
    ['khong-co.docx', 1, 'Không có tệp'],
    ['nhap.docx --outline 1999x', 2, 'không phải năm'],
    ['nhap.docx --outline 2031', 1, 'Không có đề cương "2031"'],
    ['', 2, 'thiếu tham số'],
  ])('"report read-draft %s" is refused with a sentence', async (words, exit, sentence) => {
    await draft(...texts)
    const line = words === '' ? '' : join(nowhere, words.split(' ')[0]!) + words.slice(words.split(' ')[0]!.length)
    const { code, out, err } = await cchc(`report read-draft ${line}`)
    expect([code, out]).toEqual([exit, ''])
    expect(err).toContain(sentence)
  })
})

describe('decision read', () => {
  const decision = join(import.meta.dirname, '..', '..', 'seed', 'decision-2251.txt')

  test('--json prints the proposal of a real decision', async () => {
    const { code, out } = await cchc(`decision read ${decision} --json`)
    expect(code).toBe(0)
    const proposal = JSON.parse(out)
    expect(proposal).toMatchObject({
      number: '2251/QĐ-UBND',
      issuedOn: '2026-06-16',
      period: { from: '2026-07-01', to: '2026-11-30' },
      dataFrom: '2025-12-15',
      leadWorkingDays: 3,
    })
    const slips = proposal.units.filter(({ verdict }: { verdict: string }) => verdict === 'slip')
    expect(slips.map(({ text }: { text: string }) => text)).toEqual(['Phường Thạch Khê', 'Xã Lạc Phụng'])
    expect(proposal.units).toHaveLength(27)
    expect(proposal.outline.parts).toHaveLength(5)
  })

  test('alone it prints the same for a reader, with the lines it was read from', async () => {
    const { code, out } = await cchc(`decision read ${decision}`)
    expect(code).toBe(0)
    expect(out).toContain('Số, ký hiệu: 2251/QĐ-UBND  [dòng 3]')
    expect(out).toContain('Thời gian kiểm tra: 01/07/2026 đến 30/11/2026')
    expect(out).toMatch(/Phường Thạch Khê: có thể viết nhầm: Thạch Khôi/)
  })

  test('what is no such paper is refused with a sentence and no answer', async () => {
    const file = (name: string) => join(nowhere, name)
    await writeFile(file('empty.txt'), '')
    await writeFile(file('letter.txt'), 'Kính gửi anh Nam, em gửi anh bản dự thảo.')
    await writeFile(file('huge.txt'), '')
    await truncate(file('huge.txt'), 50 * 1024 * 1024)
    const refusals: [string, string][] = [
      ['empty.txt', 'không có nội dung'],
      ['letter.txt', 'không phải quyết định hoặc kế hoạch'],
      ['huge.txt', 'nặng 50,0 MB, quá giới hạn 20 MB'],
      ['missing.txt', 'Không có tệp'],
      ['', 'không phải là tệp'],
    ]
    for (const [name, sentence] of refusals) {
      const answer = await cchc(`decision read ${file(name)} --json`)
      expect(answer).toMatchObject({ code: 1, out: '', err: expect.stringContaining(sentence) })
      expect(answer.err).not.toContain('Lỗi ngoài dự tính')
    }
  })
})

describe('schedule propose', () => {
  test('without an installation it is refused', async () => {
    expect(await cchc('schedule propose --json')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('chưa có bản cài đặt'),
    })
  })

  test('a database that does not answer is named', async () => {
    const env = { DATABASE_URL: 'postgres://cchc:x@127.0.0.1:1/cchc' }
    expect(await cchc('schedule propose', env)).toMatchObject({ code: 1, err: expect.stringContaining('DATABASE_URL') })
  })

  test.each(['schedule propose now', 'schedule propose --accept'])('"cchc %s" is wrong usage', async (line) => {
    expect(await cchc(line)).toMatchObject({ code: 2, out: '' })
  })

  describe('on an installation', () => {
    let house: TestHouse
    beforeAll(async () => {
      house = await openTestHouse()
    })
    afterAll(() => house.close())

    test('without a running campaign it is refused, with one it proposes and changes nothing', async () => {
      const env = { DATABASE_URL: house.databaseUrl }
      const line = 'schedule propose --json'
      expect(await cchc(line, env)).toMatchObject({ code: 1, err: expect.stringContaining('Chưa có đợt kiểm tra') })
      const year = new Date().getFullYear() + 1
      const campaign = await buildCampaign(house, { year })
      expect(await cchc(line, env)).toMatchObject({ code: 1, err: expect.stringContaining('Không còn cuộc nào') })
      for (const unitCode of ['11383', '10525', '10909'])
        await buildInspection(house, { campaign, unitCode, state: 'planned', visitOn: null })
      await buildInspection(house, {
        campaign,
        unitCode: '11020',
        kind: 'unannounced',
        state: 'ordered',
        visitOn: null,
      })
      const { code, out } = await cchc(line, env)
      expect(code).toBe(0)
      const answer = JSON.parse(out)
      expect(Object.keys(answer)).toEqual(['objective', 'bound', 'gap', 'seconds', 'visits', 'binding'])
      expect(answer.visits.map(({ code }: { code: string }) => code).sort()).toEqual(['10525', '10909', '11383'])
      expect(answer.visits[0]).toMatchObject({ name: expect.any(String), date: expect.stringContaining(`${year}-`) })
      expect(answer.gap).toBeLessThanOrEqual(0.02)
      expect(answer.bound).toBeLessThanOrEqual(answer.objective)
      expect(await cchc('schedule propose', env)).toMatchObject({ code: 0, out: expect.stringContaining('điểm') })
      const placed = await house.owner
        .selectFrom('inspections')
        .select('visitOn')
        .where('visitOn', 'is not', null)
        .execute()
      expect(placed).toEqual([])
      await house.owner
        .updateTable('campaigns')
        .set({ periodTo: `${year}-07-01` })
        .execute()
      expect(await cchc(line, env)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/Không|không/) })
    })
  })
})

describe('init', () => {
  test.each([
    ['--username AB', 'Tên đăng nhập'],
    ['--username quan-tri --name A --password ngan', 'Mật khẩu cần từ 10'],
    ['--name A --password mot-mat-khau-dai', 'Thiếu --username'],
  ])('"cchc init %s" is wrong usage and sets up nothing', async (line, sentence) => {
    const dataDir = join(nowhere, 'not-set-up')
    expect(await cchc(`init ${line}`, { DATA_DIR: dataDir })).toMatchObject({
      code: 2,
      err: expect.stringContaining(sentence),
    })
    await expect(access(dataDir)).rejects.toThrow()
  })

  test('sets up a clean installation once, with an administrator who can sign in', async () => {
    const env = { DATABASE_URL: database.url, DATA_DIR: join(nowhere, 'clean') }
    const line = 'init --username quan-tri --name Ngữ --password mot-mat-khau-dai'
    expect(await cchc(`${line} --json`, env)).toEqual({
      code: 0,
      out: JSON.stringify({ dataDir: env.DATA_DIR, username: 'quan-tri' }),
      err: '',
    })
    const settings = await database.db.selectFrom('settings').select(['illustrative', 'fixedToday']).execute()
    expect(settings).toEqual([{ illustrative: false, fixedToday: null }])
    const people = await database.db
      .selectFrom('people')
      .select(['fullName', 'roles', 'unitCode', 'illustrative'])
      .execute()
    expect(people).toEqual([{ fullName: 'Ngữ', roles: ['administrator'], unitCode: null, illustrative: false }])
    expect(await cchc(line, env)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('đã có một bản cài đặt'),
    })
  })
})
