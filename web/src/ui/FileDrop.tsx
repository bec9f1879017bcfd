import { IconFileUpload } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { classes } from './classes.ts'
import styles from './FileDrop.module.css'
import { Message } from './Message.tsx'

export interface FileDropProps {
  /** The act: "Chọn quyết định". */
  label: string
  /** Endings with their dot: [".docx", ".pdf", ".txt"]. */
  accept: readonly string[]
  maxBytes: number
  multiple?: boolean
  busy?: boolean
  hint?: ReactNode
  /** Only files that are of an accepted kind, not empty and within the limit. */
  onFiles: (files: File[]) => void
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toLocaleString('vi', { maximumFractionDigits: 1 })} MB`

/** Why a file is not taken, or null; the server looks again at the content. */
function whyNot(file: File, accept: readonly string[], maxBytes: number): string | null {
  if (accept.length > 0 && !accept.some((ending) => file.name.toLowerCase().endsWith(ending))) {
    return `Tệp “${file.name}” không phải loại được nhận. Chọn tệp ${accept.join(', ')}.`
  }
  if (file.size === 0) return `Tệp “${file.name}” rỗng. Mở tệp xem còn nội dung không rồi chọn lại.`
  if (file.size > maxBytes) {
    return `Tệp “${file.name}” nặng ${megabytes(file.size)}, quá mức ${megabytes(maxBytes)}. Nén ảnh hoặc tách tệp rồi chọn lại.`
  }
  return null
}

/** A place to drop files on, and a link to choose them. */
export function FileDrop({ label, accept, maxBytes, multiple, busy, hint, onFiles }: FileDropProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string[]>([])

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1)
    const reasons = files.map((file) => whyNot(file, accept, maxBytes))
    setRefused(reasons.filter((reason) => reason !== null))
    const taken = files.filter((_, place) => reasons[place] === null)
    if (taken.length > 0) onFiles(taken)
  }

  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input is the first */}
      <div
        className={classes(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          if (!busy) take(event.dataTransfer.files)
        }}
      >
        <IconFileUpload aria-hidden="true" />
        <div>
          <input
            id={id}
            type="file"
            className="hidden-visually"
            accept={accept.join(',')}
            multiple={multiple}
            disabled={busy}
            onChange={(event) => {
              take(event.target.files)
              // The same file may be chosen again after it was mended.
              event.target.value = ''
            }}
          />
          <label htmlFor={id}>{busy ? 'Đang gửi…' : label}</label> hoặc thả vào đây
        </div>
        <p>{hint ?? `${accept.join(', ')}, tối đa ${megabytes(maxBytes)}`}</p>
      </div>
      {refused.map((reason) => (
        <div key={reason} className={styles.refused}>
          <Message kind="error" live>
            {reason}
          </Message>
        </div>
      ))}
    </div>
  )
}
