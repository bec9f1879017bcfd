import type { Permission } from '@cchc/domain/access/permissions.ts'
import {
  IconBellRinging,
  IconBuildingCommunity,
  IconCalendar,
  IconCalendarOff,
  IconCalendarX,
  IconCar,
  IconChartBar,
  IconClipboardList,
  IconFileSearch,
  IconFiles,
  IconFileText,
  IconFlag,
  IconGavel,
  IconLayoutDashboard,
  IconListDetails,
  IconLock,
  IconMail,
  IconMapPin,
  IconNews,
  IconRefresh,
  IconScale,
  IconStack2,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'

export interface NavigationItem {
  to: NonNullable<LinkProps['to']>
  label: string
  icon: TablerIcon
  /** Who sees it; the page's own requests are checked again by the server. */
  permission: Permission
  /** Which of the counts of `useBadges` stands beside it. */
  badge?: 'reports' | 'conclusions' | 'remedies'
  /** In the second part, "Hồ sơ chung". */
  shared?: boolean
  /** Only there while the campaign has a scoring sheet. */
  whileScored?: boolean
  /** Not for those who hold this too, because another place leads there. */
  unlessPermission?: Permission
}

/** Everything the left side can show, in the order of the year. */
export const navigation: readonly NavigationItem[] = [
  { to: '/', label: 'Bàn điều hành', icon: IconLayoutDashboard, permission: 'home.read' },
  { to: '/dot-kiem-tra', label: 'Đợt kiểm tra', icon: IconClipboardList, permission: 'home.read' },
  { to: '/lich', label: 'Lịch kiểm tra', icon: IconCalendar, permission: 'home.read' },
  { to: '/chuyen-de', label: 'Kiểm tra chuyên đề', icon: IconStack2, permission: 'thematic.read' },
  { to: '/bao-cao', label: 'Báo cáo', icon: IconFileText, permission: 'self-report.read', badge: 'reports' },
  { to: '/yeu-cau', label: 'Yêu cầu tài liệu', icon: IconFileSearch, permission: 'document-request.read' },
  { to: '/dot-xuat', label: 'Kiểm tra đột xuất', icon: IconLock, permission: 'unannounced.read' },
  { to: '/buoi-kiem-tra', label: 'Buổi kiểm tra', icon: IconMapPin, permission: 'fieldwork.read' },
  { to: '/ket-luan', label: 'Kết luận', icon: IconGavel, permission: 'conclusion.read', badge: 'conclusions' },
  { to: '/khac-phuc', label: 'Khắc phục', icon: IconRefresh, permission: 'recommendation.read', badge: 'remedies' },
  { to: '/vi-pham', label: 'Vi phạm cần xử lý', icon: IconFlag, permission: 'violation.handle' },
  { to: '/nhac-viec', label: 'Nhắc việc', icon: IconBellRinging, permission: 'reminder.send' },
  { to: '/cham-diem', label: 'Chấm điểm', icon: IconScale, permission: 'scoring.read', whileScored: true },
  {
    to: '/cham-diem/ket-qua',
    label: 'Kết quả chấm điểm',
    icon: IconScale,
    permission: 'scoring.results',
    whileScored: true,
    unlessPermission: 'scoring.read',
  },
  { to: '/tong-hop', label: 'Tổng hợp', icon: IconChartBar, permission: 'synthesis.read' },
  { to: '/bao-chi', label: 'Buổi được mời', icon: IconNews, permission: 'press.read' },
  { to: '/hau-can', label: 'Xe và kinh phí', icon: IconCar, permission: 'transport.read', shared: true },
  { to: '/van-ban', label: 'Văn bản', icon: IconFiles, permission: 'document.read', shared: true },
  { to: '/lich-ban', label: 'Lịch bận', icon: IconCalendarX, permission: 'busy-time.keep', shared: true },
  {
    to: '/quan-tri/ngay-nghi',
    label: 'Ngày nghỉ, làm bù',
    icon: IconCalendarOff,
    permission: 'calendar.edit',
    shared: true,
  },
  {
    to: '/quan-tri/de-cuong',
    label: 'Đề cương',
    icon: IconListDetails,
    permission: 'outline.edit',
    shared: true,
  },
  {
    to: '/quan-tri/don-vi',
    label: 'Danh mục đơn vị',
    icon: IconBuildingCommunity,
    permission: 'account.manage',
    shared: true,
  },
  { to: '/quan-tri/thu-dien-tu', label: 'Thư điện tử', icon: IconMail, permission: 'mail.manage', shared: true },
  { to: '/quan-tri/tai-khoan', label: 'Tài khoản', icon: IconUsers, permission: 'account.manage', shared: true },
]

/** What a person with these permissions sees. */
export function navigationOf(permissions: readonly string[], scored = false): NavigationItem[] {
  return navigation.filter(
    ({ permission, whileScored, unlessPermission }) =>
      permissions.includes(permission) &&
      (scored || !whileScored) &&
      !(unlessPermission && permissions.includes(unlessPermission)),
  )
}
