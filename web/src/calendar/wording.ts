import type { CalendarDayView } from '@cchc/domain/calendar/contract.ts'

export const dayKinds: Record<CalendarDayView['kind'], string> = {
  holiday: 'Nghỉ lễ',
  substitute: 'Nghỉ bù',
  swapOff: 'Nghỉ hoán đổi',
  swapWork: 'Làm bù',
}

export const dayStatuses: Record<CalendarDayView['status'], string> = {
  final: 'Đã có thông báo',
  statutory: 'Theo luật, chờ thông báo',
  proposed: 'Đề xuất, chưa áp dụng',
}
