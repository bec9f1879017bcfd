import { takenEndings } from '@cchc/domain/evidence/kinds.ts'
import { MOST_FILE_BYTES, sizeInWords } from '@cchc/domain/evidence/limits.ts'
import { IconCamera, IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ClipboardEvent, type DragEvent, useId, useState } from 'react'
import { useViewer } from '../platform/session.ts'
import { classes } from '../ui/classes.ts'
import { Message } from '../ui/Message.tsx'
import { useMedia } from '../ui/media.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { AttachmentRow } from './AttachmentRow.tsx'
import { attachmentsQuery, type EvidencePlace, isAt } from './data.ts'
import styles from './Evidence.module.css'
import { SendingRow } from './SendingRow.tsx'
import { leftoversAt, sendFiles, useSendings } from './upload-desk.ts'

interface Props {
  at: EvidencePlace
  /** Whether files may be added now. */
  writable: boolean
  /** Said while nothing hangs here. */
  empty?: string
}

const PICTURES = 'image/jpeg,image/png,image/webp,image/gif'

/**
 * The files at one place: each with what it shows, those on their way, and – where files may be added – a place to drop, choose,
 * paste and photograph. For items of a report, requests for documents, and whatever else files will hang on.
 */
export function EvidenceBox({ at, writable, empty }: Props) {
  const { data, error } = useQuery(attachmentsQuery(at.inspectionId))
  const sendings = useSendings().filter((one) => one.at.ownerId === at.ownerId && one.at.place === at.place)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={3} label="Đang tải tài liệu" />
  const files = data.attachments.filter(isAt(at))
  return (
    <div className={styles.box}>
      {files.length + sendings.length > 0 ? (
        <ul className={styles.list}>
          {files.map((file) => (
            <AttachmentRow key={file.attachmentId} file={file} />
          ))}
          {sendings.map((one) => (
            <SendingRow key={one.id} sending={one} />
          ))}
        </ul>
      ) : (
        empty && <p className={styles.quiet}>{empty}</p>
      )}
      {writable && <Adder at={at} busyNames={sendings.map(({ name }) => name)} />}
    </div>
  )
}

function Adder({ at, busyNames }: { at: EvidencePlace; busyNames: readonly string[] }) {
  const { personId } = useViewer()
  const [over, setOver] = useState(false)
  const [keepLocation, setKeepLocation] = useState(false)
  const isTouch = useMedia('(pointer: coarse)')
  const id = useId()
  const take = (list: Iterable<File> | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0) sendFiles(at, files, { personId, keepLocation })
  }
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    take(files.map(named))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const cut = leftoversAt(at).filter(({ name }) => !busyNames.includes(name))

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are further ways; the inputs are the first
    <div
      className={classes(styles.adder, over && styles.over)}
      onPaste={paste}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {cut.map(({ name, size }) => (
        <Message key={name} kind="warning">
          “{name}” ({sizeInWords(size)}) tải dở trước đó. Chọn lại đúng tệp này để tải tiếp phần còn thiếu.
        </Message>
      ))}
      <div className={styles.ways}>
        <Chooser id={`${id}-files`} accept={takenEndings.join(',')} multiple onFiles={take}>
          <IconPaperclip size={17} aria-hidden="true" /> Chọn tệp
        </Chooser>
        {isTouch && (
          <Chooser id={`${id}-camera`} accept={PICTURES} capture onFiles={take}>
            <IconCamera size={17} aria-hidden="true" /> Chụp ảnh
          </Chooser>
        )}
        <span className={styles.orDrop}>{isTouch ? '' : 'thả tệp vào đây, hoặc dán ảnh (Ctrl+V)'}</span>
      </div>
      <p className={styles.quiet}>
        PDF, Word, Excel, PowerPoint, ảnh, văn bản thuần; mỗi tệp tối đa {sizeInWords(MOST_FILE_BYTES)}.
      </p>
      <label className={styles.keep}>
        <input type="checkbox" checked={keepLocation} onChange={(event) => setKeepLocation(event.target.checked)} />
        <span>Giữ vị trí chụp trong ảnh (mặc định bỏ)</span>
      </label>
    </div>
  )
}

interface ChooserProps {
  id: string
  accept: string
  multiple?: boolean
  capture?: boolean
  onFiles: (files: FileList | null) => void
  children: React.ReactNode
}

function Chooser({ id, accept, multiple, capture, onFiles, children }: ChooserProps) {
  return (
    <span className={styles.chooser}>
      <input
        id={id}
        type="file"
        className="hidden-visually"
        accept={accept}
        multiple={multiple}
        {...(capture ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          onFiles(event.target.files)
          // The same file may be chosen again after it was mended.
          event.target.value = ''
        }}
      />
      <label htmlFor={id}>{children}</label>
    </span>
  )
}

/** A pasted picture has no name of its own. */
function named(file: File, index: number): File {
  if (file.name && file.name !== 'image.png') return file
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  const time = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
  const ending = file.type.split('/')[1] ?? 'png'
  return new File([file], `Ảnh dán ${time}${index > 0 ? ` (${index + 1})` : ''}.${ending}`, { type: file.type })
}
