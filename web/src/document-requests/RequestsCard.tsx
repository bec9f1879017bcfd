import { requestKindNames } from '@cchc/domain/document-requests/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { inspectionRequestsQuery } from './data.ts'
import { RequestBadge } from './RequestBadge.tsx'
import styles from './Requests.module.css'

// Only whoever opens one waits for it: the pages that show the card stay light.
const AskDialog = lazy(() => import('./AskDialog.tsx').then((file) => ({ default: file.AskDialog })))
const RequestDialog = lazy(() => import('./RequestDialog.tsx').then((file) => ({ default: file.RequestDialog })))

/** The requests for documents to one unit; the open one is in the address (`?yeu-cau=…`), so that a message leads to it. */
export function RequestsCard({ inspectionId, unitName }: { inspectionId: string; unitName: string }) {
  const may = useMay('document-request.read')
  const { data } = useQuery({ ...inspectionRequestsQuery(inspectionId), enabled: may })
  const { 'yeu-cau': openId } = useSearch({ strict: false }) as { 'yeu-cau'?: string }
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  if (!data || (data.requests.length === 0 && !data.mayAsk)) return null
  const open = (requestId: string | undefined) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      hash: true,
      search: (before: Record<string, unknown>) => ({ ...before, 'yeu-cau': requestId }),
    })
  const shown = data.requests.find(({ requestId }) => requestId === openId)
  return (
    <Card
      title="Yêu cầu tài liệu"
      aside={
        data.mayAsk && (
          <Button size="s" onClick={() => setAsking(true)}>
            Yêu cầu tài liệu
          </Button>
        )
      }
    >
      {data.requests.length === 0 ? (
        <p className={styles.quiet}>Chưa yêu cầu đơn vị cung cấp thêm tài liệu hay giải trình.</p>
      ) : (
        <ul className={styles.list}>
          {data.requests.map((request) => (
            <li key={request.requestId} className={styles.entry}>
              <Button kind="quiet" size="s" className={styles.title} onClick={() => open(request.requestId)}>
                {requestKindNames[request.kind]}: {request.title}
              </Button>
              <RequestBadge request={request} />
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {asking && <AskDialog inspectionId={inspectionId} unitName={unitName} onClose={() => setAsking(false)} />}
        {shown && <RequestDialog request={shown} onClose={() => open(undefined)} />}
      </Suspense>
    </Card>
  )
}
