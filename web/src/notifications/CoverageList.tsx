import { addCoverage, type CoverageView, removeCoverage } from '@cchc/domain/notifications/press-contract.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { useMay } from '../platform/session.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { pressQuery, pressVisitsQuery } from './data.ts'
import styles from './Notifications.module.css'

interface Props {
  inspectionId: string
  coverage: readonly CoverageView[]
  title: string
}

/** What was published about a visit, with its links. */
export function CoverageList({ inspectionId, coverage, title }: Props) {
  const mayAdd = useMay('press.cover')
  const [adding, setAdding] = useState(false)
  const remove = async (coverageId: string) => {
    try {
      await call(removeCoverage, { params: { coverageId } })
      await forget(inspectionId)
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <div>
      <h3 style={{ fontSize: 'var(--type-m)', marginBottom: 6 }}>{title}</h3>
      {coverage.length > 0 && (
        <ul className={styles.plainList}>
          {coverage.map(({ coverageId, url, title, addedBy, mayRemove }) => (
            <li key={coverageId} className={styles.piece}>
              <span>
                <a href={url} target="_blank" rel="noreferrer">
                  {title}
                </a>{' '}
                <span style={{ color: 'var(--ink-2)' }}>({addedBy})</span>
              </span>
              {mayRemove && (
                <IconButton size="s" label={`Gỡ bài ${title}`} onClick={() => void remove(coverageId)}>
                  <IconX size={16} aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <Button size="s" kind="quiet" icon={<IconPlus size={15} aria-hidden="true" />} onClick={() => setAdding(true)}>
          Thêm bài đã đăng
        </Button>
      )}
      {adding && <AddDialog inspectionId={inspectionId} onClose={() => setAdding(false)} />}
    </div>
  )
}

async function forget(inspectionId: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: pressQuery(inspectionId).queryKey }),
    queries.invalidateQueries({ queryKey: pressVisitsQuery.queryKey }),
  ])
}

function AddDialog({ inspectionId, onClose }: { inspectionId: string; onClose: () => void }) {
  const [url, setUrl] = useState('')
  const [title, setTitle] = useState('')
  const add = async () => {
    await call(addCoverage, { params: { inspectionId }, body: { url: url.trim(), title } })
    await forget(inspectionId)
  }
  return (
    <FormDialog
      title="Thêm bài đã đăng"
      onClose={onClose}
      onSubmit={add}
      submitLabel="Thêm"
      ready={url.trim() !== '' && title.trim() !== ''}
    >
      <TextField label="Tên bài" required value={title} onChange={setTitle} />
      <TextField label="Địa chỉ" required type="url" placeholder="https://…" value={url} onChange={setUrl} />
    </FormDialog>
  )
}
