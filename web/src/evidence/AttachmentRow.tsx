import type { AttachmentView } from '@cchc/domain/evidence/contract.ts'
import { fileKinds, fileNotes } from '@cchc/domain/evidence/kinds.ts'
import { sizeInWords } from '@cchc/domain/evidence/limits.ts'
import { pageReferenceInWords } from '@cchc/domain/evidence/page-reference.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconDownload, IconEye, IconFileText, IconPencil, IconPhoto, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { sayFailure } from '../platform/say-failure.ts'
import { IconButton } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toasts.ts'
import { AttachmentDialog } from './AttachmentDialog.tsx'
import { downloadAddress, previewAddress, putBack, takeAway } from './data.ts'
import styles from './Evidence.module.css'
import { PictureDialog } from './PictureDialog.tsx'

/** One file: what it is, what it shows and where in it, who added it, and what may be done with it. */
export function AttachmentRow({ file }: { file: AttachmentView }) {
  const [open, setOpen] = useState<'edit' | 'picture' | null>(null)
  const { name, kind, size, pages, caption, preview, mayOpen, actions, addedBy, addedAt } = file
  const page = pageReferenceInWords({ from: file.pageFrom, to: file.pageTo })
  const facts = [
    fileKinds[kind].words,
    sizeInWords(size),
    pages !== null && `${pages} trang`,
    file.locationKept && 'giữ vị trí chụp',
  ].filter(Boolean)
  const close = () => setOpen(null)
  return (
    <li className={styles.row}>
      <Thumbnail file={file} onOpen={() => setOpen('picture')} />
      <div className={styles.facts}>
        <span className={styles.name}>
          {name}
          {page && <span className={styles.page}>{page}</span>}
        </span>
        {caption && <span className={styles.caption}>{caption}</span>}
        <span className={styles.quiet}>
          {facts.join(' · ')}
          <br />
          {addedBy}, {formatInstant(addedAt)}
        </span>
        <Standing file={file} />
      </div>
      <div className={styles.tools}>
        {mayOpen && preview === 'pdf' && (
          <a
            className={styles.open}
            href={previewAddress(file)}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`Xem ${name}${page ? ` ${page}` : ''}`}
            title={`Xem ${page}`.trim()}
          >
            <IconEye size={17} aria-hidden="true" />
          </a>
        )}
        {mayOpen && (
          <a className={styles.open} href={downloadAddress(file)} download aria-label={`Tải về ${name}`} title="Tải về">
            <IconDownload size={17} aria-hidden="true" />
          </a>
        )}
        {actions.includes('edit') && file.state !== 'infected' && (
          <IconButton size="s" label={`Chú thích, số trang của ${name}`} onClick={() => setOpen('edit')}>
            <IconPencil size={16} aria-hidden="true" />
          </IconButton>
        )}
        {actions.includes('remove') && (
          <IconButton size="s" label={`Gỡ ${name}`} onClick={() => void remove(file)}>
            <IconTrash size={16} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {open === 'edit' && <AttachmentDialog file={file} onClose={close} />}
      {open === 'picture' && <PictureDialog file={file} onClose={close} />}
    </li>
  )
}

function Thumbnail({ file, onOpen }: { file: AttachmentView; onOpen: () => void }) {
  if (file.preview !== 'picture') {
    return (
      <span className={styles.thumbnail}>
        <IconFileText size={22} stroke={1.6} aria-hidden="true" />
      </span>
    )
  }
  if (!file.mayOpen) {
    return (
      <span className={styles.thumbnail}>
        <IconPhoto size={22} stroke={1.6} aria-hidden="true" />
      </span>
    )
  }
  return (
    <button type="button" className={styles.thumbnail} aria-label={`Xem ${file.name}`} onClick={onOpen}>
      <img src={previewAddress(file)} alt="" loading="lazy" />
    </button>
  )
}

/** What is to be known before it is opened. */
function Standing({ file: { state, mayOpen, notes, name } }: { file: AttachmentView }) {
  if (state === 'infected')
    return (
      <Message kind="error">
        Tệp có vi-rút nên đã bị loại bỏ. Gỡ dòng này, quét máy đã gửi tệp rồi tải lên bản sạch.
      </Message>
    )
  return (
    <>
      {!mayOpen && (
        <span className={styles.quiet} role="status" aria-label={`Trạng thái quét của ${name}`}>
          Đang quét vi-rút, mở được sau ít phút
        </span>
      )}
      {notes.map((note) => (
        <span key={note} className={styles.note}>
          {fileNotes[note]}
        </span>
      ))}
    </>
  )
}

/** Takes it away at once, with the way back beside. */
async function remove(file: AttachmentView): Promise<void> {
  try {
    const removed = await takeAway(file)
    toast({
      tone: 'good',
      text: `Đã gỡ “${file.name}”.`,
      undo: {
        label: 'Hoàn tác',
        run: () => void putBack(removed).catch(sayFailure),
      },
    })
  } catch (error) {
    sayFailure(error)
  }
}
