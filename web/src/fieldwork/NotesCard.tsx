import { siteOf } from '@cchc/domain/fieldwork/site-rules.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconMicrophone, IconPlayerStop, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { sayFailure } from '../platform/say-failure.ts'
import { useViewer } from '../platform/session.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import styles from './OnSite.module.css'
import type { OnSiteProps } from './OnSiteTab.tsx'
import { keepOnSite, removeOnSite } from './site-desk.ts'
import { useDictation } from './use-dictation.ts'

/** Free notes for the team, written or spoken; they go into no paper by themselves. */
export function NotesCard({ view, desk }: OnSiteProps) {
  const viewer = useViewer()
  const [text, setText] = useState('')
  const dictation = useDictation((heard) => setText((before) => [before.trim(), heard].filter(Boolean).join(' ')))
  const notes = siteOf(view.site, 'note')
  const mayWrite = view.actions.includes('record-findings')
  const save = () => {
    if (!text.trim()) return
    const content = { topic: 'note' as const, text: text.trim(), takenAt: new Date().toISOString() }
    void keepOnSite(desk.place, viewer, content).then(() => setText(''), sayFailure)
  }
  return (
    <Card title="Ghi chú" aside={notes.length > 0 && `${notes.length} ghi chú`}>
      {mayWrite && (
        <div className={styles.write}>
          <TextAreaField
            label="Ghi nhanh"
            hint={
              dictation.isKnown
                ? 'Cho Đoàn dùng, không tự vào biên bản'
                : 'Cho Đoàn dùng, không tự vào biên bản. Nói thay gõ: bấm nút micrô trên bàn phím của máy'
            }
            rows={3}
            maxLength={20_000}
            value={text}
            onChange={setText}
          />
          <div className={styles.twoButtons}>
            {dictation.isKnown && (
              <Button
                aria-pressed={dictation.isOn}
                icon={
                  dictation.isOn ? (
                    <IconPlayerStop size={18} aria-hidden="true" />
                  ) : (
                    <IconMicrophone size={18} aria-hidden="true" />
                  )
                }
                onClick={dictation.toggle}
              >
                {dictation.isOn ? 'Dừng nghe' : 'Nói'}
              </Button>
            )}
            <Button onClick={save} disabled={!text.trim()}>
              Lưu ghi chú
            </Button>
          </div>
          {dictation.problem && <Message kind="warning">{dictation.problem}</Message>}
        </div>
      )}
      {!mayWrite && notes.length === 0 && <p className={styles.quiet}>Không có ghi chú.</p>}
      <ul className={styles.list}>
        {notes.toReversed().map(({ recordId, content, recordedBy, mine }) => (
          <li key={recordId} className={styles.row}>
            <span className={styles.words}>
              <span className={styles.text}>{content.text}</span>
              <span className={styles.quiet}>
                {recordedBy} · {formatInstant(content.takenAt)}
                {desk.pending.has(`site:${recordId}`) && ' · chưa gửi'}
              </span>
            </span>
            {mayWrite && (mine || viewer.roles.includes('planner')) && (
              <IconButton
                label="Xóa ghi chú"
                onClick={() => void removeOnSite(desk.place, viewer, recordId).catch(sayFailure)}
              >
                <IconTrash size={17} aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
