import type { DocumentKind } from '@cchc/domain/documents/contract.ts'
import {
  IconCalendarDue,
  IconCalendarEvent,
  IconCalendarRepeat,
  IconFileText,
  IconGavel,
  IconLock,
  IconLockOpen,
  IconMailOpened,
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
  'synthesis-report': IconReportAnalytics,
  'team-decision': IconUsersGroup,
  'unannounced-order': IconLock,
  'unannounced-notice': IconLockOpen,
}
