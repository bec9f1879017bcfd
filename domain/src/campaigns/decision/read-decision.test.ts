import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CommuneRow, type Province, Unit, unitsFromRows } from '../../units/unit.ts'
import { NotADecision } from './not-a-decision.ts'
import { splitPaper } from './paper-lines.ts'
import { DecisionProposal } from './proposal.ts'
import { type ProposalSummary, proposalSummary } from './proposal-summary.ts'
import { readDecision } from './read-decision.ts'

const seed = (name: string) => readFileSync(new URL(`../../../../server/seed/${name}`, import.meta.url), 'utf8')
const paperCase = (name: string) => readFileSync(new URL(`./cases/${name}`, import.meta.url), 'utf8')
const communes = unitsFromRows(
  CommuneRow.array().parse(JSON.parse(seed('hai-phong-units.json'))),
  '31',
  JSON.parse(seed('hai-phong-units-extra.json')),
)
const departments = Unit.array().parse(
  JSON.parse(seed('hai-phong-departments.json')).map((row: object) => ({ ...row, provinceCode: '31' })),
)
const haiPhong = [...communes, ...departments]
const provinces: (Province & { units: CommuneRow[] })[] = JSON.parse(seed('vietnam-units.json'))
const vietnam = [
  ...haiPhong,
  ...provinces.filter(({ code }) => code !== '31').flatMap(({ code, units }) => unitsFromRows(units, code)),
]
const decision = seed('decision-2251.txt')
const expected: ProposalSummary = JSON.parse(paperCase('decision-2251.json'))

/** Without what depends on where lines end. */
function withoutLines(summary: ProposalSummary) {
  const { units, doubts, ...rest } = summary
  return { ...rest, units: units.map(({ line: _, ...unit }) => unit), doubts: doubts.map(({ code }) => code) }
}
const read = (text: string) => proposalSummary(readDecision(text, haiPhong))

