import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { type Mail, whyNoMail } from '../platform/mail.ts'
import { errorText } from '../platform/start-problem.ts'
import type { Task, Tasks } from '../platform/worker.ts'
import { sendDigests } from './digest.ts'
import type { MailAttachment } from './tell.ts'

const Payload = z.object({ mailId: z.guid() })

/**
 * Sends one mail, once: whoever comes later finds it sent. A mail that the server does not take keeps the reason and is tried
 * again by the queue; where no mail goes out it stays as it is until there is a way.
 */
const sendMail: Task = async (context, payload) => {
  const { db, now, mail, settings } = context
  const { mailId } = Payload.parse(payload)
  const row = await db
    .selectFrom('mails')
    .select(['mailId', 'address', 'subject', 'body', 'link', 'attachments'])
    .where('mailId', '=', mailId)
    .where('sentAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row || whyNoMail(mail, settings)) return undefined
  // Written before the mail goes: who may not write it down must not send it either.
  await db
    .updateTable('mails')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('mailId', '=', mailId)
    .execute()
  const problem = await mail.send(await letterOf(context, row)).then(
    () => null,
    (error: unknown) => errorText(error),
  )
  await db
    .updateTable('mails')
    .set({ problem, sentAt: problem === null ? now : null })
    .where('mailId', '=', mailId)
    .execute()
  return problem === null ? undefined : new Error(problem)
}

/** The jobs of this shelf. */
export const notificationTasks: Tasks = { 'mail.send': sendMail, 'mail.digest': sendDigests }

interface Row {
  readonly mailId: string
  readonly address: string
  readonly subject: string
  readonly body: string
  readonly link: string
  readonly attachments: unknown
}

const calendarType = /^text\/calendar;\s*method=(\w+)/i

async function letterOf(context: Context, row: Row): Promise<Mail> {
  const { files, mail } = context
  const attachments: Mail['attachments'][number][] = []
  let calendar: Mail['calendar'] = null
  for (const attachment of row.attachments as MailAttachment[]) {
    const { name, mediaType } = attachment
    const method = calendarType.exec(mediaType)?.[1]
    if (method && 'content' in attachment) calendar = { name, method, content: attachment.content }
    else {
      const content = 'content' in attachment ? Buffer.from(attachment.content) : await files.get(attachment.sha256)
      attachments.push({ name, mediaType, content })
    }
  }
  return {
    to: row.address,
    subject: row.subject,
    text: `${row.body}\n\n${footer(context, row.link)}\n`,
    messageId: `<${row.mailId}@${mail.fromAddress.split('@').at(-1)}>`,
    attachments,
    calendar,
  }
}

/** What stands under every mail: where to open the thing, who sends it and, in an illustrative installation, that it is one. */
function footer({ settings, mail }: Context, link: string): string {
  return [
    `Mở trong phần mềm: ${mail.publicUrl}${link}`,
    '--',
    `${settings.officeName}. Thư gửi tự động từ phần mềm Kiểm tra CCHC; xin không trả lời vào địa chỉ này.`,
    ...(settings.illustrative ? ['Dữ liệu minh họa, không có giá trị sử dụng.'] : []),
  ].join('\n')
}
