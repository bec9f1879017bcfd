import * as contract from '@cchc/domain/notifications/contract.ts'
import * as preference from '@cchc/domain/notifications/mail-preference-contract.ts'
import * as press from '@cchc/domain/notifications/press-contract.ts'
import { type Edge, serve, servePublic } from '../platform/serve.ts'
import { getCalendarFeed, readCalendarFeed, renewCalendarFeed, revokeCalendarFeed } from './calendar-feed.ts'
import { issueInvitation, previewInvitation } from './invitations.ts'
import { countUnread, listNotifications } from './list-notifications.ts'
import { getMailPreference, saveMailPreference } from './mail-preference.ts'
import { listMails, sendMailAgain } from './mails.ts'
import { addCoverage, getPress, listPressPeople, listPressVisits, openToPress, removeCoverage } from './press.ts'
import { readAllNotifications, readNotification } from './read-notification.ts'
import { listReceipts, noteDocumentSeen, noteNoticeSeen, remindUnits } from './receipts.ts'

export function notificationRoutes(edge: Edge): void {
  serve(edge, contract.listNotifications, listNotifications)
  serve(edge, contract.countUnread, countUnread)
  serve(edge, contract.readNotification, readNotification)
  serve(edge, contract.readAllNotifications, readAllNotifications)
  serve(edge, contract.listReceipts, listReceipts)
  serve(edge, contract.noteNoticeSeen, noteNoticeSeen)
  serve(edge, contract.noteDocumentSeen, noteDocumentSeen)
  serve(edge, contract.remindUnits, remindUnits)
  serve(edge, contract.listMails, listMails)
  serve(edge, contract.sendMailAgain, sendMailAgain)
  serve(edge, contract.getCalendarFeed, getCalendarFeed)
  serve(edge, contract.renewCalendarFeed, renewCalendarFeed)
  serve(edge, contract.revokeCalendarFeed, revokeCalendarFeed)
  servePublic(edge, contract.readCalendarFeed, readCalendarFeed)
  serve(edge, preference.getMailPreference, getMailPreference)
  serve(edge, preference.saveMailPreference, saveMailPreference)
  serve(edge, press.getPress, getPress)
  serve(edge, press.openToPress, openToPress)
  serve(edge, press.listPressPeople, listPressPeople)
  serve(edge, press.listPressVisits, listPressVisits)
  serve(edge, press.previewInvitation, previewInvitation)
  serve(edge, press.issueInvitation, issueInvitation)
  serve(edge, press.addCoverage, addCoverage)
  serve(edge, press.removeCoverage, removeCoverage)
}