describe('the real decision', () => {
  const proposal = readDecision(decision, haiPhong)
  const summary = proposalSummary(proposal)

  test('is read as reviewed by hand', () => expect(summary).toEqual(expected))

  test('gives its head, period and deadlines', () => {
    expect(summary).toMatchObject({
      number: '2251/QĐ-UBND',
      issuedOn: '2026-06-16',
      issuer: 'Chủ tịch Ủy ban nhân dân thành phố Hải Phòng',
      signer: { name: 'Đỗ Thành Trung', post: 'Chủ tịch' },
      period: { from: '2026-07-01', to: '2026-11-30' },
      dataFrom: '2025-12-15',
      leadWorkingDays: 3,
    })
    expect(proposal.number?.value).toEqual({ text: '2251/QĐ-UBND', ordinal: '2251', symbol: 'QĐ-UBND' })
    expect(summary.legalBases).toHaveLength(3)
    expect(summary.recipients).toHaveLength(12)
  })

  test('names for every value the lines and the clause it was read from', () => {
    const { lines } = { lines: splitPaper(decision) }
    const at = (source: { lines: [number, number] } | null) =>
      lines.slice(source!.lines[0] - 1, source!.lines[1]).join(' ')
    expect(at(proposal.period)).toContain('Từ tháng 7/2026 đến tháng 11/2026')
    expect(proposal.period?.clause).toBe('III.1')
    expect(at(proposal.leadWorkingDays)).toContain('ít nhất 03 ngày làm việc')
    expect(proposal.leadWorkingDays?.clause).toBe('IV.3')
    expect(at(proposal.dataFrom)).toContain('15/12/2025')
    expect(at(proposal.signer)).toContain('Đỗ Thành Trung')
    expect(proposal.team.map(({ clause }) => clause)).toEqual(Array(5).fill('III.2a'))
    expect(proposal.fields.map(({ clause }) => clause)).toEqual(Array(6).fill('II.1'))
    for (const unit of proposal.units) expect(at(unit)).toContain(unit.text)
    for (const part of proposal.outline!.parts) {
      for (const { items } of part.sections)
        for (const item of items)
          expect(at(item).replace(/\s+/gu, ' ').replaceAll('*', '')).toContain(item.text.slice(0, 60))
    }
  })

  test.each([
    ['Sở Xây dựng', 'department', 'exact', '31-SXD'],
    ['Sở Văn hóa, Thể thao và Du lịch', 'department', 'exact', '31-SVHTTDL'],
    ['Phường Thủy Nguyên', 'ward', 'exact', '11560'],
    ['Phường Lê Chân', 'ward', 'exact', '11383'],
    ['Phường Hưng Đạo', 'ward', 'exact', '11689'],
    ['Phường Đông Hải', 'ward', 'exact', '11411'],
    ['Phường Tân Hưng', 'ward', 'exact', '10537'],
    ['Phường Ái Quốc', 'ward', 'exact', '10660'],
    ['Phường Trần Liễu', 'ward', 'exact', '10729'],
    ['Phường Hải Dương', 'ward', 'exact', '10525'],
    ['Phường Thạch Khê', 'ward', 'slip', null],
    ['Xã Việt Khê', 'commune', 'exact', '11503'],
    ['Xã Kiến Minh', 'commune', 'exact', '11725'],
    ['Xã Kiến Thụy', 'commune', 'exact', '11680'],
    ['Xã Quyết Thắng', 'commune', 'exact', '11761'],
    ['Xã An Hưng', 'commune', 'exact', '11674'],
    ['Xã Gia Lộc', 'commune', 'exact', '10999'],
    ['Xã Tân Kỳ', 'commune', 'exact', '11113'],
    ['Xã Khúc Thừa Dụ', 'commune', 'exact', '11224'],
    ['Xã Lạc Phụng', 'commune', 'slip', null],
    ['Xã Thanh Miện', 'commune', 'exact', '11239'],
    ['Xã Trường Tân', 'commune', 'exact', '11065'],
    ['Xã Nam Thanh Miện', 'commune', 'exact', '11284'],
    ['Xã Hà Nam', 'commune', 'exact', '10843'],
    ['Xã Chí Minh', 'commune', 'exact', '11131'],
    ['Xã Nguyễn Lương Bằng', 'commune', 'exact', '11242'],
    ['Xã Thanh Hà', 'commune', 'exact', '10813'],
  ] as const)('%s: %s, %s, %s', (text, type, verdict, code) => {
    expect(summary.units).toHaveLength(27)
    expect(summary.units.find((unit) => unit.text === text)).toMatchObject({ type, verdict, code })
  })

  test('proposes the right names for the two slips, and says so in doubts', () => {
    const slips = proposal.units.filter(({ verdict }) => verdict === 'slip')
    expect(slips.map(({ candidates }) => candidates[0])).toEqual([
      { code: '11002', name: 'Thạch Khôi', type: 'ward', distance: 2 },
      { code: '11140', name: 'Lạc Phượng', type: 'commune', distance: 2 },
    ])
    const doubts = proposal.doubts.filter(({ code }) => code === 'unit-slip')
    expect(doubts.map(({ lines }) => lines)).toEqual(slips.map(({ lines }) => lines))
    expect(new Set(proposal.doubts.map(({ key }) => key)).size).toBe(proposal.doubts.length)
  })

  test('keeps every line of Phụ lục I in its wording, in order', () => {
    const { outline } = proposal
    const words = (text: string) =>
      text
        .normalize('NFC')
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ') ?? ''
    const start = decision.indexOf('I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH')
    const printed = splitPaper(decision.slice(start, decision.indexOf('Phụ lục II\n')))
      .map((line) => line.replace(/^\s*(?:[IV]+\.|\d\.|[ab]\)|-\s*\+?|\+)\s*/u, ''))
      .map(words)
      .filter(Boolean)
    const kept = outline!.parts.flatMap((part) => [
      part.title,
      ...part.sections.flatMap(({ title, items }) => [title, ...items.map(({ text }) => text)]),
    ])
    expect([...kept, ...outline!.notes.map(({ value }) => value)].map(words)).toEqual(printed)
    expect(outline!.parts.map(({ sections }) => sections.length)).toEqual([3, 6, 2, 7, 2])
    expect(kept).toHaveLength(5 + 20 + 92)
  })
})

