import { getSelfReport, saveAnswer } from '@cchc/domain/self-reports/contract.ts'
import type { DraftReading } from '@cchc/domain/self-reports/draft/draft.ts'
import { downloadReportFigures, downloadReportPaper, readDraft } from '@cchc/domain/self-reports/exchange-contract.ts'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { member, otherUnitOfficer, planner, unitHead, unitOfficer } from '../../test/people.ts'
import { received, reportDesk, soundAnswers } from '../../test/report-desk.ts'
import { writeFiguresXlsx } from './write-figures-xlsx.ts'

let house: TestHouse
let desk: ReturnType<typeof reportDesk>
beforeAll(async () => {
  house = await openTestHouse()
  desk = reportDesk(house, await buildCampaign(house))
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-01T02:00:00Z')
  await house.owner.deleteFrom('inspections').execute()
})

const word = (...texts: string[]) =>
  Packer.toBuffer(
    new Document({ sections: [{ children: texts.map((text) => new Paragraph({ children: [new TextRun(text)] })) }] }),
  )
const upload = async (selfReportId: string, name: string, bytes: Uint8Array, person = unitOfficer) =>
  house.as(person).call(readDraft, { params: { selfReportId }, file: { name, mediaType: 'application/zip', bytes } })
const proposed = ({ proposals }: DraftReading) => Object.fromEntries(proposals.map(({ key, value }) => [key, value]))

describe('the report as files', () => {
  test('Word, PDF and Excel hold the figures that the screen shows', async () => {
    const { inspectionId, selfReportId } = await desk.openReport()
    await desk.write(selfReportId, { ...soundAnswers, [received]: 12_345, 'public-finance.revenue': 1_500_000 })
    const params = { inspectionId }
    const docx = await house.as(unitOfficer).call(downloadReportPaper, { params })
    const { value: words } = await mammoth.extractRawText({ buffer: docx.raw })
    const pdf = await house.as(planner).call(downloadReportPaper, { params, query: { format: 'pdf' } })
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-')
    const pages = await getDocument({ data: new Uint8Array(pdf.raw), verbosity: 0 }).promise
    let printed = ''
    for (let page = 1; page <= pages.numPages; page++) {
      const { items } = await (await pages.getPage(page)).getTextContent()
      printed += items.map((item) => ('str' in item ? item.str : '')).join('')
    }
    for (const figure of ['12.345', '96,5%', '1.500.000', '95%']) {
      expect(words).toContain(figure)
      expect(printed).toContain(figure)
    }
    const xlsx = await house.as(unitHead).call(downloadReportFigures, { params })
    const [sheet] = await readExcelFile(xlsx.raw)
    const figures = Object.fromEntries(sheet!.data.slice(2).map((row) => [row[0], row[4]]))
    expect(figures).toEqual({
      [received]: 12_345,
      'admin-procedures.resolved': 100,
      'admin-procedures.on-time': 95,
      'admin-procedures.on-time-rate': 95,
      'admin-procedures.satisfaction': 96.5,
      'public-finance.revenue': 1_500_000,
    })
  })

  test('are for those who may read the report', async () => {
    const { inspectionId } = await desk.openReport()
    for (const entry of [downloadReportPaper, downloadReportFigures]) {
      expect((await house.as(otherUnitOfficer).call(entry, { params: { inspectionId } })).status).toBe(404)
      expect((await house.as(member).call(entry, { params: { inspectionId } })).status).toBe(200)
    }
  })
})

describe('a draft', () => {
  test('is read into proposals; nothing is saved until one is accepted through the ordinary save', async () => {
    const { inspectionId, selfReportId } = await desk.openReport()
    const bytes = await word(
      'I. Kết quả',
      '1. Cải cách thủ tục hành chính',
      'Tổng số hồ sơ tiếp nhận: 1.234 hồ sơ; số hồ sơ đã giải quyết: 1.200 hồ sơ.',
      'Sáng kiến: Ngày thứ Bảy vì dân.',
    )
    const reading = (await upload(selfReportId, 'nhap.docx', bytes)).ok()
    expect(proposed(reading)).toEqual({
      [received]: 1234,
      'admin-procedures.resolved': 1200,
      'admin-procedures.initiatives': 'Ngày thứ Bảy vì dân.',
    })
    const before = (await house.as(unitOfficer).call(getSelfReport, { params: { inspectionId } })).ok()
    expect([before.state, before.answers]).toEqual(['not-started', []])
    const [first] = reading.proposals
    const body = { revision: 0, value: first!.value }
    ;(await house.as(unitOfficer).call(saveAnswer, { params: { selfReportId, itemKey: first!.key }, body })).ok()
    // Somebody who still has the empty item before them is shown what was accepted meanwhile.
    const late = await house
      .as(unitHead)
      .call(saveAnswer, { params: { selfReportId, itemKey: first!.key }, body: { revision: 0, value: 7 } })
    expect([late.status, late.error?.details]).toMatchObject([409, { theirs: { value: 1234 } }])
  })

  test('is refused where the report may not be written, or is not the person’s own', async () => {
    const { selfReportId } = await desk.openReport()
    const bytes = await word('Tổng số hồ sơ tiếp nhận: 5 hồ sơ')
    expect((await upload(selfReportId, 'nhap.docx', bytes, otherUnitOfficer)).status).toBe(404)
    expect((await upload(selfReportId, 'nhap.docx', bytes, planner)).status).toBe(403)
    await desk.write(selfReportId)
    ;(await desk.send(selfReportId)).ok()
    const sent = await upload(selfReportId, 'nhap.docx', bytes)
    expect([sent.status, sent.error?.code]).toEqual([409, 'wrong-state'])
  })

  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['a text renamed', 'nhap.docx', () => Buffer.from('Báo cáo'), /không phải văn bản Word/u],
    ['a page with a program', 'nhap.docx', () => Buffer.from('<script>alert(1)</script>'), /không phải văn bản Word/u],
    ['a sheet that is none', 'so.xlsx', () => Buffer.from('PK\u0003\u0004xl/workbook.xml'), /Excel|hỏng/u],
    ['over the limit', 'nhap.docx', () => Buffer.alloc(21 * 1024 * 1024, 1), /quá giới hạn|quá mức|20 MB/u],
  ])('%s is refused with a sentence', async (_, name, make, sentence) => {
    const { selfReportId } = await desk.openReport()
    const answer = await upload(selfReportId, name, await make())
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.error?.sentence).toMatch(sentence)
  })
})

