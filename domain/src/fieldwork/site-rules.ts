import { mayChangeFinding, type VisitStanding } from './rules.ts'
import type { ContentOf, SiteContent, SiteRecordView, SiteTopic } from './site-contract.ts'

/**
 * Who may change a record of a topic: `anybody` who records at the visit, for what the team does together; else whoever recorded it and the
 * secretary, as with findings. `guests` says whether somebody who is there for a merged thematic inspection writes it too.
 * This product's own rule.
 */
export const siteTopicRules: Record<
  SiteTopic,
  { readonly changedBy: 'anybody' | 'recorder'; readonly guests: boolean; readonly what: string }
> = {
  photo: { changedBy: 'recorder', guests: true, what: 'Ảnh này' },
  agenda: { changedBy: 'anybody', guests: false, what: 'Mục chương trình này' },
  document: { changedBy: 'recorder', guests: true, what: 'Tài liệu này' },
  place: { changedBy: 'anybody', guests: false, what: 'Địa điểm này' },
  note: { changedBy: 'recorder', guests: true, what: 'Ghi chú này' },
}

export function mayChangeSite(standing: VisitStanding, topic: SiteTopic, recordedBy: string): boolean {
  return siteTopicRules[topic].changedBy === 'anybody' || mayChangeFinding(standing, recordedBy)
}

/** What is written over a record: of a photo its words, and that its place goes; what it shows and when it was taken stands. */
export function siteContentOver(stands: SiteContent, content: SiteContent): SiteContent {
  if (stands.topic !== 'photo' || content.topic !== 'photo') return content
  const { caption, findingId, spot } = content
  return { ...stands, caption, findingId, spot: spot && stands.spot }
}

/** Records of one topic, in the order to show them: the programme by its positions, the rest as they were recorded. */
export function siteOf<T extends SiteTopic>(
  records: readonly SiteRecordView[],
  topic: T,
): (SiteRecordView & { readonly content: ContentOf<T> })[] {
  const found = records.filter((one): one is SiteRecordView & { content: ContentOf<T> } => one.content.topic === topic)
  const place = ({ content }: SiteRecordView) => (content.topic === 'agenda' ? content.position : 0)
  return found.sort((a, b) => place(a) - place(b))
}

/** The usual programme of a visit, where none is written yet. Basis: QĐ 2251/QĐ-UBND, mục III.3.1. */
export const usualProgramme: readonly string[] = [
  'Công bố quyết định, thành phần và nội dung kiểm tra',
  'Đơn vị báo cáo kết quả thực hiện cải cách hành chính',
  'Kiểm tra hồ sơ, tài liệu, đối chiếu số liệu',
  'Kiểm tra tại Bộ phận Một cửa và nơi làm việc',
  'Trao đổi, làm rõ nội dung kiểm tra',
  'Thông qua và ký biên bản',
]

/** "12/BC-UBND ngày 05/01/2026: Báo cáo kết quả…" as the minutes list a document. */
export function documentInWords(
  { name, number, date }: ContentOf<'document'>,
  formatDate: (day: string) => string,
): string {
  const about = [number && `số ${number}`, date && `ngày ${formatDate(date)}`].filter(Boolean).join(' ')
  return about ? `${name} ${about}` : name
}
