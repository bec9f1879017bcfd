import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { itemName, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import type { ItemRemarkView } from '@cchc/domain/self-reports/sending-contract.ts'
import { IconMessage2, IconMessagePlus } from '@tabler/icons-react'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import styles from './Beside.module.css'
import { markRemark } from './sending-data.ts'
import { useBesideOfReport, useRemarkDrafts } from './use-beside.ts'
import { useFormTools } from './use-desk.ts'

/** One remark of the office at its item: what it asks, what the unit did on it, and the way to say so. */
export function ItemRemarkLine({ remark }: { remark: ItemRemarkView }) {
  const { writable, desk } = useFormTools()
  const { view } = useBesideOfReport()
  const [reply, setReply] = useState(remark.reply)
  const [answering, setAnswering] = useState(false)
  const [failure, setFailure] = useState('')
  const mark = async (body: { done: boolean; reply: string }) => {
    setFailure('')
    try {
      // What was mended a moment ago must be there before it is called mended.
      await desk.answers.flushAll()
      await markRemark(view, remark.itemRemarkId, body)
      setAnswering(false)
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <div className={styles.remark} data-done={remark.doneAt !== null || undefined}>
      <p>
        <IconMessage2 size={16} aria-hidden="true" />
        <span>
          <strong>{remark.doneAt ? 'Đoàn đã góp ý:' : 'Đoàn đề nghị:'}</strong> {remark.text}{' '}
          <span className={styles.quiet}>
            ({remark.madeBy}, {formatInstant(remark.madeAt)})
          </span>
        </span>
      </p>
      {remark.doneAt && (
        <p className={styles.done}>
          {remark.reply ? `Đơn vị trả lời: ${remark.reply}` : 'Đơn vị đã bổ sung'}{' '}
          <span className={styles.quiet}>
            ({remark.doneBy}, {formatInstant(remark.doneAt)})
          </span>
        </p>
      )}
      {!remark.doneAt && !writable && <p className={styles.quiet}>Đơn vị chưa xử lý.</p>}
      {writable && answering && (
        <TextAreaField label="Trả lời Đoàn kiểm tra" rows={2} value={reply} onChange={setReply} />
      )}
      {writable && (
        <div className={styles.buttons}>
          {remark.doneAt ? (
            <Button size="s" onClick={() => void mark({ done: false, reply: '' })}>
              Bỏ đánh dấu
            </Button>
          ) : answering ? (
            <>
              <Button size="s" kind="primary" onClick={() => void mark({ done: true, reply: reply.trim() })}>
                Gửi câu trả lời
              </Button>
              <Button size="s" onClick={() => setAnswering(false)}>
                Thôi
              </Button>
            </>
          ) : (
            <>
              <Button size="s" onClick={() => void mark({ done: true, reply: '' })}>
                Đã bổ sung
              </Button>
              <Button size="s" onClick={() => setAnswering(true)}>
                Trả lời
              </Button>
            </>
          )}
        </div>
      )}
      {failure && (
        <Message kind="error" live>
          {failure}
        </Message>
      )}
    </div>
  )
}

/** Where the office writes what it will remark on this item when it returns the report. */
export function DraftRemark({ item }: { item: OutlineItem }) {
  const { drafts } = useBesideOfReport()
  const text = useRemarkDrafts(drafts).find(({ itemKey }) => itemKey === item.key)?.text ?? ''
  const [opened, setOpened] = useState(false)
  if (text === '' && !opened)
    return (
      <Button
        kind="quiet"
        size="s"
        className={styles.add}
        icon={<IconMessagePlus size={15} aria-hidden="true" />}
        aria-label={`Góp ý mục “${itemName(item)}”`}
        onClick={() => setOpened(true)}
      >
        Góp ý
      </Button>
    )
  return (
    <TextAreaField
      label="Góp ý khi trả lại (chưa gửi)"
      rows={2}
      maxLength={500}
      value={text}
      onChange={(written) => drafts.write(item.key, written)}
    />
  )
}
