import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconDeviceTablet, IconDownload } from '@tabler/icons-react'
import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'
import { deviceStore, type Pack } from '../platform/offline/store.ts'
import { takePack } from '../platform/offline/take-pack.ts'
import { sizeWords } from '../platform/offline/unsent-words.ts'
import { useReachable } from '../platform/reachable.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { useCampaignId, useViewer } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Message } from '../ui/Message.tsx'
import styles from './Pack.module.css'

type Place = Pick<VisitView, 'inspectionId'>

/** Takes a visit along for where there is no network, and says when that was done last. */
export default function PackCard({ inspectionId }: Place) {
  const { personId } = useViewer()
  const reachable = useReachable()
  const pack = usePack(personId, inspectionId)
  const { take, progress, problem, warning } = useTaking()
  const isBusy = progress !== null
  return (
    <section className={styles.card} aria-label="Mang theo buổi kiểm tra">
      <div className={styles.line}>
        <IconDeviceTablet className={classes(!pack && styles.roomy)} size={20} aria-hidden="true" />
        <p className={classes(styles.words, !pack && styles.roomy)}>
          {pack ? (
            <>
              <strong>Đã mang theo trên máy này</strong>
              <span className={styles.quiet}>
                lúc {formatInstant(pack.takenAt)} · {sizeWords(pack.bytes)}
              </span>
            </>
          ) : (
            <>
              <strong>Nơi kiểm tra có thể không có mạng?</strong>
              <span className={styles.quiet}>
                Mang theo báo cáo, số liệu, danh mục minh chứng để vẫn mở và ghi được.
              </span>
            </>
          )}
        </p>
        <Button
          busy={isBusy}
          disabled={!reachable}
          icon={<IconDownload size={16} aria-hidden="true" />}
          onClick={() => void take(inspectionId)}
        >
          {isBusy ? `Đang lấy ${progress}%` : pack ? 'Lấy bản mới' : 'Mang theo để dùng khi không có mạng'}
        </Button>
      </div>
      {isBusy && <progress className={styles.progress} max={100} value={progress} aria-label="Đang mang theo" />}
      {problem && (
        <Message kind="error" live>
          {problem}
        </Message>
      )}
      {warning && <Message kind="warning">{warning}</Message>}
      {!window.isSecureContext && (
        <Message kind="warning">
          Máy này mở phần mềm qua địa chỉ http, nên trình duyệt không cho mở lại trang khi mất mạng. Đừng đóng trang;
          hoặc mở phần mềm bằng địa chỉ https rồi mang theo.
        </Message>
      )}
    </section>
  )
}

/** Takes packs one after another, with what to show meanwhile and afterwards. */
export function useTaking() {
  const { personId } = useViewer()
  const campaignId = useCampaignId()
  const [progress, setProgress] = useState<number | null>(null)
  const [problem, setProblem] = useState('')
  const [warning, setWarning] = useState<string | null>(null)
  const take = async (...inspectionIds: string[]) => {
    setProblem('')
    setProgress(0)
    try {
      for (const [at, inspectionId] of inspectionIds.entries()) {
        const taken = await takePack({
          personId,
          inspectionId,
          campaignId,
          onProgress: (done, of) => setProgress(Math.round(((at + done / of) / inspectionIds.length) * 100)),
        })
        setWarning(taken.warning)
      }
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setProgress(null)
    }
  }
  return { take, progress, problem, warning }
}

/** What a person has of a visit on this device; undefined where nothing, or while it is not known. */
function usePack(personId: string, inspectionId: string): Pack | undefined {
  const [pack, setPack] = useState<Pack>()
  useEffect(() => {
    const reading = liveQuery(() => deviceStore().packs.get([personId, inspectionId]))
    const following = reading.subscribe({ next: setPack, error: () => undefined })
    return () => following.unsubscribe()
  }, [personId, inspectionId])
  return pack
}
