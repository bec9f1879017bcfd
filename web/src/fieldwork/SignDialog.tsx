import { type MinutesState, type SigningPlace, signingSideNames } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { inGroups } from '@cchc/domain/fieldwork/minutes-rules.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Minutes.module.css'
import { putWord } from './minutes-data.ts'
import { pictureOf, SignaturePad } from './SignaturePad.tsx'

interface Props {
  state: MinutesState
  place: SigningPlace
  onClose: () => void
}

/** Signs the newest version by drawing. */
export function SignDialog({ state, place, onClose }: Props) {
  const [sheet, setSheet] = useState<HTMLCanvasElement | null>(null)
  const [wiped, setWiped] = useState(0)
  const version = state.versions[0]!
  const who = place.name || signingSideNames[place.side]
  const sign = async () => {
    if (!sheet) return 'Ký vào khung trắng trước.'
    await putWord(state, { side: place.side, way: 'drawn', picture: pictureOf(sheet) })
    toast({ tone: 'good', text: `Đã ký bản ${version.version} của biên bản.` })
  }
  return (
    <FormDialog
      title={`${signingSideNames[place.side]} ký bản ${version.version}`}
      onClose={onClose}
      onSubmit={sign}
      submitLabel="Ký biên bản"
      wayOut="Để sau"
      others={
        <Button onClick={() => setWiped((times) => times + 1)} disabled={!sheet}>
          Xóa nét
        </Button>
      }
    >
      <p>
        <strong>{who}</strong> ký bằng ngón tay, bút hoặc chuột vào khung dưới đây.
      </p>
      <SignaturePad label={`Khung ký của ${who}`} wiped={wiped} onDrawn={setSheet} />
      <p className={styles.quiet}>
        Chữ ký vẽ trên màn hình không phải là chữ ký số theo Luật Giao dịch điện tử; bản giấy có chữ ký vẫn là bản gốc.
      </p>
      <p className={styles.print}>Mã bản: {inGroups(version.fingerprint)}</p>
    </FormDialog>
  )
}
