import type { AttendanceRow, VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { IconUserPlus, IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useSlot } from '../platform/use-saver.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Columns } from '../ui/Layout.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Visit.module.css'
import { only, type VisitDesk } from './visit-desk.ts'

/** Who is present on both sides, one tap each; others are added by name. */
export function AttendanceTab({ view, desk }: { view: VisitView; desk: VisitDesk }) {
  const mayRecord = view.actions.includes('record')
  return (
    <Columns at="minmax(0, 1fr) minmax(0, 1fr)">
      <Side side="team" title="Đoàn kiểm tra" desk={desk} mayRecord={mayRecord} />
      <Side side="unit" title={view.unitName} desk={desk} mayRecord={mayRecord} />
    </Columns>
  )
}

interface SideProps {
  side: AttendanceRow['side']
  title: string
  desk: VisitDesk
  mayRecord: boolean
}

function Side({ side, title, desk, mayRecord }: SideProps) {
  const { value: rows } = useSlot(desk.attendance, only)
  const own = rows.flatMap((row, at) => (row.side === side ? [{ row, at }] : []))
  const present = own.filter(({ row }) => row.present).length
  const write = (next: readonly AttendanceRow[]) => desk.attendance.write(only, next)
  const remove = (at: number) => {
    const removed = rows[at]
    write(rows.filter((_, index) => index !== at))
    if (!removed) return
    const run = () => desk.attendance.write(only, [...desk.attendance.slot(only).value, removed])
    toast({ tone: 'note', text: `Đã bỏ ${removed.fullName} khỏi thành phần.`, undo: { label: 'Hoàn tác', run } })
  }
  const addAll = () => write(rows.map((row) => (row.side === side ? { ...row, present: true } : row)))

  return (
    <Card title={title} aside={`${present}/${own.length} có mặt`}>
      {own.length === 0 && <p className={styles.quiet}>Chưa có ai. Thêm người dự họp bên dưới.</p>}
      <ul className={styles.people}>
        {own.map(({ row, at }) => (
          <li key={`${row.fullName} ${row.post} ${at}`}>
            <label className={styles.person}>
              <input
                type="checkbox"
                checked={row.present}
                disabled={!mayRecord}
                onChange={(event) =>
                  write(rows.map((each, index) => (index === at ? { ...each, present: event.target.checked } : each)))
                }
              />
              <span>
                {row.fullName}
                <span className={styles.quietLine}>{row.post}</span>
              </span>
            </label>
            {mayRecord && (
              <IconButton label={`Bỏ ${row.fullName}`} onClick={() => remove(at)}>
                <IconX size={17} aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {mayRecord && (
        <>
          {present < own.length && own.length > 1 && (
            <Button kind="quiet" size="s" onClick={addAll}>
              Tất cả có mặt
            </Button>
          )}
          <AddPerson side={side} title={title} onAdd={(row) => write([...rows, row])} />
        </>
      )}
    </Card>
  )
}

function AddPerson({
  side,
  title,
  onAdd,
}: {
  side: AttendanceRow['side']
  title: string
  onAdd: (row: AttendanceRow) => void
}) {
  const [fullName, setFullName] = useState('')
  const [post, setPost] = useState('')
  const id = useId()
  return (
    <form
      className={styles.addPerson}
      aria-label={`Thêm người của ${title}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (!fullName.trim()) return
        onAdd({ side, fullName: fullName.trim(), post: post.trim(), present: true })
        setFullName('')
        setPost('')
        document.getElementById(id)?.focus()
      }}
    >
      <input
        id={id}
        className={styles.input}
        placeholder="Họ và tên"
        aria-label={`Họ và tên người của ${title}`}
        autoComplete="off"
        maxLength={200}
        value={fullName}
        onChange={(event) => setFullName(event.target.value)}
      />
      <input
        className={styles.input}
        placeholder="Chức vụ"
        aria-label="Chức vụ"
        autoComplete="off"
        maxLength={300}
        value={post}
        onChange={(event) => setPost(event.target.value)}
      />
      <Button type="submit" icon={<IconUserPlus size={17} aria-hidden="true" />} disabled={!fullName.trim()}>
        Thêm
      </Button>
    </form>
  )
}
