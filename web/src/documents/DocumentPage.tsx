import { type DocumentView, documentKindNames, downloadDocument } from '@cchc/domain/documents/contract.ts'
import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { IconArrowLeft, IconCopy, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useNoticeSeen } from '../notifications/data.ts'
import { call } from '../platform/api.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { toast } from '../ui/toasts.ts'
import { DocumentStateBadge } from './DocumentStateBadge.tsx'
import styles from './Documents.module.css'
import { DownloadPaper } from './DownloadPaper.tsx'
import { documentQuery } from './data.ts'
import { PaperSheet } from './PaperSheet.tsx'

/** One issued document: the very paper that went out, and what proves that its file is the one that was kept. */
export default function DocumentPage() {
  const { documentId = '' } = useParams({ strict: false })
  const { data, error } = useQuery(documentQuery(documentId))
  const isNotice = data && ['schedule-notice', 'schedule-notice-all', 'change-notice'].includes(data.document.kind)
  useNoticeSeen(isNotice ? { documentId } : null)
  if (error && !data) throw error
  const document = data?.document
  return (
    <Page
      title={document ? headingOf(document) : 'Văn bản'}
      subtitle={document ? document.title : 'Đang tải…'}
      above={
        <Link to="/van-ban" className={styles.back}>
          <IconArrowLeft size={15} aria-hidden="true" /> Văn bản
        </Link>
      }
      actions={
        document && (
          <>
            <Button icon={<IconPrinter size={16} aria-hidden="true" />} onClick={() => window.print()}>
              In
            </Button>
            <DownloadPaper
              kind="primary"
              fetchFile={(format) => call(downloadDocument, { params: { documentId }, query: { format } })}
            />
          </>
        )
      }
    >
      <div className={styles.document}>
        <aside className={styles.facts} aria-label="Thông tin văn bản">
          {document ? (
            <FactsCard document={document} />
          ) : (
            <Card>
              <Skeleton lines={6} />
            </Card>
          )}
        </aside>
        <div className={styles.paper}>
          {data ? (
            <PaperSheet paper={data.paper} />
          ) : (
            <Card>
              <Skeleton lines={18} label="Đang tải văn bản" />
            </Card>
          )}
        </div>
      </div>
    </Page>
  )
}

const headingOf = ({ kind, number }: DocumentView) =>
  number ? `${documentKindNames[kind]} số ${number}` : documentKindNames[kind]

function FactsCard({ document }: { document: DocumentView }) {
  const { kind, number, issuedOn, inspectionId, unitName, issuedBy, state, sha256 } = document
  return (
    <Card title="Thông tin văn bản">
      <dl className={styles.list}>
        <Fact name="Trạng thái">
          <DocumentStateBadge state={state} />
        </Fact>
        <Fact name="Loại">{documentKindNames[kind]}</Fact>
        <Fact name="Số, ký hiệu">{number ?? 'Biên bản không đánh số'}</Fact>
        <Fact name="Ngày">{formatDateWithWeekday(issuedOn)}</Fact>
        <Fact name="Đơn vị">
          {inspectionId && unitName ? (
            <Link to="/lich/$inspectionId" params={{ inspectionId }}>
              {unitName}
            </Link>
          ) : (
            'Cả đợt kiểm tra'
          )}
        </Fact>
        <Fact name="Người ban hành">{issuedBy}</Fact>
        <Fact name="Mã kiểm chứng (SHA-256)">
          {sha256 ? <Fingerprint sha256={sha256} /> : <span role="status">Đang tạo tệp, có sau vài giây.</span>}
        </Fact>
      </dl>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Fingerprint({ sha256 }: { sha256: string }) {
  const copy = () =>
    navigator.clipboard.writeText(sha256).then(
      () => toast({ tone: 'good', text: 'Đã chép mã kiểm chứng.' }),
      () => toast({ tone: 'error', text: 'Trình duyệt không cho chép. Hãy bôi đen mã rồi bấm Ctrl+C.' }),
    )
  return (
    <>
      <code className={styles.fingerprint}>{sha256.match(/.{1,8}/g)?.join(' ')}</code>
      <Button size="s" icon={<IconCopy size={15} aria-hidden="true" />} onClick={() => void copy()}>
        Chép mã
      </Button>
      <p className={styles.quiet}>
        Tệp nhận được có cùng mã này là tệp đã ban hành, chưa bị sửa. Trên Windows, xem mã bằng lệnh{' '}
        <code>certutil -hashfile tên-tệp SHA256</code>.
      </p>
    </>
  )
}
