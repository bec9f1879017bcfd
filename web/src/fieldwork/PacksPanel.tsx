import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { IconDeviceTablet, IconDownload, IconFileDownload, IconFileUpload, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { liveQuery } from 'dexie'
import { useEffect, useRef, useState } from 'react'
import type { Pack } from '../platform/offline/store.ts'
import { dropPack, packsOf } from '../platform/offline/take-pack.ts'
import { loadUnsentFile, unsentFileName, writeUnsentFile } from '../platform/offline/unsent-file.ts'
import { sizeWords, unsentWords } from '../platform/offline/unsent-words.ts'
import { useUnsent } from '../platform/offline/use-unsent.ts'
import { useReachable } from '../platform/reachable.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { useSession, useViewer } from '../platform/session.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Row, Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Pack.module.css'
import { useTaking } from './PackCard.tsx'

/** What the person carries along on this device, and what is unsent of it, which may leave and enter it as a file. */
export default function PacksPanel({ rows }: { rows: readonly InspectionRow[] }) {
  const { personId } = useViewer()
  const { today } = useSession()
  const reachable = useReachable()
  const packs = usePacks(personId)
  const { take, progress, problem, warning } = useTaking()
  const todays = rows.filter(
    ({ visitOn, inspectionId }) => visitOn === today && !packs.some((pack) => pack.inspectionId === inspectionId),
  )
  const isBusy = progress !== null
  return (
    <Card title="Mang theo trên máy này" aside={packs.length > 0 ? `${packs.length} buổi` : undefined}>
      <Stack gap={3}>
        {packs.length === 0 && (
          <p className={styles.quiet}>
            Chưa mang theo buổi nào. Mở một buổi kiểm tra rồi bấm “Mang theo để dùng khi không có mạng”.
          </p>
        )}
        <ul className={styles.packs}>
          {packs.map((pack) => (
            <PackRow key={pack.inspectionId} pack={pack} />
          ))}
        </ul>
        {(todays.length > 0 || packs.length > 0) && (
          <Row>
            {todays.length > 0 && (
              <Button
                busy={isBusy}
                disabled={!reachable}
                icon={<IconDeviceTablet size={16} aria-hidden="true" />}
                onClick={() => void take(...todays.map(({ inspectionId }) => inspectionId))}
              >
                {isBusy ? `Đang lấy ${progress}%` : `Mang theo ${todays.length} buổi hôm nay`}
              </Button>
            )}
            {packs.length > 0 && (
              <Button
                busy={isBusy}
                disabled={!reachable}
                icon={<IconDownload size={16} aria-hidden="true" />}
                onClick={() => void take(...packs.map(({ inspectionId }) => inspectionId))}
              >
                {isBusy ? `Đang lấy ${progress}%` : 'Lấy bản mới của tất cả'}
              </Button>
            )}
          </Row>
        )}
        {problem && (
          <Message kind="error" live>
            {problem}
          </Message>
        )}
        {warning && <Message kind="warning">{warning}</Message>}
        <UnsentFile />
      </Stack>
    </Card>
  )
}

function PackRow({ pack }: { pack: Pack }) {
  const { inspectionId, personId, unitName } = pack
  return (
    <li>
      <span className={styles.words}>
        <Link to="/kiem-tra/$inspectionId/buoi-kiem-tra" params={{ inspectionId }}>
          {unitName}
        </Link>
        <span className={styles.quiet}>
          {pack.visitOn && `kiểm tra ngày ${formatDate(pack.visitOn)} · `}lấy lúc {formatInstant(pack.takenAt)} ·{' '}
          {sizeWords(pack.bytes)}
        </span>
      </span>
      <IconButton
        label={`Bỏ ${unitName} khỏi máy này`}
        onClick={() => void dropPack(personId, inspectionId).catch(sayFailure)}
      >
        <IconTrash size={17} aria-hidden="true" />
      </IconButton>
    </li>
  )
}

/** What is unsent, to a file and from one: for a tablet whose battery ends, or that never gets a signal. */
function UnsentFile() {
  const { personId } = useViewer()
  const unsent = useUnsent()
  const chosen = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState('')
  const save = async () => {
    const address = URL.createObjectURL(new Blob([await writeUnsentFile(personId)], { type: 'application/json' }))
    const link = Object.assign(document.createElement('a'), { href: address, download: unsentFileName() })
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
  }
  const load = async (file: File) => {
    setProblem('')
    try {
      const added = await loadUnsentFile(personId, await file.text())
      toast({
        tone: 'good',
        text:
          added > 0 ? `Đã nạp ${added} điều chưa gửi.` : 'Mọi điều trong tệp đã có trên máy này, không nạp thêm gì.',
      })
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <Stack gap={2}>
      {unsent && <p>{unsentWords(unsent, new Date().toISOString())}</p>}
      <Row>
        {unsent && unsent.unsent > 0 && (
          <Button icon={<IconFileDownload size={16} aria-hidden="true" />} onClick={() => void save()}>
            Lưu phần chưa gửi ra tệp
          </Button>
        )}
        <Button
          kind="quiet"
          icon={<IconFileUpload size={16} aria-hidden="true" />}
          onClick={() => chosen.current?.click()}
        >
          Nạp từ tệp
        </Button>
        <input
          ref={chosen}
          type="file"
          accept=".json,application/json"
          className={styles.fileInput}
          aria-label="Tệp phần chưa gửi"
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void load(file)
          }}
        />
      </Row>
      {problem && (
        <Message kind="error" live>
          {problem}
        </Message>
      )}
    </Stack>
  )
}

function usePacks(personId: string): readonly Pack[] {
  const [packs, setPacks] = useState<readonly Pack[]>([])
  useEffect(() => {
    const following = liveQuery(() => packsOf(personId)).subscribe({ next: setPacks, error: () => undefined })
    return () => following.unsubscribe()
  }, [personId])
  return packs
}
