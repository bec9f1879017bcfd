import type { AttachmentView } from '@cchc/domain/evidence/contract.ts'
import { IconDownload } from '@tabler/icons-react'
import { ButtonAnchor } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { downloadAddress, previewAddress } from './data.ts'
import styles from './Evidence.module.css'

/** A picture, as large as the window. */
export function PictureDialog({ file, onClose }: { file: AttachmentView; onClose: () => void }) {
  return (
    <Dialog
      title={file.caption || file.name}
      look="wide"
      onClose={onClose}
      actions={
        <ButtonAnchor href={downloadAddress(file)} download icon={<IconDownload size={16} aria-hidden="true" />}>
          Tải ảnh gốc
        </ButtonAnchor>
      }
    >
      <img className={styles.picture} src={previewAddress(file)} alt={file.caption || file.name} />
    </Dialog>
  )
}
