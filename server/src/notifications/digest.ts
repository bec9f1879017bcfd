import type { Role, Viewer } from '@cchc/domain/access/permissions.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { type Context, type Ground, withContext } from '../platform/context.ts'
import type { TimedTask } from '../platform/worker.ts'

/** Every day at 7:10 in Việt Nam, after the reminders: each person who wants one mail a day gets what has gathered. */
export const sendDigests: TimedTask = {
  at: '10 0 * * *',
  runAtTime: async (ground, signal) => {
    for (const viewer of await waitingPeople(ground)) {
      if (signal.aborted) return
      await withContext(ground, viewer, gatherDigest)
    }
  },
}

/** Who has mail held; asked as each of the people themselves below, so that a digest holds no more than its reader may know. */
async function waitingPeople({ database }: Ground): Promise<Viewer[]> {
  const rows = await database
    .selectFrom('people')
    .innerJoin('mailPreferences', 'mailPreferences.personId', 'people.personId')
    .select(['people.personId', 'fullName', 'post', 'roles', 'unitCode'])
    .where('disabled', '=', false)
    .orderBy('people.personId')
    .execute()
  return rows.map((row) => ({ ...row, roles: row.roles as Role[] }))
}

/** Puts the viewer's held mails into one and queues it; what is gathered once is never gathered again. */
export async function gatherDigest({ db, viewer, now, today, enqueue }: Context): Promise<number> {
  const held = await db
    .selectFrom('mails')
    .select(['mailId', 'address', 'subject', 'body', 'link'])
    .where('personId', '=', viewer.personId)
    .where('held', '=', true)
    .where('sentAt', 'is', null)
    .orderBy('queuedAt')
    .orderBy('subject')
    .orderBy('mailId')
    .forUpdate()
    .execute()
  const address = held.at(-1)?.address
  if (address === undefined) return 0
  const { mailId } = await db
    .insertInto('mails')
    .values({
      personId: viewer.personId,
      inspectionId: null,
      documentId: null,
      address,
      subject: `Kiểm tra CCHC ngày ${formatDate(today)}: ${held.length} tin báo`,
      body: held.map(({ subject, body }, index) => `${index + 1}. ${subject}\n${body}`).join('\n\n'),
      attachments: '[]',
      queuedAt: now,
      queuedBy: viewer.personId,
      link: held.length === 1 ? held[0]!.link : '/tin-bao',
    })
    .returning('mailId')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('mails')
    .set({ held: false, sentAt: now, digestedInto: mailId })
    .where(
      'mailId',
      'in',
      held.map((mail) => mail.mailId),
    )
    .execute()
  await enqueue('mail.send', { mailId })
  return held.length
}
