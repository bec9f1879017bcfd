import { foldText } from '../../units/fold.ts'
import { typeWords, unitFullName } from '../../units/unit.ts'
import { LONGEST_LINE } from './paper-lines.ts'
import type { DecisionProposal, ProposedDoubt, ProposedItem, ProposedUnit, Sourced } from './proposal.ts'
import { expectedFields } from './read-fields.ts'
import type { HeadReading } from './read-head.ts'

/** What the readers noticed beside the proposal itself. */
export type Remarks = {
  attached: HeadReading['attached']
  dataFrom: Sourced<string>[]
  leadWorkingDays: Sourced<number>[]
  calendarDays: Sourced<number> | null
  twoFigures: ProposedItem[]
  /** Lines too long to be read whole. */
  cutLines: number[]
  /** Name of a province whose units the catalogue lacks; null when it has them or the paper names no province. */
  provinceWithoutCatalogue: string | null
}

type Lines = ProposedDoubt['lines']
type Found = Omit<ProposedDoubt, 'key'>
type Read = Omit<DecisionProposal, 'doubts'>

/** What a person must settle before the proposal can be used: everything not found, contradictory, or only probably read. */
export function findDoubts(read: Read, remarks: Remarks): ProposedDoubt[] {
  const found = [
    ...notFound(read, remarks),
    ...contradictions(read, remarks),
    ...teamDoubts(read),
    ...unitDoubts(read, remarks),
    ...itemDoubts(remarks),
  ]
  const seen = new Map<string, number>()
  return found.map((doubt) => {
    const key = doubt.lines ? `${doubt.code}@${doubt.lines[0]}` : doubt.code
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return { key: times === 1 ? key : `${key}.${times}`, ...doubt }
  })
}

const missing: readonly { part: keyof Read; code: string; sentence: string }[] = [
  {
    part: 'issuedOn',
    code: 'no-issued-on',
    sentence:
      'Không tìm thấy ngày ban hành (issuedOn): đã tìm dòng “…, ngày … tháng … năm …” ở đầu văn bản. Hãy nhập ngày.',
  },
  {
    part: 'issuer',
    code: 'no-issuer',
    sentence:
      'Không tìm thấy cơ quan, người ban hành (issuer): đã tìm tên viết hoa ở đầu văn bản. Hãy nhập cơ quan ban hành.',
  },
  {
    part: 'signer',
    code: 'no-signer',
    sentence: 'Không tìm thấy người ký (signer): đã tìm chức vụ viết hoa và họ tên ở cuối văn bản. Hãy nhập người ký.',
  },
  {
    part: 'legalBases',
    code: 'no-legal-bases',
    sentence:
      'Không tìm thấy căn cứ ban hành (legalBases): đã tìm các dòng “Căn cứ …”, “Thực hiện …”. Hãy nhập căn cứ.',
  },
  {
    part: 'recipients',
    code: 'no-recipients',
    sentence: 'Không tìm thấy nơi nhận (recipients): đã tìm danh sách sau “Nơi nhận:”. Hãy nhập nơi nhận nếu cần.',
  },
  {
    part: 'period',
    code: 'no-period',
    sentence:
      'Không tìm thấy thời gian kiểm tra (period): đã tìm “từ tháng … đến tháng …” ở mục thời gian. Hãy nhập ngày bắt đầu và kết thúc.',
  },
  {
    part: 'dataFrom',
    code: 'no-data-from',
    sentence:
      'Không tìm thấy mốc bắt đầu của số liệu báo cáo (dataFrom): đã tìm “số liệu … từ ngày …”. Hãy nhập mốc số liệu.',
  },
  {
    part: 'team',
    code: 'no-team',
    sentence:
      'Không tìm thấy thành phần đoàn kiểm tra (team): đã tìm Trưởng đoàn, Phó Trưởng đoàn, thành viên, thư ký. Hãy nhập thành phần đoàn.',
  },
  {
    part: 'fields',
    code: 'no-fields',
    sentence:
      'Không tìm thấy các lĩnh vực kiểm tra (fields): đã tìm danh sách lĩnh vực cải cách hành chính. Hãy chọn lĩnh vực.',
  },
  {
    part: 'units',
    code: 'no-units',
    sentence:
      'Không tìm thấy danh sách đơn vị được kiểm tra (units): đã tìm phụ lục danh sách và mục đối tượng kiểm tra. Hãy chọn đơn vị.',
  },
  {
    part: 'outline',
    code: 'no-outline',
    sentence:
      'Không tìm thấy đề cương báo cáo (outline): đã tìm phụ lục có tên “Đề cương”. Hãy chọn một đề cương đã có.',
  },
]

