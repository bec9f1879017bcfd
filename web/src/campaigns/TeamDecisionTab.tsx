import { downloadTeamDecision } from '@cchc/domain/campaigns/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { IconSignature } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DownloadPaper } from '../documents/DownloadPaper.tsx'
import { LivePaper } from '../documents/LivePaper.tsx'
import { call } from '../platform/api.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Columns, Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './Campaigns.module.css'
import { teamDecisionQuery } from './data.ts'
import { RecordDecisionDialog } from './RecordDecisionDialog.tsx'

interface Props {
  campaignId: string
  mayRecord: boolean
}

/** The decision that sets up the team: drafted by the office from the team as it is, signed outside, recorded here. */
export function TeamDecisionTab({ campaignId, mayRecord }: Props) {
  const query = useQuery(teamDecisionQuery(campaignId))
  const [recording, setRecording] = useState(false)
  const issued = query.data?.issued
  const differences = query.data?.differences ?? []
  return (
    <Columns at="minmax(0, 2fr) minmax(0, 3fr)">
      <Stack>
        <Card title="Quyết định thành lập Đoàn">
          <div className={styles.decision}>
            {issued ? (
              <p>
                Đã ban hành{' '}
                <Link to="/van-ban/$documentId" params={{ documentId: issued.documentId }}>
                  Quyết định số {issued.number}
                </Link>{' '}
                ngày {formatDate(issued.issuedOn)}.
              </p>
            ) : (
              <p>
                Dự thảo lập từ thành phần Đoàn hiện có. Tải về trình Chủ tịch Ủy ban nhân dân ký; khi có số và ngày thì
                ghi nhận tại đây để lưu vào Văn bản.
              </p>
            )}
            {issued && differences.length === 0 && <Message kind="good">Thành phần Đoàn đúng như quyết định.</Message>}
            {differences.length > 0 && (
              <Message kind="warning" lead="Thành phần Đoàn không còn đúng quyết định.">
                <ul className={styles.differences}>
                  {differences.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
                Dự thảo bên cạnh đã theo thành phần mới; trình ký lại rồi ghi nhận để thay quyết định cũ.
              </Message>
            )}
            <div className={styles.decisionActs}>
              {mayRecord && (
                <Button
                  kind={issued && differences.length === 0 ? 'plain' : 'primary'}
                  icon={<IconSignature size={17} aria-hidden="true" />}
                  disabled={!query.data}
                  onClick={() => setRecording(true)}
                >
                  Ghi nhận đã ký
                </Button>
              )}
              <DownloadPaper
                act="Tải dự thảo"
                fetchFile={(format) => call(downloadTeamDecision, { params: { campaignId }, query: { format } })}
              />
            </div>
          </div>
        </Card>
      </Stack>
      <section aria-label="Dự thảo quyết định thành lập Đoàn">
        <LivePaper query={query} head />
      </section>
      {recording && (
        <RecordDecisionDialog campaignId={campaignId} replaces={issued ?? null} onClose={() => setRecording(false)} />
      )}
    </Columns>
  )
}
