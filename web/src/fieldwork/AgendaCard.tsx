import type { ContentOf, SiteRecordView } from '@cchc/domain/fieldwork/site-contract.ts'
import { siteOf, usualProgramme } from '@cchc/domain/fieldwork/site-rules.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconListCheck, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { sayFailure } from '../platform/say-failure.ts'
import { useViewer } from '../platform/session.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TextField } from '../ui/TextFields.tsx'
import styles from './OnSite.module.css'
import type { OnSiteProps } from './OnSiteTab.tsx'
import { keepOnSite, removeOnSite } from './site-desk.ts'

type Item = SiteRecordView & { readonly content: ContentOf<'agenda'> }

/** The programme of the session, ticked off with the time; anybody of the team does. */
export function AgendaCard({ view, desk }: OnSiteProps) {
  const viewer = useViewer()
  const [title, setTitle] = useState('')
  const items = siteOf(view.site, 'agenda')
  const mayWrite = view.actions.includes('record')
  const keep = (content: Omit<ContentOf<'agenda'>, 'topic'>, item?: Item) =>
    keepOnSite(
      desk.place,
      viewer,
      { topic: 'agenda', ...content },
      item && { recordId: item.recordId, base: item.revision },
    )
  const takeUsual = async () => {
    for (const [nth, usual] of usualProgramme.entries()) await keep({ title: usual, position: nth + 1, doneAt: null })
  }
  const add = () => {
    if (!title.trim()) return
    const last = Math.max(0, ...items.map(({ content }) => content.position))
    void keep({ title: title.trim(), position: Math.min(last + 1, 99), doneAt: null }).then(
      () => setTitle(''),
      sayFailure,
    )
  }
  const done = items.filter(({ content }) => content.doneAt !== null).length
  return (
    <Card title="Chương trình" aside={items.length > 0 && `${done}/${items.length} mục đã xong`}>
      {items.length === 0 ? (
        <EmptyState
          icon={<IconListCheck aria-hidden="true" />}
          title="Chưa có chương trình"
          action={
            mayWrite && <Button onClick={() => void takeUsual().catch(sayFailure)}>Dùng chương trình thường lệ</Button>
          }
        >
          Mỗi mục được đánh dấu kèm giờ khi xong, để thư ký ghi đúng diễn biến.
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={item.recordId} className={styles.row}>
              <label className={styles.tick}>
                <input
                  type="checkbox"
                  checked={item.content.doneAt !== null}
                  disabled={!mayWrite}
                  onChange={({ target }) =>
                    void keep(
                      { ...item.content, doneAt: target.checked ? new Date().toISOString() : null },
                      item,
                    ).catch(sayFailure)
                  }
                />
                <span className={styles.words}>
                  {item.content.title}
                  {(item.content.doneAt || desk.pending.has(`site:${item.recordId}`)) && (
                    <span className={styles.quiet}>
                      {[
                        item.content.doneAt && `xong lúc ${formatInstant(item.content.doneAt).slice(-5)}`,
                        desk.pending.has(`site:${item.recordId}`) && 'chưa gửi',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  )}
                </span>
              </label>
              {mayWrite && (
                <IconButton
                  label={`Bỏ mục ${item.content.title}`}
                  onClick={() => void removeOnSite(desk.place, viewer, item.recordId).catch(sayFailure)}
                >
                  <IconTrash size={17} aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && items.length > 0 && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <TextField label="Thêm mục" maxLength={300} value={title} onChange={setTitle} />
          <Button type="submit">Thêm</Button>
        </form>
      )}
    </Card>
  )
}