function notFound(read: Read, { calendarDays }: Remarks): Found[] {
  const doubts: Found[] = []
  if (!read.number) {
    doubts.push({
      code: 'no-number',
      sentence:
        'Không tìm thấy số, ký hiệu văn bản (number): đã tìm dòng “Số: …/QĐ-…” hoặc “Số: …/KH-…” ở đầu văn bản. Hãy nhập số.',
      lines: null,
    })
  } else if (read.number.value.ordinal === null) {
    doubts.push({
      code: 'number-blank',
      sentence: `Văn bản chưa có số (number): dòng số chỉ ghi ký hiệu ${read.number.value.symbol}, có thể là dự thảo. Hãy nhập số.`,
      lines: read.number.lines,
    })
  }
  for (const { part, code, sentence } of missing) {
    const value = read[part]
    if (value === null || (Array.isArray(value) && value.length === 0)) doubts.push({ code, sentence, lines: null })
  }
  if (!read.leadWorkingDays) {
    doubts.push(
      calendarDays
        ? {
            code: 'lead-calendar-days',
            sentence: `Thời hạn gửi báo cáo ghi ${calendarDays.value} ngày, không ghi “ngày làm việc” (leadWorkingDays), nên không tự nhận. Hãy nhập số ngày làm việc.`,
            lines: calendarDays.lines,
          }
        : {
            code: 'no-lead-working-days',
            sentence:
              'Không tìm thấy thời hạn gửi báo cáo trước buổi kiểm tra (leadWorkingDays): đã tìm “trước … ít nhất … ngày làm việc”. Hãy nhập số ngày làm việc.',
            lines: null,
          },
    )
  }
  return doubts
}

const withoutNoughts = (number: string) => number.replace(/^0+/u, '')
const day = (iso: string) => iso.split('-').reverse().join('/')

function contradictions(read: Read, { attached, dataFrom, leadWorkingDays }: Remarks): Found[] {
  const doubts: Found[] = []
  if (read.title && !/kiem tra/u.test(foldText(read.title.value))) {
    doubts.push({
      code: 'title-without-inspection',
      sentence: `Trích yếu “${read.title.value}” không nói về kiểm tra. Hãy xác nhận đây là quyết định hoặc kế hoạch kiểm tra.`,
      lines: read.title.lines,
    })
  }
  const lines: Lines = attached?.lines ?? null
  if (
    attached &&
    read.number?.value.text &&
    withoutNoughts(attached.value.number) !== withoutNoughts(read.number.value.text)
  ) {
    doubts.push({
      code: 'number-differs',
      sentence: `Số văn bản ở đầu là ${read.number.value.text} nhưng dòng “Kèm theo …” ghi ${attached.value.number}. Hãy chọn số đúng.`,
      lines,
    })
  }
  if (attached?.value.issuedOn && read.issuedOn && attached.value.issuedOn !== read.issuedOn.value) {
    doubts.push({
      code: 'issued-on-differs',
      sentence: `Ngày ban hành ở đầu là ${day(read.issuedOn.value)} nhưng dòng “Kèm theo …” ghi ${day(attached.value.issuedOn)}. Hãy chọn ngày đúng.`,
      lines,
    })
  }
  const otherStart = dataFrom.find(({ value }) => value !== read.dataFrom?.value)
  if (otherStart) {
    doubts.push({
      code: 'data-from-differs',
      sentence: `Mốc số liệu ghi hai ngày khác nhau: ${day(dataFrom[0]!.value)} và ${day(otherStart.value)}. Hãy chọn ngày đúng.`,
      lines: otherStart.lines,
    })
  }
  const otherLead = leadWorkingDays.find(({ value }) => value !== read.leadWorkingDays?.value)
  if (otherLead) {
    doubts.push({
      code: 'lead-days-differ',
      sentence: `Thời hạn gửi báo cáo ghi hai con số khác nhau: ${leadWorkingDays[0]!.value} và ${otherLead.value} ngày làm việc. Hãy chọn số đúng.`,
      lines: otherLead.lines,
    })
  }
  if (read.period) {
    const { from, to } = read.period.value
    if (from && to && from > to)
      doubts.push({
        code: 'period-reversed',
        sentence: `Thời gian kiểm tra kết thúc (${day(to)}) trước khi bắt đầu (${day(from)}). Hãy sửa lại.`,
        lines: read.period.lines,
      })
    if (from === null || to === null)
      doubts.push({
        code: 'period-open',
        sentence: `Thời gian kiểm tra chỉ ghi ngày ${from === null ? 'kết thúc' : 'bắt đầu'}. Hãy nhập ngày còn thiếu.`,
        lines: read.period.lines,
      })
    if (to && read.issuedOn && to < read.issuedOn.value)
      doubts.push({
        code: 'period-past',
        sentence: `Thời gian kiểm tra kết thúc (${day(to)}) trước ngày ban hành (${day(read.issuedOn.value)}). Hãy kiểm tra lại năm.`,
        lines: read.period.lines,
      })
  }
  return doubts
}

