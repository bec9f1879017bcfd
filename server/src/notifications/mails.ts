import type { listMails as listContract, sendMailAgain as sendContract } from '@cchc/domain/notifications/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { whyNoMail } from '../platform/mail.ts'
import type { Act } from '../platform/serve.ts'
import type { MailAttachment } from './tell.ts'

const most = 500

/** The outbox, newest first; row-level security leaves out mail about an inspection that the viewer may not know. */
export const listMails: Act<typeof listContract> = async ({ db, mail, settings }) => {
  const rows = await db
    .selectFrom('mails')
    .leftJoin('people', 'people.personId', 'mails.personId')
    .select([
      'mails.mailId',
      'mails.address',
      'people.fullName as personName',
      'mails.subject',
      'mails.body',
      'mails.attachments',
      'mails.queuedAt',
      'mails.sentAt',
      'mails.attempts',
      'mails.problem',
      'mails.held',
      'mails.digestedInto',
    ])
    // Those of one act by their words: an id is drawn by lot.
    .orderBy('mails.queuedAt', 'desc')
    .orderBy('mails.subject')
    .orderBy('mails.address')
    .orderBy('mails.mailId')
    .limit(most)
    .execute()
  return {
    whyNot: whyNoMail(mail, settings),
    from: mail.from,
    mails: rows.map(({ digestedInto, held, ...row }) => ({
      ...row,
      digest: held ? ('waiting' as const) : digestedInto ? ('gathered' as const) : null,
      attachments: (row.attachments as unknown as MailAttachment[]).map(({ name }) => name),
    })),
  }
}

/** Queues a mail again that has not gone out; it then goes as the viewer. Refuses with `mail-sent-already`. */
export const sendMailAgain: Act<typeof sendContract> = async ({ db, viewer, enqueue, record }, { params }) => {
  const { mailId } = params
  const row = await db
    .selectFrom('mails')
    .select(['sentAt', 'inspectionId'])
    .where('mailId', '=', mailId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-mail')
  if (row.sentAt !== null) throw new Refusal('mail-sent-already')
  await db
    .updateTable('mails')
    .set({ queuedBy: viewer.personId, problem: null, held: false })
    .where('mailId', '=', mailId)
    .execute()
  await enqueue('mail.send', { mailId })
  await record('mail.send-again', mailId, {}, row.inspectionId)
  return { done: true }
}
