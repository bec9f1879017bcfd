import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import type { Spot } from '@cchc/domain/fieldwork/site-contract.ts'
import { siteOf } from '@cchc/domain/fieldwork/site-rules.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconAlertTriangle, IconCamera, IconCloudUp, IconMapPin, IconPhoto, IconPhotoPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { sentenceOf } from '../platform/refusal.ts'
import { useViewer } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toasts.ts'
import { PhotoDialog } from './PhotoDialog.tsx'
import styles from './Photos.module.css'
import { usePhotoFile } from './photo-file.ts'
import { takePhoto } from './site-desk.ts'
import type { VisitDesk } from './visit-desk.ts'

type Photo = ReturnType<typeof siteOf<'photo'>>[number]

interface Props {
  view: VisitView
  desk: VisitDesk
  /** The finding that they show; null for those of no finding that is here. */
  findingId: string | null
  /** Whether more may be taken now: with everything about it, by one small button, or not. */
  adding: 'whole' | 'small' | null
}

/** The photos of one finding, and where it may be written, a way to take more; without network as well. */
export default function PhotoStrip({ view, desk, findingId, adding }: Props) {
  const [open, setOpen] = useState<string | null>(null)
  const photos = photosOf(view, findingId)
  const shown = photos.find(({ recordId }) => recordId === open)
  if (photos.length === 0 && !adding) return null
  return (
    <div className={styles.photos}>
      {photos.length > 0 && (
        <ul className={styles.strip} aria-label="Ảnh chụp tại chỗ">
          {photos.map((photo) => (
            <Thumb key={photo.recordId} photo={photo} desk={desk} onOpen={() => setOpen(photo.recordId)} />
          ))}
        </ul>
      )}
      {adding && <Adder desk={desk} findingId={findingId} isSmall={adding === 'small'} />}
      {shown &&
        createPortal(
          <PhotoDialog key={shown.recordId} photo={shown} desk={desk} view={view} onClose={() => setOpen(null)} />,
          document.body,
        )}
    </div>
  )
}

/** Those of one finding; for null those whose finding is not on this screen: none was named, or it was removed or not recorded. */
export function photosOf(view: VisitView, findingId: string | null): Photo[] {
  const known = new Set(view.findings.map((finding) => finding.findingId))
  return siteOf(view.site, 'photo').filter(({ content }) =>
    findingId === null ? content.findingId === null || !known.has(content.findingId) : content.findingId === findingId,
  )
}

function Thumb({ photo, desk, onOpen }: { photo: Photo; desk: VisitDesk; onOpen: () => void }) {
  const { content, attachmentId } = photo
  const { thumb, file } = usePhotoFile(desk.place, photo)
  const isOpen = desk.pending.has(`site:${photo.recordId}`)
  const part = file && !file.isUp && file.size > 0 ? Math.floor((file.sent / file.size) * 100) : null
  const state = file?.problem ? 'chưa gửi được' : isOpen ? (part ? `đã gửi ${part}%` : 'chưa gửi') : ''
  const about = [content.caption || 'Ảnh', `chụp ${formatInstant(content.takenAt)}`, state].filter(Boolean).join(', ')
  return (
    <li>
      <button type="button" className={styles.thumb} aria-label={about} title={about} onClick={onOpen}>
        {thumb ? <img src={thumb} alt="" /> : <IconPhoto size={26} stroke={1.5} aria-hidden="true" />}
        {(isOpen || (!attachmentId && !thumb)) && (
          <span className={styles.state} data-trouble={file?.problem ? '' : undefined}>
            {file?.problem ? (
              <IconAlertTriangle size={14} aria-hidden="true" />
            ) : (
              <IconCloudUp size={14} aria-hidden="true" />
            )}
            {part ? `${part}%` : null}
          </span>
        )}
        {content.spot && (
          <span className={styles.spot}>
            <IconMapPin size={14} aria-hidden="true" />
          </span>
        )}
      </button>
      {content.caption && <span className={styles.caption}>{content.caption}</span>}
    </li>
  )
}

function Adder({ desk, findingId, isSmall }: { desk: VisitDesk; findingId: string | null; isSmall: boolean }) {
  const viewer = useViewer()
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  const [withSpot, setWithSpot] = useState(false)
  const [busy, setBusy] = useState(0)
  const [problem, setProblem] = useState('')
  const take = async (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length === 0) return
    setProblem('')
    setBusy(files.length)
    const spot = withSpot ? await whereNow() : null
    if (withSpot && !spot) toast({ tone: 'note', text: 'Không lấy được vị trí nên ảnh được giữ không kèm vị trí.' })
    // Wanted for this photo alone.
    setWithSpot(false)
    for (const file of files) {
      try {
        await takePhoto(desk.place, viewer, file, { findingId, spot })
      } catch (error) {
        setProblem(sentenceOf(error))
      }
      setBusy((left) => left - 1)
    }
  }
  const input = (capture: boolean) => (
    <input
      ref={capture ? camera : album}
      type="file"
      accept="image/*"
      className={styles.input}
      aria-label={capture ? 'Chụp ảnh' : 'Chọn ảnh có sẵn'}
      tabIndex={-1}
      {...(capture ? { capture: 'environment' as const } : { multiple: true })}
      onChange={(event) => {
        const { files } = event.target
        void take(files).finally(() => {
          event.target.value = ''
        })
      }}
    />
  )
  return (
    <div className={styles.adder}>
      {isSmall ? (
        <Button
          size="s"
          kind="quiet"
          className={styles.small}
          busy={busy > 0}
          icon={<IconCamera size={16} aria-hidden="true" />}
          onClick={() => album.current?.click()}
        >
          {busy > 0 ? `Đang giữ ${busy} ảnh` : 'Thêm ảnh'}
        </Button>
      ) : (
        <div className={styles.buttons}>
          <Button
            className={styles.camera}
            busy={busy > 0}
            icon={<IconCamera size={18} aria-hidden="true" />}
            onClick={() => camera.current?.click()}
          >
            {busy > 0 ? `Đang giữ ${busy} ảnh` : 'Chụp ảnh'}
          </Button>
          <Button
            disabled={busy > 0}
            icon={<IconPhotoPlus size={18} aria-hidden="true" />}
            onClick={() => album.current?.click()}
          >
            Chọn ảnh
          </Button>
          <CheckField label="Ghi cả vị trí cho ảnh tới" checked={withSpot} onChange={setWithSpot} />
        </div>
      )}
      {!isSmall && input(true)}
      {input(false)}
      {problem && (
        <Message kind="error" live>
          {problem}
        </Message>
      )}
    </div>
  )
}

/** Where the device is, or null where it cannot or may not say. */
function whereNow(): Promise<Spot | null> {
  const { geolocation } = navigator
  if (!geolocation) return Promise.resolve(null)
  return new Promise((done) =>
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => done({ latitude, longitude, accuracy }),
      () => done(null),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    ),
  )
}
