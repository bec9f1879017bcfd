import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import {
  type AnswerValue,
  isTyped,
  type Outline,
  type OutlineItem,
  outlineFor,
  outlineItems,
  type UnitKind,
} from '@cchc/domain/outlines/outline.ts'
import { type Draws, drawsOf } from './draws.ts'

type Known = Record<string, number>

/** Figures that depend on others already drawn, so that what is invented adds up; all other figures are drawn freely. */
const figures: Record<string, (draws: Draws, known: Known) => number> = {
  'steering.plan-tasks.total': (draws) => draws.whole(24, 48),
  'steering.plan-tasks.done': (draws, known) => draws.whole(12, known['steering.plan-tasks.total']! - 6),
  'steering.plan-tasks.in-progress': (_, known) =>
    known['steering.plan-tasks.total']! - known['steering.plan-tasks.done']!,
  'steering.assigned-tasks.total': (draws) => draws.whole(18, 60),
  'steering.assigned-tasks.on-time': (draws, known) => draws.whole(12, known['steering.assigned-tasks.total']! - 4),
  'steering.assigned-tasks.late': (draws) => draws.whole(0, 3),
  'steering.assigned-tasks.overdue': (draws) => draws.whole(0, 1),
  'institutions.inspection.to-handle': (draws) => draws.whole(2, 8),
  'institutions.inspection.handled': (draws, known) => draws.whole(1, known['institutions.inspection.to-handle']!),
  'institutions.inspection.handled-rate': (_, known) =>
    share(known, 'institutions.inspection.handled', 'institutions.inspection.to-handle'),
  'institutions.inspection.self-inspected': (draws) => draws.whole(8, 30),
  'institutions.review.to-handle': (draws) => draws.whole(2, 9),
  'institutions.review.handled': (draws, known) => draws.whole(1, known['institutions.review.to-handle']!),
  'institutions.review.handled-rate': (_, known) =>
    share(known, 'institutions.review.handled', 'institutions.review.to-handle'),
  'admin-procedures.received': (draws) => draws.whole(5200, 14_800),
  'admin-procedures.resolved': (draws, known) => known['admin-procedures.received']! - draws.whole(120, 460),
  'admin-procedures.on-time': (draws, known) => known['admin-procedures.resolved']! - draws.whole(20, 240),
  'admin-procedures.overdue': (_, known) => known['admin-procedures.resolved']! - known['admin-procedures.on-time']!,
  'admin-procedures.feedback.received': (draws) => draws.whole(6, 40),
  'admin-procedures.feedback.resolved': (draws, known) =>
    known['admin-procedures.feedback.received']! - draws.whole(0, 4),
  'admin-procedures.satisfaction-rate': (draws) => draws.percent(95, 98),
  'admin-procedures.satisfaction-land-rate': (draws) => draws.percent(90, 95),
  'civil-service.staff-quota': (draws) => draws.whole(48, 96),
  'civil-service.staff': (draws, known) => known['civil-service.staff-quota']! - draws.whole(0, 7),
  'public-finance.service-units.group-1': () => 0,
  'public-finance.service-units.group-2': (draws) => draws.whole(0, 1),
  'public-finance.service-units.group-3': (draws) => draws.whole(1, 3),
  'public-finance.service-units.group-4': (draws) => draws.whole(4, 12),
  'public-finance.service-units.total': (_, known) =>
    [1, 2, 3, 4].reduce((sum, group) => sum + known[`public-finance.service-units.group-${group}`]!, 0),
  'public-finance.investment.planned': (draws) => draws.whole(18_000, 96_000),
  'public-finance.investment.disbursed': (draws, known) =>
    Math.round((known['public-finance.investment.planned']! * draws.percent(40, 85)) / 100),
}

function share(known: Known, part: string, whole: string): number {
  return Math.round((known[part]! / known[whole]!) * 1000) / 10
}

const sentences = [
  'Đơn vị đã ban hành văn bản triển khai ngay từ đầu năm, phân công rõ người chủ trì, thời hạn và sản phẩm của từng việc.',
  'Nội dung này được kiểm điểm trong giao ban hằng tháng; việc chậm được nêu tên bộ phận và thời hạn khắc phục.',
  'Kết quả bước đầu đạt yêu cầu; một số việc còn phụ thuộc hướng dẫn của cơ quan cấp trên nên chưa hoàn thành.',
  'Đơn vị bố trí công chức phụ trách và kinh phí trong dự toán được giao; hồ sơ lưu tại bộ phận văn phòng.',
]

/**
 * Answers to every item that a unit of this kind is asked, invented from a seed and adding up under the outline's checks.
 * Every text says that it is invented.
 */
export function inventedAnswers(
  outline: Outline,
  unitKind: UnitKind,
  seed: string,
  savedOn: CalendarDate,
): Map<string, AnswerValue> {
  const draws = drawsOf(seed)
  const known = inventedFigures(draws)
  const answers = new Map<string, AnswerValue>()
  for (const { item } of outlineItems(outlineFor(outline, unitKind))) {
    if (isTyped(item)) answers.set(item.key, inventedValue(item, draws, known, savedOn))
  }
  return answers
}

/** The dependent figures, drawn in an order in which each finds what it builds on. */
function inventedFigures(draws: Draws): Known {
  const known: Known = {}
  for (const [key, invent] of Object.entries(figures))
    if (key !== 'admin-procedures.overdue') known[key] = invent(draws, known)
  known['admin-procedures.overdue'] = figures['admin-procedures.overdue']!(draws, known)
  return known
}

function inventedValue(item: OutlineItem, draws: Draws, known: Known, savedOn: CalendarDate): AnswerValue {
  switch (item.kind) {
    case 'number':
      return known[item.key] ?? draws.whole(3, 40)
    case 'money':
      return known[item.key] ?? draws.whole(42_000, 180_000)
    case 'percent':
      return known[item.key] ?? draws.percent(72, 100)
    case 'date':
      return savedOn
    case 'choice':
      return draws.pick(item.choices ?? [''])
    case 'table':
      return []
    default:
      return `${draws.pick(sentences)} (Dữ liệu minh họa.)`
  }
}
