import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'

/** A mail ready to go. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same whenever the same mail is tried again, so that a mail box can tell it from another. */
  readonly messageId: string
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }[]
  /** A calendar's invitation, which mail programs offer to accept. */
  readonly calendar: { readonly name: string; readonly method: string; readonly content: string } | null
}

/** The way out for mail. It is passed in from outside, like the clock. */
export interface Mailer {
  /** Whether a mail server has been set (SMTP_URL). */
  readonly isSet: boolean
  /** Whether that server is this very machine. */
  readonly isLoopback: boolean
  /** Who the mail is from: "Kiểm tra CCHC <…>", and the address alone. */
  readonly from: string
  readonly fromAddress: string
  /** How browsers reach the product, for the links in a mail. */
  readonly publicUrl: string
  /** Hands one mail to the server, or throws why not. */
  send(mail: Mail): Promise<void>
  close(): void
}

const loopbackHosts = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/
const patienceMs = 20_000

/** Opens the way out; without SMTP_URL it is shut and mail stays queued. */
export function openMailer({
  smtpUrl,
  mailFrom,
  publicUrl,
}: Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl'>): Mailer {
  const from = mailFrom ?? `Kiểm tra CCHC <khong-tra-loi@${new URL(publicUrl).hostname}>`
  const fromAddress = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from
  const transport = smtpUrl
    ? createTransport({
        url: smtpUrl,
        connectionTimeout: patienceMs,
        greetingTimeout: patienceMs,
        socketTimeout: patienceMs,
      })
    : null
  return {
    isSet: transport !== null,
    isLoopback: smtpUrl !== null && loopbackHosts.test(new URL(smtpUrl).hostname),
    from,
    fromAddress,
    publicUrl,
    async send({ to, subject, text, messageId, attachments, calendar }) {
      if (!transport) throw new Error('SMTP_URL chưa được đặt')
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId,
        attachments: attachments.map(({ name, mediaType, content }) => ({
          filename: name,
          contentType: mediaType,
          content: Buffer.from(content),
        })),
        ...(calendar
          ? { icalEvent: { filename: calendar.name, method: calendar.method, content: calendar.content } }
          : {}),
      })
    },
    close: () => transport?.close(),
  }
}

/**
 * Why no mail goes out of this installation, for the screen; null where it does. An illustrative one sends to this very machine
 * alone: nobody outside may get mail about invented things.
 */
export function whyNoMail(
  { isSet, isLoopback }: Pick<Mailer, 'isSet' | 'isLoopback'>,
  { illustrative }: { illustrative: boolean },
): string | null {
  if (!isSet)
    return 'Chưa đặt máy chủ thư (SMTP_URL), nên thư được giữ lại ở đây. Khi khởi động lại với SMTP_URL, thư đang chờ sẽ tự gửi.'
  if (illustrative && !isLoopback)
    return 'Bản minh họa không gửi thư ra ngoài: chỉ gửi khi SMTP_URL trỏ tới chính máy này (localhost).'
  return null
}