describe('a sheet of figures', () => {
  test('the template comes back as it was filled in, each cell judged by itself', async () => {
    const { inspectionId, selfReportId } = await desk.openReport()
    const template = await house
      .as(unitOfficer)
      .call(downloadReportFigures, { params: { inspectionId }, query: { blank: 'true' } })
    const [sheet] = await readExcelFile(template.raw)
    expect(sheet!.data.slice(2).every((row) => row[4] === null)).toBe(true)
    const filled: Record<string, unknown> = {
      [received]: 1234,
      'admin-procedures.resolved': '1,200',
      'admin-procedures.on-time': 'chưa rõ',
      'admin-procedures.satisfaction': 0.965,
      'public-finance.revenue': `=cmd|' /C calc'!A0`,
    }
    const data = sheet!.data.map((row, at) =>
      row.map((cell, column) => {
        const value = at > 1 && column === 4 ? (filled[String(row[0])] ?? null) : cell
        return value === null
          ? null
          : { value: value as string | number, type: typeof value === 'number' ? Number : String }
      }),
    )
    const bytes = await writeExcelFile(data as never).toBuffer()
    const reading = (await upload(selfReportId, 'so-lieu.xlsx', bytes)).ok()
    const sure = (key: string) => reading.proposals.find((one) => one.key === key)!.confidence >= 0.75
    expect(proposed(reading)).toEqual({
      [received]: 1234,
      'admin-procedures.resolved': 1200,
      'admin-procedures.satisfaction': 0.965,
    })
    expect([received, 'admin-procedures.resolved', 'admin-procedures.satisfaction'].map(sure)).toEqual([
      true,
      false,
      false,
    ])
    const reasons = reading.unplaced.map(({ why }) => why).join('\n')
    expect(reasons).toMatch(/“Số hồ sơ đúng hạn”.*“chưa rõ” không phải là một số/u)
    expect(reasons).toMatch(/“Tổng thu ngân sách”.*không phải là một số/u)
  })

  test('two plain columns are known by their words; formulas come in as values', async () => {
    const { selfReportId } = await desk.openReport()
    const bytes = await writeExcelFile([
      [{ value: 'Chỉ tiêu' }, { value: 'Kết quả' }],
      [{ value: 'Tổng số hồ sơ tiếp nhận' }, { value: 1234, type: Number }],
      [{ value: 'Số hồ sơ đã giải quyết' }, { value: 1200, type: Number }],
      [{ value: 'Số hồ sơ đúng hạn' }, { value: '=1+1', type: 'Formula' }],
    ]).toBuffer()
    const reading = (await upload(selfReportId, 'so.xlsx', bytes)).ok()
    expect(proposed(reading)).toEqual({ [received]: 1234, 'admin-procedures.resolved': 1200 })
  })
})

test.each(["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)'])('the words %s stay words in a sheet', async (name) => {
  const row = { key: 'a.b', reference: 'I.1', unit: '', value: 5, isDate: false, isComputed: false, guidance: '' }
  const bytes = await writeFiguresXlsx({
    unitName: name,
    outlineTitle: name,
    rows: [{ ...row, name, field: name }],
    illustrative: true,
    blank: false,
  })
  const sheets = await readExcelFile(bytes)
  expect(sheets[0]!.data[2]!.slice(2, 8)).toEqual([`'${name}`, null, 5, 'Đơn vị nhập', `'${name}`, null])
  const texts = sheets.flatMap(({ data }) => data.flat()).filter((cell) => typeof cell === 'string')
  expect(texts.filter((text) => /^[=+@-]/u.test(text))).toEqual([])
  expect(texts.join(' ')).toContain('Dữ liệu minh họa')
})