function teamDoubts({ team, fields }: Read): Found[] {
  const doubts: Found[] = []
  const leaders = team.filter(({ value }) => value.role === 'leader')
  if (team.length > 0 && leaders.length !== 1) {
    doubts.push({
      code: 'leader-unclear',
      sentence: `Thành phần đoàn có ${leaders.length} Trưởng đoàn; mỗi đoàn có một Trưởng đoàn. Hãy xác nhận.`,
      lines: leaders[1]?.lines ?? team[0]!.lines,
    })
  }
  const absent = expectedFields.filter(({ key }) => !fields.some(({ value }) => value.key === key))
  if (fields.length > 0 && absent.length > 0) {
    doubts.push({
      code: 'fields-incomplete',
      sentence: `Danh sách lĩnh vực thiếu: ${absent.map(({ name }) => name).join('; ')}. Hãy xác nhận các lĩnh vực kiểm tra.`,
      lines: fields[0]!.lines,
    })
  }
  for (const { value, lines } of fields.filter(({ value }) => value.key === null)) {
    doubts.push({
      code: 'field-unknown',
      sentence: `“${value.name}” không thuộc sáu lĩnh vực cải cách hành chính. Hãy chọn lĩnh vực tương ứng hoặc bỏ qua.`,
      lines,
    })
  }
  return doubts
}

function unitDoubts({ units }: Read, { provinceWithoutCatalogue }: Remarks): Found[] {
  const doubts: Found[] = []
  if (provinceWithoutCatalogue) {
    doubts.push({
      code: 'no-catalogue',
      sentence: `Danh mục hiện có không có đơn vị của ${provinceWithoutCatalogue}, nên chưa đối chiếu được tên đơn vị. Hãy nạp danh mục của địa phương đó.`,
      lines: null,
    })
  }
  const firstOf = new Map<string, ProposedUnit>()
  for (const unit of units) {
    if (unit.verdict === 'slip') doubts.push({ code: 'unit-slip', sentence: slipSentence(unit), lines: unit.lines })
    else if (unit.verdict === 'unknown' && !provinceWithoutCatalogue) {
      doubts.push({
        code: 'unit-unknown',
        sentence: `“${unit.text}” (dòng ${unit.line}) không có trong danh mục và không gần tên nào. Hãy chọn đơn vị đúng hoặc bổ sung danh mục.`,
        lines: unit.lines,
      })
    }
    const first = unit.code === null ? undefined : firstOf.get(unit.code)
    if (unit.code !== null && !first) firstOf.set(unit.code, unit)
    if (first) {
      doubts.push({
        code: 'unit-twice',
        sentence: `“${unit.text}” có ở dòng ${first.line} và dòng ${unit.line}. Mỗi đơn vị chỉ kiểm tra một lần trong năm; hãy bỏ một dòng.`,
        lines: unit.lines,
      })
    }
  }
  return doubts
}

function slipSentence({ text, line, type, candidates }: ProposedUnit): string {
  const [first] = candidates
  const names = candidates.map((one) => `${unitFullName(one)} (mã ${one.code}, khác ${one.distance} ký tự)`).join('; ')
  if (first?.distance === 0 && candidates.length === 1 && first.type !== type && first.type !== 'department') {
    return `“${text}” (dòng ${line}): danh mục có tên này nhưng là ${typeWords[first.type].toLowerCase()}, mã ${first.code}. Hãy xác nhận loại đơn vị.`
  }
  return `“${text}” (dòng ${line}) không có trong danh mục; có thể là ${names}. Hãy chọn đơn vị đúng.`
}

function itemDoubts({ twoFigures, cutLines }: Remarks): Found[] {
  const cut = cutLines.map((line) => ({
    code: 'line-too-long',
    sentence: `Dòng ${line} dài hơn ${LONGEST_LINE.toLocaleString('vi-VN')} ký tự, phần sau không được đọc. Hãy kiểm tra lại tệp.`,
    lines: [line, line] as [number, number],
  }))
  const figures = twoFigures.map(({ text, clause, lines }) => ({
    code: 'item-two-figures',
    sentence: `Chỉ mục “${text}” (${clause}) hỏi hai số liệu trong một dòng. Hãy xác nhận tách thành hai ô.`,
    lines,
  }))
  return [...cut, ...figures]
}
