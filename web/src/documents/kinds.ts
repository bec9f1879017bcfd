import type { DocumentKind } from '@cchc/domain/documents/contract.ts'
import {
  IconCalendarDue,
  IconCalendarEvent,
  IconCalendarRepeat,
  IconFileOff,
  IconFileText,
  IconGavel,
  IconLock,
  IconLockOpen,
  IconMailOpened,
  IconPencilCheck,
  IconReportAnalytics,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'

/** The icon of each kind of document. */
export const kindIcons: Record<DocumentKind, TablerIcon> = {
  'schedule-notice': IconCalendarEvent,
  'schedule-notice-all': IconCalendarDue,
  'change-notice': IconCalendarRepeat,
  invitation: IconMailOpened,
  minutes: IconFileText,
  'conclusion-notice': IconGavel,
  'correction-letter': IconPencilCheck,
  'withdrawal-notice': IconFileOff,
  'synthesis-report': IconReportAnalytics,
  'team-decision': IconUsersGroup,
  'unannounced-order': IconLock,
  'unannounced-notice': IconLockOpen,
}
