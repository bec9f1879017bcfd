import {
  addRecommendation,
  draftConclusion,
  issueConclusion,
  submitConclusion,
} from '@cchc/domain/conclusions/contract.ts'
import { downloadInspectionPaper, getInspectionPaper } from '@cchc/domain/documents/contract.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type ComponentType, createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildVisited, type WrittenFinding } from '../src/conclusions/cases/visited-inspection.ts'
import { buildCampaign } from './factories.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { planner, standingDeputy } from './people.ts'

/** The very component of the page; its name is not known to the compiler of this room, which has no screen. */
const screen = '../../web/src/ui/PaperView.tsx'
const { PaperView } = (await import(screen)) as { PaperView: ComponentType<{ paper: Paper }> }

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const fields = ['steering', 'institutions', 'admin-procedures', 'apparatus', 'public-finance', 'digital']
const places = ['phố “Cầu Đất”', 'tổ dân phố số 3', 'khu – cụm Nghĩa Xá; An Biên', 'bộ phận “một cửa”', 'ấp… giữa đồng']

/** Every kind in several fields, long lists, several causes, and the letters and marks that Vietnamese papers are full of. */
const findings: WrittenFinding[] = fields.flatMap((fieldKey, field): WrittenFinding[] => [
  {
    kind: 'strength',
    fieldKey,
    text: `Hoàn thành ${95 + field}% nhiệm vụ (đạt 1.234,5/1.300 việc) – trước hạn: có kế hoạch, phân công “rõ người, rõ việc”?\n- ưu, ẵm, Ỷ, đỗ, quỵ, thuở, khuỷu; § 3 & 4 <mục a>`,
  },
  { kind: 'good-practice', fieldKey, text: `Mô hình “Ngày thứ Sáu không hẹn” tại ${places[field % places.length]}…` },
  {
    kind: 'shortcoming',
    fieldKey,
    text: `Còn ${12 + field} hồ sơ quá hạn ở ${places[(field + 1) % places.length]}:\n${Array.from({ length: 9 }, (_, line) => `- việc thứ ${line + 1}: chưa có phiếu xin lỗi, chậm ${line + 2} ngày`).join('\n')}`,
    cause: field % 2 ? 'Công chức kiêm nhiệm; phần mềm hay lỗi.' : 'công chức kiêm nhiệm, phần mềm hay lỗi',
  },
  {
    kind: 'violation',
    fieldKey,
    text: `Thu phí “ngoài quy định” 50.000đ/hồ sơ (trái Điều ${field + 3})`,
    cause: 'Buông lỏng kiểm tra!',
  },
])

test('the notice of conclusions on screen, its .docx and its .pdf say the same, line by line', async () => {
  house.clock.set('2026-07-20T02:00:00Z')
  const campaign = await buildCampaign(house)
  const inspection = await buildVisited(house, campaign, { findings })
  const { inspectionId } = inspection
  const office = house.as(planner)
  const drafted = (await office.call(draftConclusion, { params: { inspectionId } })).ok()
  for (const addresseeKind of ['city', 'ministry'] as const)
    await office.call(addRecommendation, {
      params: drafted,
      body: {
        findingId: null,
        fieldKey: 'digital',
        text: 'Nâng cấp “Cổng Dịch vụ công”; bảo đảm > 99% thời gian hoạt động & sao lưu…',
        addressee: `Cơ quan ${addresseeKind} – minh họa`,
        addresseeKind,
        dueOn: '2026-12-31',
        proofExpected: 'Văn bản trả lời (bản giấy/bản điện tử)',
      },
    })
  await same(inspectionId)
  const view = (await office.call(submitConclusion, { params: drafted })).ok()
  const issue = { number: '103', issuedOn: '2026-07-20' }
  ;(await house.as(standingDeputy).call(issueConclusion, { params: view, body: issue })).ok()
  await same(inspectionId)
})

/** Holds what the page draws against both files as they come out of the server, as they stand now. */
async function same(inspectionId: string): Promise<void> {
  const at = { inspectionId, kind: 'conclusion-notice' as const }
  const { paper } = (await house.as(planner).call(getInspectionPaper, { params: at })).ok()
  const fileAs = async (format: 'docx' | 'pdf') =>
    (await house.as(planner).call(downloadInspectionPaper, { params: at, query: { format } })).raw
  const onScreen = linesOnScreen(renderToStaticMarkup(createElement(PaperView, { paper })))
  const { value } = await mammoth.extractRawText({ buffer: await fileAs('docx') })
  expect(onScreen.length).toBeGreaterThan(200)
  for (const part of ['I. KHÁI QUÁT', 'IV. NGUYÊN NHÂN', 'V. YÊU CẦU, KIẾN NGHỊ', 'VI. TỔ CHỨC THỰC HIỆN'])
    expect(onScreen).toContain(part)
  expect(linesOf(value)).toEqual(onScreen)
  const pages = await wordsOfPdf(await fileAs('pdf'))
  const inOrder = onScreen.join(' ')
  for (const [word, times] of Object.entries(countOf(lettersOf(inOrder))))
    expect(countOf(lettersOf(pages))[word] ?? 0, word).toBeGreaterThanOrEqual(times)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

/** What stands on the page: one line a paragraph, heading, cell, and stretch of the title. */
function linesOnScreen(markup: string): string[] {
  return linesOf(
    markup
      .replace(/<\/(p|h\d|td|th|caption|span|div)>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/&([#\w]+);/g, (whole, name: string) => entities[name] ?? whole),
  )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

async function wordsOfPdf(pdf: Buffer): Promise<string> {
  const file = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise
  let words = ''
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent()
    words += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  return words
}

const lettersOf = (text: string) => [...text.normalize('NFC').replace(/\s/gu, '')]

function countOf(letters: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const letter of letters) counts[letter] = (counts[letter] ?? 0) + 1
  return counts
}
