import { documentKindNames } from '@cchc/domain/documents/contract.ts'
import { type UnannouncedView, unannouncedPapers } from '@cchc/domain/unannounced/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { DownloadPaper } from '../documents/DownloadPaper.tsx'
import { numberQuery } from '../documents/data.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { enterInBook, fetchPaper, type PaperKind, paperQuery } from './data.ts'
import styles from './Unannounced.module.css'

// The paper's own drawing is loaded only by those who look at it.
const PaperSheet = lazy(async () => ({ default: (await import('../documents/PaperSheet.tsx')).PaperSheet }))

const about: Record<PaperKind, string> = {
  'unannounced-order': 'Trưởng đoàn chỉ đạo Đoàn kiểm tra',
  'unannounced-notice': 'Trao cho đơn vị khi công bố tại chỗ',
}

/** The leader's order and the notice handed over on site; both bear no number before the opening. */
export function PapersCard({ view }: { view: UnannouncedView }) {
  if (view.ending) return null
  return (
    <Card title="Văn bản">
      <ul className={styles.lines}>
        {unannouncedPapers.map((kind) => (
          <Paper key={kind} view={view} kind={kind} />
        ))}
      </ul>
    </Card>
  )
}

function Paper({ view, kind }: { view: UnannouncedView; kind: PaperKind }) {
  const { data } = useQuery(paperQuery(view.inspectionId, kind))
  const [asked, ask] = useState<'see' | 'number' | null>(null)
  const name = documentKindNames[kind]
  const close = () => ask(null)
  return (
    <li>
      {name}
      <span className={styles.small}>
        {about[kind]} · {data?.documentId ? data.paper.printed.number : 'dự thảo, chưa có số'}
      </span>
      <div className={styles.tools}>
        <Button size="s" aria-label={`Xem ${name.toLocaleLowerCase('vi')}`} onClick={() => ask('see')}>
          Xem
        </Button>
        <DownloadPaper size="s" fetchFile={(format) => fetchPaper(view.inspectionId, kind, format)} />
        {data?.documentId ? (
          <Link to="/van-ban/$documentId" params={{ documentId: data.documentId }}>
            Mở văn bản đã vào sổ
          </Link>
        ) : (
          view.actions.includes('number') && (
            <Button size="s" aria-label={`Vào sổ ${name.toLocaleLowerCase('vi')}`} onClick={() => ask('number')}>
              Vào sổ
            </Button>
          )
        )}
      </div>
      {asked === 'see' && (
        <Dialog title={name} look="wide" onClose={close}>
          <Suspense fallback={<Skeleton lines={10} />}>{data && <PaperSheet paper={data.paper} />}</Suspense>
        </Dialog>
      )}
      {asked === 'number' && <NumberDialog view={view} kind={kind} onClose={close} />}
    </li>
  )
}

function NumberDialog({ view, kind, onClose }: { view: UnannouncedView; kind: PaperKind; onClose: () => void }) {
  const proposed = useQuery(numberQuery(view.campaignId, kind))
  const [typed, setTyped] = useState<string | null>(null)
  const number = typed ?? proposed.data?.number ?? ''
  return (
    <ConfirmDialog
      title={`Vào sổ ${documentKindNames[kind].toLocaleLowerCase('vi')}`}
      confirmLabel="Vào sổ"
      onConfirm={() => enterInBook(view.inspectionId, kind, number)}
      onClose={onClose}
    >
      <TextField
        label={proposed.data ? `Số (ký hiệu ${proposed.data.symbol})` : 'Số'}
        required
        inputMode="numeric"
        value={number}
        onChange={setTyped}
        hint="Văn bản mang ngày đã ký, đã trao; số chỉ lấy sau khi công bố để sổ văn bản không làm lộ cuộc kiểm tra."
      />
    </ConfirmDialog>
  )
}
