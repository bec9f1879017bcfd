import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { useEffect, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './Clash.module.css'
import { type Clash, clashesOf } from './clashes.ts'
import type { VisitDesk } from './visit-desk.ts'

interface Props {
  view: VisitView
  desk: VisitDesk
  /** Clashes that the person has put off; they wait behind the saving strip. */
  putOff: ReadonlySet<string>
  onPutOff: (id: string) => void
}

/** Shows what two people have written differently, one thing after another, until a person has chosen or put it off. */
export function ClashDialog({ view, desk, putOff, onPutOff }: Props) {
  const clashes = clashesOf(view, desk)
  const settled = clashes.find(({ rows }) => rows.length === 0)
  // The two changed different parts, so both changes stand.
  useEffect(() => settled?.resolve(new Set()), [settled])
  const clash = clashes.find(({ id, rows }) => rows.length > 0 && !putOff.has(id))
  return clash ? <OneClash key={clash.id} clash={clash} onClose={() => onPutOff(clash.id)} /> : null
}

function OneClash({ clash, onClose }: { clash: Clash; onClose: () => void }) {
  // A box left empty here is not laid over what the other has written, unless that is chosen.
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(
    () => new Set(clash.rows.flatMap(({ key, mine }) => (mine.trim() === '' ? key : []))),
  )
  const other = clash.who || 'người khác'
  const choose = (key: string, isTheirs: boolean) => {
    const next = new Set(theirs)
    if (isTheirs) next.add(key)
    else next.delete(key)
    setTheirs(next)
  }
  return (
    <Dialog
      title="Hai người cùng sửa một nội dung"
      look="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Để sau</Button>
          <Button onClick={() => clash.resolve(new Set(clash.rows.map((row) => row.key)))}>Giữ bản của {other}</Button>
          <Button kind="primary" onClick={() => clash.resolve(theirs)}>
            Lưu các phần đã chọn
          </Button>
        </>
      }
    >
      <p className={styles.about}>
        <strong>{clash.title}</strong>. Chọn phần giữ lại; chưa có gì bị ghi đè.
      </p>
      {clash.rows.map((row) => (
        <fieldset key={row.key} className={styles.row}>
          <legend>{row.label}</legend>
          {[
            { isTheirs: false, who: 'Bản của bạn', text: row.mine },
            { isTheirs: true, who: `Bản của ${other}`, text: row.theirs },
          ].map(({ isTheirs, who, text }) => (
            <label key={who} className={styles.version}>
              <input
                type="radio"
                name={`${clash.id} ${row.key}`}
                checked={theirs.has(row.key) === isTheirs}
                onChange={() => choose(row.key, isTheirs)}
              />
              <span>
                <strong>{who}</strong>
                <span className={styles.versionText}>{text || '(để trống)'}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </Dialog>
  )
}
