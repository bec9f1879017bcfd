import type { Stage } from '@cchc/domain/inspections/contract.ts'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCalendar,
  IconCalendarQuestion,
  IconCheck,
  IconClock,
  IconMapPin,
  IconPencil,
  IconRefresh,
  IconSend,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Tone } from '../ui/StatusBadge.tsx'

/** How each stage looks in a list: its words, tone and icon. */
export const stageLooks: Record<Stage, { words: string; tone: Tone; icon: TablerIcon }> = {
  unscheduled: { words: 'Chưa xếp lịch', tone: 'rest', icon: IconCalendarQuestion },
  scheduled: { words: 'Đã xếp lịch', tone: 'rest', icon: IconCalendar },
  announced: { words: 'Đã thông báo lịch', tone: 'rest', icon: IconSend },
  'report-drafting': { words: 'Đang viết báo cáo', tone: 'work', icon: IconPencil },
  'report-with-head': { words: 'Lãnh đạo đơn vị duyệt', tone: 'work', icon: IconClock },
  'report-returned': { words: 'Báo cáo bị trả lại', tone: 'wait', icon: IconArrowBackUp },
  'report-late': { words: 'Quá hạn gửi báo cáo', tone: 'late', icon: IconAlertTriangle },
  'report-sent': { words: 'Đã gửi báo cáo', tone: 'ok', icon: IconCheck },
  visiting: { words: 'Đang kiểm tra', tone: 'work', icon: IconMapPin },
  concluding: { words: 'Đã kiểm tra, soạn kết luận', tone: 'work', icon: IconPencil },
  reviewing: { words: 'Chờ ban hành kết luận', tone: 'wait', icon: IconClock },
  remedying: { words: 'Đang khắc phục', tone: 'work', icon: IconRefresh },
  'remedy-late': { words: 'Quá hạn khắc phục', tone: 'late', icon: IconAlertTriangle },
  done: { words: 'Đã hoàn thành', tone: 'ok', icon: IconCheck },
  cancelled: { words: 'Đã hủy', tone: 'rest', icon: IconX },
}
