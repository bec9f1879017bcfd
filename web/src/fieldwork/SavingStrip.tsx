import { IconAlertTriangle, IconCheck, IconCloudUpload } from '@tabler/icons-react'
import { useCallback } from 'react'
import { unsentWords } from '../platform/offline/unsent-words.ts'
import { useUnsent } from '../platform/offline/use-unsent.ts'
import { useSavingHabits, useSavingState } from '../platform/use-saver.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { toast } from '../ui/toasts.ts'
import styles from './Visit.module.css'
import type { VisitDesk } from './visit-desk.ts'

/** Says at all times what of this visit has not reached the server. */
export function SavingStrip({ desk, onShowClashes }: { desk: VisitDesk; onShowClashes: () => void }) {
  const { unsent, failed, clashes } = useSavingState(desk.savers)
  const saveNow = useCallback(async () => {
    await Promise.all(desk.savers.map((saver) => saver.flushAll()))
    if (desk.savers.every((saver) => saver.keys().every((key) => saver.slot(key).phase === 'still')))
      toast({ tone: 'good', text: 'Đã lưu mọi nội dung của buổi kiểm tra.' })
  }, [desk])
  useSavingHabits(desk.savers, saveNow)
  const here = useUnsent()
  const keptPlace = here?.places.find(({ inspectionId }) => inspectionId === desk.place.inspectionId)
  const kept = keptPlace?.unsent ?? 0

  const isTrouble = failed > 0 || clashes.length > 0
  const isOpen = unsent > 0 || kept > 0
  const Icon = isTrouble ? IconAlertTriangle : isOpen ? IconCloudUpload : IconCheck
  const words = isTrouble
    ? clashes.length > 0
      ? 'Có nội dung hai người cùng sửa'
      : 'Chưa gửi được, vẫn ghi được'
    : unsent > 0
      ? 'Đang lưu'
      : kept > 0
        ? 'Đã giữ trên máy này'
        : 'Mọi nội dung đã lưu'
  return (
    <div className={classes(styles.strip, isTrouble ? styles.stripWait : !isOpen && styles.stripOk)}>
      <Icon size={17} aria-hidden="true" />
      <span role="status">{words}</span>
      <span className={styles.stripEnd}>
        {here && unsentWords({ ...keptPlace, unsent: kept, sentAt: here.sentAt }, new Date().toISOString())}
        {!here && unsent > 0 && `chờ gửi: ${unsent}`}
        {clashes.length > 0 && (
          <Button size="s" onClick={onShowClashes}>
            Xem hai bản
          </Button>
        )}
        {failed > 0 && (
          <Button size="s" onClick={() => void saveNow()}>
            Gửi lại
          </Button>
        )}
      </span>
    </div>
  )
}
