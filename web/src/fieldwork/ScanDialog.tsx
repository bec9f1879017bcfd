import { type MinutesState, type SigningSide, signingSideNames } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { signaturesMissing } from '@cchc/domain/fieldwork/minutes-rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { attachmentsQuery, isAt } from '../evidence/data.ts'
import { EvidenceBox } from '../evidence/EvidenceBox.tsx'
import { CheckField, CheckGroup } from '../ui/ChoiceFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Minutes.module.css'
import { putWord } from './minutes-data.ts'

/** "Chủ tọa · Trần Văn Mẫu". */
const whoSigns = ({ signing }: MinutesState, side: SigningSide) =>
  [signingSideNames[side], signing.find((place) => place.side === side)?.name].filter(Boolean).join(' · ')

/** The scan of the signed paper beside its version, and who signed on it. */
export function ScanDialog({ state, onClose }: { state: MinutesState; onClose: () => void }) {
  const { inspectionId, versions } = state
  const version = versions[0]!
  const at = { inspectionId, ownerKind: 'minutes' as const, ownerId: version.minutesVersionId, place: '' }
  const { data } = useQuery(attachmentsQuery(inspectionId))
  const scan = data?.attachments.filter(isAt(at)).at(-1)
  const missing = signaturesMissing(version.signatures)
  const [signed, setSigned] = useState<readonly SigningSide[]>([])
  const chosen = signed.filter((side) => missing.includes(side))
  const save = async () => {
    if (!scan) return 'Tải bản quét lên trước (PDF hoặc ảnh chụp).'
    for (const side of chosen) await putWord(state, { side, way: 'paper', attachmentId: scan.attachmentId })
    toast({ tone: 'good', text: 'Đã ghi chữ ký trên bản giấy.' })
  }
  return (
    <FormDialog
      title={`Bản giấy đã ký của bản ${version.version}`}
      onClose={onClose}
      onSubmit={save}
      submitLabel="Ghi chữ ký trên giấy"
      ready={chosen.length > 0}
      wayOut="Để sau"
    >
      <p className={styles.quiet}>Quét hoặc chụp đủ các trang của bản giấy (PDF, JPEG, PNG, WebP).</p>
      <EvidenceBox at={at} writable empty="Chưa có bản quét." />
      {missing.length > 0 && (
        <CheckGroup label="Những người đã ký trên bản này">
          {missing.map((side) => (
            <CheckField
              key={side}
              label={whoSigns(state, side)}
              checked={signed.includes(side)}
              onChange={(on) => setSigned(on ? [...signed, side] : signed.filter((one) => one !== side))}
            />
          ))}
        </CheckGroup>
      )}
    </FormDialog>
  )
}
