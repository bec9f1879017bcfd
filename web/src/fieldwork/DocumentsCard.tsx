import type { ContentOf, SiteRecordView } from '@cchc/domain/fieldwork/site-contract.ts'
import { documentInWords, siteOf } from '@cchc/domain/fieldwork/site-rules.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { sayFailure } from '../platform/say-failure.ts'
import { useViewer } from '../platform/session.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { SelectField, TextAreaField, TextField } from '../ui/TextFields.tsx'
import styles from './OnSite.module.css'
import type { OnSiteProps } from './OnSiteTab.tsx'
import { keepOnSite, removeOnSite } from './site-desk.ts'

type Seen = SiteRecordView & { readonly content: ContentOf<'document'> }

/** Documents that the unit showed: which, and what each shows; they are listed in the minutes. */
export function DocumentsCard({ view, desk }: OnSiteProps) {
  const viewer = useViewer()
  const [open, setOpen] = useState<Seen | 'new' | null>(null)
  const documents = siteOf(view.site, 'document')
  const mayWrite = view.actions.includes('record-findings')
  const mayChange = (one: Seen) => mayWrite && (one.mine || viewer.roles.includes('planner'))
  return (
    <Card title="Tài liệu đã xem" aside={documents.length > 0 && `${documents.length} tài liệu`}>
      {documents.length === 0 && (
        <p className={styles.quiet}>
          Chưa ghi tài liệu nào. Tài liệu ghi ở đây vào mục “Tài liệu đơn vị cung cấp” của biên bản.
        </p>
      )}
      <ul className={styles.list}>
        {documents.map((one) => {
          const { content, recordId } = one
          const finding = view.findings.find(({ findingId }) => findingId === content.findingId)
          return (
            <li key={recordId} className={styles.row}>
              <span className={styles.words}>
                {documentInWords(content, formatDate)}
                {content.shows && <span className={styles.text}>{content.shows}</span>}
                <span className={styles.quiet}>
                  {[
                    finding && `Cho phát hiện: ${short(finding.text)}`,
                    desk.pending.has(`site:${recordId}`) && 'chưa gửi',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {mayChange(one) && (
                <>
                  <IconButton label={`Sửa tài liệu ${content.name}`} onClick={() => setOpen(one)}>
                    <IconPencil size={17} aria-hidden="true" />
                  </IconButton>
                  <IconButton
                    label={`Xóa tài liệu ${content.name}`}
                    onClick={() => void removeOnSite(desk.place, viewer, recordId).catch(sayFailure)}
                  >
                    <IconTrash size={17} aria-hidden="true" />
                  </IconButton>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {mayWrite && (
        <Button className={styles.gap} icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => setOpen('new')}>
          Ghi tài liệu
        </Button>
      )}
      {open && (
        <DocumentDialog view={view} desk={desk} before={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Card>
  )
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 58)}…` : text)
const blank: ContentOf<'document'> = { topic: 'document', name: '', number: '', date: null, shows: '', findingId: null }

function DocumentDialog({ view, desk, before, onClose }: OnSiteProps & { before: Seen | null; onClose: () => void }) {
  const viewer = useViewer()
  const [content, setContent] = useState(before?.content ?? blank)
  const [missing, setMissing] = useState('')
  const change = (changes: Partial<ContentOf<'document'>>) => setContent({ ...content, ...changes })
  const save = () => {
    if (!content.name.trim()) return setMissing('Ghi tên tài liệu như trên bìa hoặc trích yếu.')
    const kept = { ...content, name: content.name.trim(), number: content.number.trim(), shows: content.shows.trim() }
    const at = before ? { recordId: before.recordId, base: before.revision } : {}
    return void keepOnSite(desk.place, viewer, kept, at).then(onClose, sayFailure)
  }
  return (
    <Dialog
      title={before ? 'Sửa tài liệu đã xem' : 'Ghi tài liệu đã xem'}
      onClose={onClose}
      onSubmit={save}
      actions={
        <Button type="submit" kind="primary">
          Lưu tài liệu
        </Button>
      }
    >
      <Stack gap={3}>
        <TextField
          label="Tên tài liệu"
          required
          maxLength={500}
          value={content.name}
          error={missing}
          onChange={(name) => {
            change({ name })
            setMissing('')
          }}
        />
        <TextField
          label="Số, ký hiệu"
          hint="Ví dụ: 12/BC-UBND; để trống nếu không có"
          maxLength={100}
          value={content.number}
          onChange={(number) => change({ number })}
        />
        <DateField label="Ngày" value={content.date} onChange={(date) => change({ date })} />
        <TextAreaField
          label="Cho thấy điều gì"
          rows={2}
          maxLength={5000}
          value={content.shows}
          onChange={(shows) => change({ shows })}
        />
        <SelectField
          label="Thuộc phát hiện"
          value={content.findingId ?? ''}
          placeholder="Chưa gắn với phát hiện nào"
          onChange={(findingId) => change({ findingId: findingId || null })}
          options={view.findings.map(({ findingId, text }) => ({ value: findingId, label: short(text) }))}
        />
      </Stack>
    </Dialog>
  )
}
