import { workingDaysLeftInWords } from '../dates/working-days.ts'
import { formatDate, formatDateWithWeekday } from '../formats/dates.ts'
import { type OwedKind, owedKindNames } from './contract.ts'

interface Thing {
  readonly title: string
  readonly unitName: string
  readonly dueOn: string
  readonly left: number
  readonly isWithHead: boolean
  /** How many things of this kind and date the unit owes. */
  readonly count: number
}

/** What each kind is called in a reminder, and what is to be done. */
const wordings: Record<OwedKind, { what: (thing: Thing) => string; doing: (thing: Thing) => string }> = {
  'self-report': {
    what: () => 'Báo cáo phục vụ kiểm tra',
    doing: ({ isWithHead }) =>
      isWithHead
        ? 'Báo cáo đã trình, đang chờ lãnh đạo đơn vị gửi.'
        : 'Đề nghị hoàn thành và trình lãnh đạo đơn vị gửi đúng hạn; nếu cần thêm thời gian, xin gia hạn trong phần mềm trước khi hết hạn.',
  },
  'document-request': {
    what: ({ count }) => (count === 1 ? 'Tài liệu Đoàn kiểm tra yêu cầu' : `${count} tài liệu Đoàn kiểm tra yêu cầu`),
    doing: () => 'Đề nghị gửi tài liệu hoặc giải trình trong phần mềm.',
  },
  'draft-answer': {
    what: () => 'Ý kiến về dự thảo kết luận kiểm tra',
    doing: () =>
      'Đề nghị cho ý kiến về dự thảo trong phần mềm; lãnh đạo đơn vị gửi. Hết hạn, Đoàn kiểm tra hoàn thiện kết luận.',
  },
  recommendation: {
    what: ({ count }) => (count === 1 ? 'Khắc phục kiến nghị' : `Khắc phục ${count} kiến nghị`),
    doing: () => 'Đề nghị báo cáo kết quả khắc phục kèm tài liệu chứng minh trong phần mềm.',
  },
}

/** Title and body of one reminder, in the product and by mail; they name the unit's own thing and nothing of others. */
export function reminderWords(kind: OwedKind, thing: Thing): { title: string; body: string } {
  const { what, doing } = wordings[kind]
  const single =
    kind !== 'self-report' && kind !== 'draft-answer' && thing.count === 1 ? ` “${shortened(thing.title)}”` : ''
  return {
    title: `${what(thing)}: ${workingDaysLeftInWords(thing.left)}`,
    body: `${thing.unitName}: hạn ${formatDateWithWeekday(thing.dueOn)}, ${workingDaysLeftInWords(thing.left)}.${single && ` Việc:${single}.`} ${doing(thing)}`,
  }
}

/** What those above the unit are told once its late recommendations have climbed to them. */
export function climbWords({ unitName, dueOn, left, count, title }: Omit<Thing, 'isWithHead'>): {
  title: string
  body: string
} {
  const what = count === 1 ? `Việc: “${shortened(title)}”.` : `${count} kiến nghị cùng hạn này.`
  return {
    title: `${unitName} ${workingDaysLeftInWords(left)} khắc phục kiến nghị`,
    body: `Hạn ${formatDateWithWeekday(dueOn)}. ${what} Đơn vị đã được nhắc mà chưa báo cáo khắc phục và không có đề nghị gia hạn nào đang chờ.`,
  }
}

const mostLines = 12

/** The office's list of one day: what is due today and what is overdue, the latest first. */
export function dailyListWords(
  things: readonly { kind: OwedKind; unitName: string; title: string; dueOn: string; left: number }[],
): { title: string; body: string } {
  const overdue = things.filter(({ left }) => left < 0).length
  const today = things.length - overdue
  const counts = [...(overdue > 0 ? [`${overdue} việc quá hạn`] : []), ...(today > 0 ? [`${today} việc đến hạn`] : [])]
  const lines = things
    .slice(0, mostLines)
    .map(
      ({ kind, unitName, dueOn, left }) =>
        `– ${unitName}: ${owedKindNames[kind].toLocaleLowerCase('vi')}, hạn ${formatDate(dueOn)} (${workingDaysLeftInWords(left)})`,
    )
  const rest = things.length - lines.length
  return {
    title: `Việc của các đơn vị hôm nay: ${counts.join(', ')}`,
    body: [...lines, ...(rest > 0 ? [`– và ${rest} việc nữa`] : [])].join('\n'),
  }
}

const most = 120
const shortened = (text: string) => (text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))}…`)

/** What the lead of a field is told who has said nothing of a draft yet. */
export function reviewWords({
  unitName,
  dueOn,
  left,
  fields,
}: {
  unitName: string
  dueOn: string
  left: number
  fields: readonly string[]
}): {
  title: string
  body: string
} {
  return {
    title: `Góp ý dự thảo kết luận ${unitName}: ${workingDaysLeftInWords(left)}`,
    body: `Hạn ${formatDateWithWeekday(dueOn)}. Lĩnh vực: ${fields.join('; ')}. Đề nghị thống nhất hoặc góp ý trong phần mềm.`,
  }
}
