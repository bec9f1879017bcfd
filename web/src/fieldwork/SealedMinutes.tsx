import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import {
  type MinutesSignature,
  type MinutesState,
  type SigningPlace,
  signingSideNames,
} from '@cchc/domain/fieldwork/minutes-contract.ts'
import { inGroups, signaturesMissing } from '@cchc/domain/fieldwork/minutes-rules.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconCheck, IconClock, IconPencil, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Row } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import styles from './Minutes.module.css'
import { MinutesChangeCard } from './MinutesChangeCard.tsx'
import { MinutesChangeDialog } from './MinutesChangeDialog.tsx'
import { MinutesVersions } from './MinutesVersions.tsx'
import { minutesStateQuery, putWord } from './minutes-data.ts'
import { ScanDialog } from './ScanDialog.tsx'
import { SignDialog } from './SignDialog.tsx'

/** Closed minutes: who has signed the newest version, who has not and why the viewer may or may not, and every version. */
export function SealedMinutes({ view }: { view: VisitView }) {
  const { data, error } = useQuery(minutesStateQuery(view.inspectionId))
  if (error && !data) return <Message kind="error">{sentenceOf(error)}</Message>
  if (!data) return <Skeleton lines={5} label="Đang tải chữ ký" />
  if (data.versions.length === 0) return null
  return (
    <>
      <MinutesChangeCard view={view} state={data} />
      <Signatures view={view} state={data} />
      <MinutesVersions state={data} />
    </>
  )
}

type Open = { what: 'sign' | 'refuse'; place: SigningPlace } | { what: 'scan' | 'change' } | null

function Signatures({ view, state }: { view: VisitView; state: MinutesState }) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const version = state.versions[0]!
  const missing = signaturesMissing(version.signatures)
  const needed = missing.filter((side) => side !== 'unit')
  return (
    <Card
      title={`Ký biên bản – bản ${version.version}`}
      aside={needed.length === 0 ? 'đã đủ chữ ký' : `còn chờ ${needed.length} chữ ký`}
    >
      <ul className={styles.signers}>
        {state.signing.map((place) => (
          <Signer
            key={place.side}
            place={place}
            word={version.signatures.find((one) => one.side === place.side)}
            onSign={() => setOpen({ what: 'sign', place })}
            onRefuse={() => setOpen({ what: 'refuse', place })}
          />
        ))}
      </ul>
      <Row>
        {state.actions.includes('scan') && <Button onClick={() => setOpen({ what: 'scan' })}>Bản giấy đã ký</Button>}
        {state.actions.includes('propose') && <Button onClick={() => setOpen({ what: 'change' })}>Lập bản mới</Button>}
      </Row>
      <p className={styles.print}>
        Mã bản {version.version}: {inGroups(version.fingerprint)}
      </p>
      {open?.what === 'sign' && <SignDialog state={state} place={open.place} onClose={close} />}
      {open?.what === 'refuse' && (
        <ConfirmDialog
          title={`Ghi ${signingSideNames[open.place.side].toLocaleLowerCase('vi')} không ký?`}
          confirmLabel="Ghi không ký"
          reasonLabel="Lý do không ký"
          onConfirm={(reason) => putWord(state, { side: open.place.side, way: 'refused', reason })}
          onClose={close}
        >
          <p>Lý do được in vào chỗ ký của biên bản và không sửa lại được ở bản này.</p>
        </ConfirmDialog>
      )}
      {open?.what === 'scan' && <ScanDialog state={state} onClose={close} />}
      {open?.what === 'change' && <MinutesChangeDialog view={view} state={state} onClose={close} />}
    </Card>
  )
}

interface SignerProps {
  place: SigningPlace
  word: MinutesSignature | undefined
  onSign: () => void
  onRefuse: () => void
}

const looks = {
  drawn: { tone: 'ok', icon: <IconCheck size={14} aria-hidden="true" />, text: 'đã ký' },
  paper: { tone: 'ok', icon: <IconCheck size={14} aria-hidden="true" />, text: 'đã ký trên giấy' },
  refused: { tone: 'late', icon: <IconX size={14} aria-hidden="true" />, text: 'không ký' },
} as const

function Signer({ place, word, onSign, onRefuse }: SignerProps) {
  const look = word && looks[word.way]
  return (
    <li>
      <div className={styles.signer}>
        <div>
          <strong>{signingSideNames[place.side]}</strong>
          {place.name && <span> · {place.name}</span>}
        </div>
        {look ? (
          <StatusBadge tone={look.tone} icon={look.icon}>
            {look.text}
          </StatusBadge>
        ) : (
          <StatusBadge tone={place.side === 'unit' ? 'rest' : 'wait'} icon={<IconClock size={14} aria-hidden="true" />}>
            {place.side === 'unit' ? 'chưa ký (không bắt buộc)' : 'chưa ký'}
          </StatusBadge>
        )}
      </div>
      {word ? (
        <p className={styles.quiet}>
          {formatInstant(word.signedAt)}
          {word.signedBy !== word.name && `, ghi bởi ${word.signedBy}`}
          {word.reason && `. Lý do: ${word.reason}`}
        </p>
      ) : (
        <>
          {place.why && <p className={styles.quiet}>{place.why}</p>}
          <Row>
            {!place.why && (
              <Button
                icon={<IconPencil size={16} aria-hidden="true" />}
                kind={place.side === 'unit' ? 'plain' : 'primary'}
                onClick={onSign}
              >
                Ký
              </Button>
            )}
            {!place.whyNotNote && (
              <Button kind="quiet" onClick={onRefuse}>
                Ghi không ký
              </Button>
            )}
          </Row>
        </>
      )}
    </li>
  )
}
