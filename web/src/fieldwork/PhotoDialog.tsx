import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import type { SitePhoto, SiteRecordView } from '@cchc/domain/fieldwork/site-contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { sendAll } from '../platform/offline/send-outbox.ts'
import { deviceStore } from '../platform/offline/store.ts'
import { sizeWords } from '../platform/offline/unsent-words.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { useViewer } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Photos.module.css'
import { usePhotoFile } from './photo-file.ts'
import { keepOnSite, removeOnSite } from './site-desk.ts'
import type { VisitDesk } from './visit-desk.ts'

interface Props {
  view: VisitView
  desk: VisitDesk
  photo: SiteRecordView & { readonly content: SitePhoto }
  onClose: () => void
}

/** One photo, large: when and by whom it was taken, what it shows in words, and its removal. */
export function PhotoDialog({ view, desk, photo, onClose }: Props) {
  const viewer = useViewer()
  const { content, recordId, revision, recordedBy } = photo
  const { large, file } = usePhotoFile(desk.place, photo)
  const [caption, setCaption] = useState(content.caption)
  const [asks, setAsks] = useState(false)
  const mayChange = view.actions.includes('record-findings') && (photo.mine || viewer.roles.includes('planner'))
  const act = async (done: Promise<unknown>, words: string) => {
    try {
      await done
      toast({ tone: 'good', text: words })
      onClose()
    } catch (error) {
      sayFailure(error)
    }
  }
  const save = () =>
    void (caption.trim() === content.caption
      ? onClose()
      : act(
          keepOnSite(desk.place, viewer, { ...content, caption: caption.trim() }, { recordId, base: revision }),
          'Đã lưu chú thích.',
        ))
  const again = async () => {
    const { personId, inspectionId } = desk.place
    await deviceStore().files.update([personId, inspectionId, content.sha256], { problem: null })
    await sendAll(personId)
  }
  const isOpen = desk.pending.has(`site:${recordId}`)
  return (
    <Dialog
      title="Ảnh chụp tại chỗ"
      look="wide"
      onClose={onClose}
      onSubmit={save}
      actions={
        mayChange && (
          <>
            <Button
              kind={asks ? 'danger' : 'quiet'}
              icon={<IconTrash size={17} aria-hidden="true" />}
              onClick={() =>
                asks ? void act(removeOnSite(desk.place, viewer, recordId), 'Đã xóa ảnh.') : setAsks(true)
              }
            >
              {asks ? 'Xóa hẳn ảnh này' : 'Xóa ảnh'}
            </Button>
            <Button type="submit" kind="primary">
              Lưu chú thích
            </Button>
          </>
        )
      }
    >
      <Stack gap={3}>
        {large ? (
          <img className={styles.large} src={large} alt={content.caption || 'Ảnh chụp tại chỗ'} />
        ) : (
          <Message kind="note">Ảnh ở trên máy đã chụp và máy chủ; máy này chưa có. Mở lại khi có mạng để xem.</Message>
        )}
        {file?.problem && (
          <Message kind="error" lead="Máy chủ chưa nhận ảnh này.">
            {file.problem}{' '}
            <Button size="s" onClick={() => void again()}>
              Gửi lại
            </Button>
          </Message>
        )}
        <p className={styles.facts}>
          Chụp {formatInstant(content.takenAt)} theo giờ máy chụp · {recordedBy} · {sizeWords(content.size)}
          {isOpen && ' · chưa gửi'}
          {content.spot && (
            <>
              <br />
              Vị trí {degrees(content.spot.latitude)}; {degrees(content.spot.longitude)} (sai số khoảng{' '}
              {Math.ceil(content.spot.accuracy)} m)
            </>
          )}
        </p>
        {mayChange ? (
          <TextField
            label="Chú thích"
            hint="Ảnh cho thấy điều gì, ở đâu"
            maxLength={500}
            value={caption}
            onChange={setCaption}
          />
        ) : (
          content.caption && <p>{content.caption}</p>
        )}
      </Stack>
    </Dialog>
  )
}

/** To about a metre. */
const degrees = (value: number) => value.toFixed(5).replace('.', ',')
