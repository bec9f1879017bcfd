import { importDecision } from '@cchc/domain/campaigns/contract.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Refusal, sentenceOf } from '../platform/refusal.ts'
import { Card } from '../ui/Card.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './Campaigns.module.css'
import { importFile } from './data.ts'

const maxBytes = importDecision.upload?.maxBytes ?? 0

/** Where a decision is handed in: it is read into a draft, which then opens for review. A refusal stands right under it. */
export function ImportCard() {
  const navigate = useNavigate()
  const [reading, setReading] = useState<string | null>(null)
  const [refused, setRefused] = useState<{ file: string; error: unknown } | null>(null)

  const take = async ([file]: File[]) => {
    if (!file) return
    setReading(file.name)
    setRefused(null)
    try {
      const campaignId = await importFile(file)
      await navigate({ to: '/dot-kiem-tra/$campaignId/ra-soat', params: { campaignId } })
    } catch (error) {
      setRefused({ file: file.name, error })
      setReading(null)
    }
  }

  return (
    <Card title="Nhập quyết định">
      <p className={styles.about}>
        Phần mềm đọc quyết định hoặc kế hoạch kiểm tra rồi đề xuất đợt kiểm tra. Bạn rà soát từng điều cạnh nguyên văn;
        chưa có gì có hiệu lực cho tới khi bạn ban hành.
      </p>
      <FileDrop
        label="Chọn tệp quyết định"
        accept={['.docx', '.pdf', '.txt']}
        maxBytes={maxBytes}
        busy={reading !== null}
        hint={`Word (.docx), PDF có chữ, hoặc văn bản (.txt), tối đa ${maxBytes / 1024 / 1024} MB. Bản quét cần được nhận dạng chữ trước.`}
        onFiles={(files) => void take(files)}
      />
      <div role="status">
        {reading && (
          <div className={styles.reading}>
            <p>
              Đang đọc <strong>{reading}</strong>: căn cứ, thời gian, thành phần Đoàn, danh sách đơn vị, đề cương…
            </p>
            <div className={styles.progress} aria-hidden="true" />
          </div>
        )}
      </div>
      {refused && <RefusedFile {...refused} />}
    </Card>
  )
}

function RefusedFile({ file, error }: { file: string; error: unknown }) {
  const twin =
    error instanceof Refusal && error.code === 'decision-already-imported'
      ? (error.details as { campaignId?: string } | null)?.campaignId
      : undefined
  return (
    <div className={styles.refused}>
      <Message kind="error" lead={`Không nhập được “${file}”.`} live>
        {sentenceOf(error)}{' '}
        {twin && (
          <Link to="/dot-kiem-tra/$campaignId" params={{ campaignId: twin }}>
            Mở đợt kiểm tra đã có
          </Link>
        )}
      </Message>
    </div>
  )
}
