import { sql } from 'kysely'
import { inspectionsUnderYearRule } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'

/** A file that goes with a mail: text written here, or a kept file by its hash. */
export type MailAttachment = { readonly name: string; readonly mediaType: string } & (
  | { readonly content: string }
  | { readonly sha256: string }
)

/** What somebody is told. `link` is a path of the web application; `mail` adds a mail for those who have an address. */
export interface Telling {
  readonly personIds: readonly string[]
  /** Ties the message to an inspection, so that it is seen only by those who may know that one. */
  readonly inspectionId: string | null
  /** The audit action that gave rise to it, such as "inspection.move". */
  readonly kind: string
  readonly title: string
  readonly body?: string
  readonly link: string
  readonly mail?: {
    readonly subject: string
    readonly body: string
    readonly attachments?: readonly MailAttachment[]
    readonly documentId?: string
    /** Where the mail leads; the message's own link unless said, which may tell too much outside the house. */
    readonly link?: string
  }
  /** Tells the viewer too, for what the house does in somebody's name. */
  readonly includingViewer?: boolean
}

/**
 * Tells people what happened, in the caller's transaction: a notification each and, where asked for, a mail that a job sends
 * after the commit. Nobody is told of what they did themselves. Whatever concerns an unannounced inspection must carry its
 * id and have words that give nothing away, because mail leaves the house.
 */
export async function tell({ db, viewer, now, enqueue }: Context, telling: Telling): Promise<void> {
  const { inspectionId, kind, title, body = '', link, mail, includingViewer = false } = telling
  const personIds = [...new Set(telling.personIds)].filter(
    (personId) => includingViewer || personId !== viewer.personId,
  )
  if (personIds.length === 0) return
  await db
    .insertInto('notifications')
    .values(personIds.map((personId) => ({ personId, inspectionId, kind, title, body, link, at: now })))
    .execute()
  if (!mail) return
  const addressed = await db
    .selectFrom('people')
    .leftJoin('mailPreferences', 'mailPreferences.personId', 'people.personId')
    .select(['people.personId', 'email', 'mailPreferences.delivery'])
    .where('people.personId', 'in', personIds)
    .where('email', 'is not', null)
    .where('disabled', '=', false)
    .orderBy('people.personId')
    .execute()
  if (addressed.length === 0) return
  const mayWait = await mayWaitForDigest(db, telling)
  const mails = await db
    .insertInto('mails')
    .values(
      addressed.map(({ personId, email, delivery }) => ({
        personId,
        inspectionId,
        documentId: mail.documentId ?? null,
        address: email!,
        subject: mail.subject,
        body: mail.body,
        attachments: JSON.stringify(mail.attachments ?? []),
        queuedAt: now,
        queuedBy: viewer.personId,
        link: mail.link ?? link,
        held: mayWait && delivery === 'digest',
      })),
    )
    .returning(['mailId', 'held'])
    .execute()
  for (const { mailId, held } of mails) if (!held) await enqueue('mail.send', { mailId })
}

/** A paper or an invitation goes at once, and so does mail about an unannounced inspection: a digest has no inspection to hide behind. */
async function mayWaitForDigest(db: Context['db'], { inspectionId, mail }: Telling): Promise<boolean> {
  if (mail?.attachments?.length || mail?.documentId) return false
  if (inspectionId === null) return true
  const row = await inspectionsUnderYearRule(db)
    .select('kind')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  return row !== undefined
}

/** The accounts of a unit's officers and heads. */
export async function peopleOfUnit({ db }: Pick<Context, 'db'>, unitCode: string): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .select('personId')
    .where('unitCode', '=', unitCode)
    .where('disabled', '=', false)
    .where(sql<boolean>`roles && array['unit-officer', 'unit-head']`)
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}
