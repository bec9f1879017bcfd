import * as contract from '@cchc/domain/thematic/contract.ts'
import { registrationsFromRows, type SheetCell, sheetColumns } from '@cchc/domain/thematic/sheet.ts'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { coordinator, otherCoordinator, planner, type TestPerson } from '../../test/people.ts'
import { xlsxMediaType } from '../documents/write-workbook.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())

const head: SheetData[number] = sheetColumns.map(({ heading }) => heading)
const workbook = (rows: SheetData) => writeExcelFile(rows).toBuffer()
const preview = (bytes: Uint8Array, name = 'dang-ky.xlsx', person: TestPerson = coordinator) =>
  house.as(person).call(contract.previewSheet, { params: campaign, file: { name, mediaType: xlsxMediaType, bytes } })
const rowsOf = async (...rows: SheetData) => (await preview(await workbook([head, ...rows]))).ok().rows
const registrations = () => house.owner.selectFrom('thematicRegistrations').selectAll().execute()

test('the template has the headings that are read, the fields, and no row that would be registered', async () => {
  const answer = await house.as(coordinator).call(contract.downloadTemplate, { params: campaign })
  const [sheet, help] = await readExcelFile(Buffer.from(answer.raw))
  expect(sheet?.data).toEqual([head])
  expect(JSON.stringify(help?.data)).toContain('Cải cách thể chế')
  const refused = await preview(Buffer.from(answer.raw))
  expect([refused.status, refused.error?.code]).toEqual([422, 'unreadable-sheet'])
  expect(refused.error?.sentence).toContain('chưa có dòng nào')
})

describe('a sheet', () => {
  test('is shown row by row and keeps nothing before it is confirmed', async () => {
    const rows = await rowsOf(
      [
        'Kiểm tra hộ tịch',
        'Đăng ký khai sinh',
        '',
        '',
        'Phường Lê Chân',
        { value: new Date('2026-09-17T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
        'Người Mẫu, Chuyên viên',
      ],
      ['', '', '', '', 'phường Hải Dương', 'tháng 10', ''],
      ['', '', '', '', 'Phường Thạch Khê', '15/10/2026', ''],
      ['', '', '', '', 'Phường Không Có', 'sớm', ''],
    )
    expect(rows.map(({ line, verdict, unitCode, wish }) => [line, verdict, unitCode, wish?.from])).toEqual([
      [2, 'exact', '11383', '2026-09-17'],
      [3, 'exact', '10525', '2026-10-01'],
      [4, 'slip', null, '2026-10-15'],
      [5, 'unknown', null, undefined],
    ])
    expect(rows[2]!.candidates[0]?.name).toBe('Thạch Khôi')
    expect(rows[3]!.problems).toHaveLength(2)
    expect(await registrations()).toEqual([])
    const confirmed = registrationsFromRows(rows)
    const done = await house
      .as(coordinator)
      .call(contract.importRegistrations, { params: campaign, body: { registrations: confirmed } })
    expect(done.ok()).toEqual({ done: true, registrations: 1, units: 2 })
    expect(await registrations()).toMatchObject([{ title: 'Kiểm tra hộ tịch', agencyCode: '31-STP' }])
    const [again] = await rowsOf(['KIỂM TRA HỘ TỊCH', 'x', '', '', 'Lê Chân', 'tháng 9', ''])
    expect(again!.problems).toEqual([{ blocks: true, sentence: expect.stringContaining('đã được đăng ký') }])
  })

  test('with one bad registration keeps none of them', async () => {
    const good = { title: 'Tốt', content: 'x', legalBasis: '', fieldKeys: [], people: [] }
    const wish = { from: '2026-09-01', to: '2026-09-30' }
    const before = await registrations()
    const answer = await house.as(otherCoordinator).call(contract.importRegistrations, {
      params: campaign,
      body: {
        registrations: [
          { ...good, units: [{ unitCode: '11383', wish }] },
          { ...good, title: 'Xấu', units: [{ unitCode: 'x', wish }] },
        ],
      },
    })
    expect(answer.error?.code).toBe('no-such-unit')
    expect(await registrations()).toEqual(before)
  })

  test('is not for the office', async () => {
    expect((await preview(await workbook([head]), 'x.xlsx', planner)).status).toBe(403)
  })
})

describe('a hostile file is refused with a sentence, and the house goes on', () => {
  const many = (rows: number): SheetData => [
    head,
    ...Array.from({ length: rows }, (_, index) => [`Chuyên đề ${index}`, 'x', '', '', 'Phường Lê Chân', 'tháng 9', '']),
  ]
  const cases: [string, () => Promise<Uint8Array>, string][] = [
    ['not a workbook', async () => Buffer.from('Tên;Nội dung'), 'không phải bảng Excel'],
    ['a zip of something else', async () => bombOf('word/document.xml', 10), 'không phải bảng Excel'],
    ['a damaged workbook', async () => (await workbook([head])).subarray(0, 900), 'bị hỏng'],
    ['a zip bomb', async () => bombOf('xl/worksheets/sheet1.xml', 300 * 1024 * 1024), 'lớn bất thường'],
    ['100,000 rows', async () => workbook(many(100_000)), 'bất thường'],
    ['1,500 rows', async () => workbook(many(1500)), 'quá giới hạn 500 dòng'],
  ]
  test.each(cases)('%s', async (_, bytes, sentence) => {
    const answer = await preview(await bytes())
    expect([answer.status, answer.error?.code]).toEqual([422, 'unreadable-sheet'])
    expect(answer.error?.sentence).toContain(sentence)
    expect((await house.as(coordinator).call(contract.listRegistrations, { params: campaign })).status).toBe(200)
  })

  test('too large to be sent', async () => {
    const answer = await preview(Buffer.alloc(3 * 1024 * 1024, 1))
    expect([answer.status, answer.error?.code]).toEqual([413, 'file-too-large'])
  })

  test('formulas are words or kept values, and are never worked out', async () => {
    const rows = await rowsOf(
      ['=HYPERLINK("http://vi-du.invalid","x")', '=1+1', '', '', 'Phường Lê Chân', 'tháng 9', ''],
      [
        { type: 'Formula', value: '=CONCATENATE("Kiểm tra"," gì đó")' },
        'x',
        '',
        '',
        'Phường Lê Chân',
        'tháng 9',
        '',
      ] as SheetData[number],
    )
    expect(rows[0]).toMatchObject({ title: '=HYPERLINK("http://vi-du.invalid","x")', content: '=1+1' })
    // A formula that no program has worked out has no value; the row goes on with the title above it.
    expect(rows[1]!.title).toBe(rows[0]!.title)
  })

  test('cells of any kind never make a fault', async () => {
    const odd: SheetCell[] = [true, 12.5, -1, 'x'.repeat(30_000), '\u0007', '😀']
    const answer = await preview(await workbook([head, odd as SheetData[number], [null, null, null, null, 'x']]))
    expect(answer.status).toBe(200)
  })
})

/** A zip with one part of so many zeros. */
async function bombOf(name: string, size: number): Promise<Buffer> {
  const { zipSync } = await import('fflate')
  return Buffer.from(zipSync({ [name]: new Uint8Array(size) }, { level: 9 }))
}