/** The decision with each paragraph on one line, so that it can be broken anew. */
const oneLineEach = decision
  .replace(/([^\n:])\n(?=[^\n\-+ (])/gu, '$1 ')
  .replace('Phụ lục I ĐỀ CƯƠNG BÁO CÁO Phục', 'Phụ lục I\nĐỀ CƯƠNG BÁO CÁO\nPhục')
  .replace('Phụ lục II DANH', 'Phụ lục II\nDANH')
  .replace(/\. (\d\. (?:Về|Với))/gu, '.\n$1')

function breakLines(text: string, width: number, keepBlank: boolean): string {
  const lines = text.split('\n').flatMap((line) => {
    const broken = ['']
    for (const word of line.trim().split(' ')) {
      const last = broken.at(-1)!
      if (last !== '' && last.length + word.length + 1 > width) broken.push(word)
      else broken[broken.length - 1] = last === '' ? word : `${last} ${word}`
    }
    return broken
  })
  return lines.filter((line) => keepBlank || line !== '').join('\n')
}

describe('the real decision in other writings', () => {
  test.each<[string, string]>([
    ['decomposed', decision.normalize('NFD')],
    ['with CRLF', decision.replaceAll('\n', '\r\n')],
    ['broken at 50', breakLines(oneLineEach, 50, true)],
    ['broken at 70', breakLines(oneLineEach, 70, true)],
    ['broken at 100', breakLines(oneLineEach, 100, true)],
    ['broken at 80 without empty lines', breakLines(oneLineEach, 80, false)],
    ['with one line a paragraph', oneLineEach],
    ['with doubled blanks', decision.replaceAll(' ', '  ')],
    ['with round bullets', decision.replace(/^(\s*)- (?!\+)/gmu, '• ').replace(/^\s*- \+/gmu, '+')],
    ['with long dashes', decision.replace(/^(\s*)- (?!\+)/gmu, '– ')],
    ['with eth for Đ', decision.replaceAll('Đ', 'Ð')],
    [
      'in markdown',
      decision
        .replace(/^([IV]+\. .*)$/gmu, '## **$1**')
        .replace(/^(\d\. .*)$/gmu, '**$1**')
        .replace(/^- /gmu, '\\- '),
    ],
    ['with no-break spaces and a byte order mark', `\uFEFF${decision.replaceAll(' ', '\u00a0')}`],
    ['without empty lines in the lists', decision.replace(/\n\n(?=[-+] )/gu, '\n')],
  ])('%s', (_name, text) => expect(withoutLines(read(text))).toEqual(withoutLines(expected)))

  test('with other figures than this one has', () => {
    const other = decision
      .replaceAll('2251', '318')
      .replace('ngày 16 tháng 6 năm 2026', 'ngày 02 tháng 02 năm 2031')
      .replace('ngày 16/6/2026\ncủa', 'ngày 02/02/2031\ncủa')
      .replace('Từ tháng 7/2026 đến tháng 11/2026', 'Từ ngày 15 tháng 3 đến hết ngày 30 tháng 9 năm 2031')
      .replace('ít nhất 03 ngày làm việc', 'ít nhất 07 (bảy) ngày làm việc')
      .replace('15/12/2025', 'ngày 01 tháng 01 năm 2030')
      .replace('CHỦ TỊCH\n\n\n\nĐỗ Thành Trung', 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nTrần Văn Mẫu')
      .replace('Xã Hà Nam', 'Xã Cẩm Giang')
      .replace('Xã Chí Minh', 'Xã Cẩm Giàng')
    const summary = read(other)
    expect(summary).toMatchObject({
      number: '318/QĐ-UBND',
      issuedOn: '2031-02-02',
      signer: { name: 'Trần Văn Mẫu', post: 'Phó Chủ tịch' },
      period: { from: '2031-03-15', to: '2031-09-30' },
      dataFrom: '2030-01-01',
      leadWorkingDays: 7,
    })
    expect(summary.units.filter(({ text }) => text.includes('Cẩm')).map(({ code }) => code)).toEqual(['10888', '10903'])
  })
})

describe('what a paper lacks is null and named in doubts', () => {
  test.each<[keyof ProposalSummary, string, (text: string) => string]>([
    [
      'number',
      'number-blank',
      (text) => text.replaceAll('2251 /QĐ', '     /QĐ').replaceAll('2251/QĐ-UBND', '…/QĐ-UBND'),
    ],
    [
      'issuedOn',
      'no-issued-on',
      (text) => text.replace(/ngày 16 tháng 6 năm 2026/u, 'ngày     tháng     năm').replace('ngày 16/6/2026\n', '\n'),
    ],
    ['signer', 'no-signer', (text) => text.replace('Đỗ Thành Trung', '')],
    ['legalBases', 'no-legal-bases', (text) => text.replaceAll('Căn cứ', 'Xem')],
    ['recipients', 'no-recipients', (text) => text.replace('Nơi nhận:', '')],
    ['period', 'no-period', (text) => text.replace('Từ tháng 7/2026 đến tháng 11/2026', 'theo lịch')],
    ['dataFrom', 'no-data-from', (text) => text.replace('tính từ 15/12/2025 ', '')],
    [
      'leadWorkingDays',
      'no-lead-working-days',
      (text) => text.replace(' trước khi kiểm tra ít nhất 03 ngày làm việc', ''),
    ],
    ['leadWorkingDays', 'lead-calendar-days', (text) => text.replace('03 ngày làm việc', '03 ngày')],
    ['team', 'no-team', (text) => text.replace(/^- (?:Trưởng|Phó|Thành viên|Thư ký).*$/gmu, '')],
    ['units', 'no-units', (text) => text.slice(0, text.indexOf('Phụ lục II\n'))],
    ['outline', 'no-outline', (text) => text.replace('ĐỀ CƯƠNG BÁO CÁO\n', '')],
  ])('%s: %s', (part, code, change) => {
    const changed = change(decision)
    expect(changed).not.toBe(decision)
    const summary = read(changed)
    const value = summary[part]
    expect(Array.isArray(value) ? value : (value ?? [])).toHaveLength(0)
    expect(summary.doubts.map((doubt) => doubt.code)).toContain(code)
  })

  test.each([
    ['number-differs', 'Quyết định số 2251/QĐ-UBND ngày', 'Quyết định số 2215/QĐ-UBND ngày'],
    ['issued-on-differs', 'ngày 16/6/2026\ncủa', 'ngày 17/6/2026\ncủa'],
    ['period-reversed', 'Từ tháng 7/2026', 'Từ tháng 12/2026'],
    ['period-past', 'Từ tháng 7/2026 đến tháng 11/2026', 'Từ tháng 3/2026 đến tháng 5/2026'],
    ['unit-twice', 'Xã Hà Nam', 'Xã An Hưng'],
    ['unit-unknown', 'Xã Hà Nam', 'Xã Không Có Tên'],
    ['leader-unclear', '- Trưởng Đoàn:', '- Thành viên:'],
    ['fields-incomplete', 'Cải cách thể chế; ', ''],
    [
      'data-from-differs',
      'Các nội dung khác có liên quan',
      'Số liệu báo cáo tính từ 01/01/2026; các nội dung khác liên quan',
    ],
  ])('contradictions: %s', (code, from, to) => {
    expect(decision).toContain(from)
    const { doubts } = read(decision.replace(from, to))
    expect(doubts.filter((doubt) => doubt.code === code)).toHaveLength(1)
  })
})

test('a line too long to be real is cut, and named in doubts', () => {
  const { units, doubts } = read(`${decision}\n${'Phường Lê Chân, '.repeat(1_000)}`)
  expect(units.length).toBeGreaterThan(27)
  expect(doubts.filter(({ code }) => code === 'line-too-long').map(({ lines }) => lines)).toEqual([[432, 432]])
})

describe('papers of other provinces, kinds and qualities', () => {
  test.each(['plan-nghe-an', 'decision-da-nang', 'plan-quang-ninh-ocr', 'plan-dong-thap'])(
    '%s is read as reviewed by hand',
    (name) => {
      const proposal = readDecision(paperCase(`${name}.txt`), vietnam, provinces)
      expect(proposalSummary(proposal)).toEqual(JSON.parse(paperCase(`${name}.json`)))
      expect(DecisionProposal.parse(JSON.parse(JSON.stringify(proposal)))).toEqual(proposal)
    },
  )

  test('the province is found by its units when the provinces are not given', () => {
    const { units } = readDecision(paperCase('plan-nghe-an.txt'), vietnam)
    expect(units.filter(({ code }) => code !== null).map(({ code }) => code)).toEqual([
      '16681',
      '16732',
      '16939',
      '16738',
      '16813',
      '16822',
    ])
  })

  test('units of a province that the catalogue lacks are unknown, never those of another with the same name', () => {
    const proposal = readDecision(paperCase('plan-nghe-an.txt').replace('Quế Phong', 'Thanh Hà'), haiPhong, provinces)
    expect(proposal.units.every(({ verdict }) => verdict === 'unknown')).toBe(true)
    expect(proposal.doubts.map(({ code }) => code)).toContain('no-catalogue')
  })
})

describe('a text that is no such paper', () => {
  const csv = 'mã,tên,loại\n10507,Thành Đông,phường\n10525,Hải Dương,phường\n'
  const novel = 'Chương 1\n\nĐêm ấy trời mưa. Ông kiểm tra lại cửa rồi ngồi xuống bên bếp lửa.\n'.repeat(300)
  const invoice = 'HÓA ĐƠN GIÁ TRỊ GIA TĂNG\nSố: 0001234\nNgày 05 tháng 6 năm 2026\nTổng cộng: 1.250.000 đồng\n'
  const otherDecision = decision.replaceAll(/cải cách hành chính|CCHC/giu, 'an toàn thực phẩm').normalize('NFC')
  test.each([
    ['empty', ''],
    ['blank', ' \n\n\t'],
    ['a csv', csv],
    ['a novel', novel],
    ['an invoice', invoice],
    ['a decision on something else', otherDecision],
    ['one endless line', 'a '.repeat(500_000)],
  ])('%s is refused with what was looked for', (_name, text) => {
    const error = (() => {
      try {
        readDecision(text, haiPhong)
      } catch (thrown) {
        return thrown
      }
      return null
    })()
    expect(error).toBeInstanceOf(NotADecision)
    const { lookedFor, found, sentence } = error as NotADecision
    expect(found.length).toBeLessThan(lookedFor.length)
    const missing = lookedFor.filter((name) => !found.includes(name))
    for (const name of missing) expect(sentence).toContain(name)
  })
})

describe('whatever happens to the text', () => {
  const lines = splitPaper(decision)
  const readOrRefuse = (text: string) => {
    try {
      return readDecision(text, haiPhong)
    } catch (error) {
      expect(error).toBeInstanceOf(NotADecision)
      return null
    }
  }

  test('lines lost or doubled give a valid proposal whose sources lie in the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(lines.length - 1), twice: fc.boolean() }), { maxLength: 60 }),
        (changes) => {
          const counts = lines.map(() => 1)
          for (const { at, twice } of changes) counts[at] = twice ? 2 : 0
          const text = lines.flatMap((line, at) => Array<string>(counts[at]!).fill(line)).join('\n')
          const proposal = readOrRefuse(text)
          if (!proposal) return
          expect(DecisionProposal.safeParse(proposal).error).toBeUndefined()
          const last = splitPaper(text).length
          for (const { lines: at } of [
            ...proposal.units,
            ...proposal.team,
            ...proposal.legalBases,
            ...proposal.recipients,
            ...proposal.fields,
          ]) {
            expect(at[0]).toBeGreaterThanOrEqual(1)
            expect(at[0]).toBeLessThanOrEqual(at[1])
            expect(at[1]).toBeLessThanOrEqual(last)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  test('letters garbled by a scanner never make a slip into an accepted unit', () => {
    const right = new Set(expected.units.map(({ code }) => code))
    const noise = fc.record({
      at: fc.nat(decision.length - 1),
      letter: fc.constantFrom(...'aăâeêioôơuưyđbcdghklmnpqrstvx.,-* '),
    })
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 80 }), (changes) => {
        const letters = decision.split('')
        for (const { at, letter } of changes) if (letters[at] !== '\n') letters[at] = letter
        const text = letters.join('')
        for (const unit of readOrRefuse(text)?.units ?? []) {
          if (unit.code !== null && !right.has(unit.code))
            expect([unit.text, text.toLowerCase().includes(unit.candidates[0]!.name.toLowerCase())]).toEqual([
              unit.text,
              true,
            ])
        }
      }),
      { numRuns: 40 },
    )
  })
})
