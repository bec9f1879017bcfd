import { formatDate } from '../formats/dates.ts'
import type { ToldVisit } from '../inspections/told-visit.ts'
import { visitTimeInWords } from '../inspections/told-visit.ts'
import { list, paragraph } from '../papers/blocks.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Block, Paper, PaperFrame } from '../papers/paper.ts'
import { type Citation, citeInFull, issuerName } from '../papers/wording.ts'

/** An invitation to a visit, for guests from outside and for the press. */
export interface Invitation {
  readonly frame: PaperFrame
  readonly year: number
  readonly decision: Citation
  /** Each "Ông/Bà …, chức vụ, cơ quan", or an agency. */
  readonly guests: readonly string[]
  readonly unitName: string
  readonly visit: Pick<ToldVisit, 'on' | 'halfDay' | 'place'>
  readonly chair: string
  /** What the guest is asked for beyond coming; empty for nothing. */
  readonly note: string
  readonly contact: { readonly name: string | null; readonly phone: string | null; readonly email: string | null }
}

/**
 * The invitation in the form of its kind: who is invited, to what, who takes the chair, when and where.
 * Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.7; QĐ 2251/QĐ-UBND, mục IV.4.
 */
export function invitationPaper(invitation: Invitation): Paper {
  const { frame, year, decision, guests, unitName, visit, chair, note } = invitation
  const issuer = issuerName(frame)
  const about = `buổi kiểm tra công tác cải cách hành chính nhà nước năm ${year} tại ${unitName}`
  return composePaper({
    ...frame,
    type: 'invitation',
    subject: `Dự buổi kiểm tra công tác cải cách hành chính\nnhà nước năm ${year} tại ${unitName}`,
    addressees: [],
    legalBases: [],
    blocks: [
      paragraph(`Thực hiện ${citeInFull(decision)}, ${issuer} trân trọng kính mời:`),
      ...(guests.length === 1 ? [paragraph(`${guests[0]}`)] : list('-', guests)),
      paragraph(`Tới dự ${about}.`),
      ...list('-', [`Chủ trì: ${chair}`, `Thời gian: ${visitTimeInWords(visit)}`, `Địa điểm: ${visit.place}`]),
      ...asked(note),
      paragraph(closing(invitation)),
    ],
    appendices: [],
  })
}

function asked(note: string): Block[] {
  return note === '' ? [] : [paragraph(note)]
}

function closing({ frame, contact, visit }: Invitation): string {
  const ways = [
    contact.phone === null ? null : `điện thoại ${contact.phone}`,
    contact.email === null ? null : `thư điện tử ${contact.email}`,
  ].filter((way) => way !== null)
  const who = [contact.name, ...ways].filter((part) => part !== null).join(', ')
  const reply = who === '' ? '' : ` Đề nghị xác nhận tham dự trước ngày ${formatDate(visit.on)} (đầu mối: ${who}).`
  return `${issuerName(frame)} rất mong sự có mặt của quý vị.${reply}`
}
