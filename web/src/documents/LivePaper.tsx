import type { Paper } from '@cchc/domain/papers/paper.ts'
import { IconZoomIn } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './Documents.module.css'
import { PaperSheet } from './PaperSheet.tsx'

interface Props {
  query: UseQueryResult<{ paper: Paper }>
  /** Above the sheet: whether it shows what is written by now, and a way to see it in its real size. */
  head?: boolean
  /** Something is written that the sheet does not show yet. */
  behind?: boolean
}

/** The paper of something that is still being written, drawn again whenever it changes; the last one stays until then. */
export function LivePaper({ query: { data, error, isFetching, refetch }, head, behind }: Props) {
  const [enlarged, setEnlarged] = useState(false)
  if (data)
    return (
      <>
        {head && (
          <div className={styles.paperHead}>
            <h2>Bản in</h2>
            <span className={styles.standing}>
              {error ? 'chưa cập nhật được' : behind || isFetching ? 'đang cập nhật…' : 'đúng như đang soạn'}
            </span>
            <Button size="s" icon={<IconZoomIn size={15} aria-hidden="true" />} onClick={() => setEnlarged(true)}>
              Cỡ thật
            </Button>
          </div>
        )}
        <PaperSheet paper={data.paper} />
        {enlarged && (
          <Dialog title="Bản in" look="wide" onClose={() => setEnlarged(false)}>
            <PaperSheet paper={data.paper} headingLevel={3} />
          </Dialog>
        )}
      </>
    )
  return (
    <Card>
      {error && !isFetching ? (
        <Message kind="error" lead="Chưa dựng được bản in." live>
          {sentenceOf(error)}{' '}
          <Button size="s" onClick={() => void refetch()}>
            Thử lại
          </Button>
        </Message>
      ) : (
        <Skeleton lines={16} label="Đang dựng bản in" />
      )}
    </Card>
  )
}
