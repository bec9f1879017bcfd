import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useMay } from '../platform/session.ts'
import styles from './Frame.module.css'

const SearchDialog = lazy(() => import('./SearchDialog.tsx'))

/** Opens the search of the whole product, by press or by Ctrl K; the dialog is loaded when first opened. */
export function SearchButton() {
  const [open, setOpen] = useState(false)
  const may = useMay('inspection.read')

  useEffect(() => {
    if (!may) return
    const pressed = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen(true)
      }
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [may])

  if (!may) return null
  return (
    <>
      <button type="button" className={styles.searchButton} aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
        <IconSearch className={styles.searchIcon} size={21} aria-hidden="true" />
        <span className={styles.searchWords}>Tìm đơn vị, văn bản, người…</span>
        <kbd className={styles.key}>Ctrl K</kbd>
      </button>
      {open && (
        <Suspense>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
