import type { DocumentKind } from '@cchc/domain/documents/contract.ts'
import {
  IconCalendarEvent,
  IconFileText,
  IconGavel,
  IconLock,
  IconLockOpen,
  IconReportAnalytics,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'

/** The icon of each kind of document. */
export const kindIcons: Record<DocumentKind, TablerIcon> = {
  'schedule-notice': IconCalendarEvent,
  minutes: IconFileText,
  'conclusion-notice': IconGavel,
  'synthesis-report': IconReportAnalytics,
  'team-decision': IconUsersGroup,
  'unannounced-order': IconLock,
  'unannounced-notice': IconLockOpen,
}
