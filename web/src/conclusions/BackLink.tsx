import { worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useViewer } from '../platform/session.ts'
import styles from './Conclusions.module.css'

/** The way up to the list of conclusions; an inspected unit has only its own and needs none. */
export function BackLink() {
  const isOwn = worksForInspectedUnit(useViewer())
  if (isOwn) return null
  return (
    <Link to="/ket-luan" className={styles.back}>
      <IconArrowLeft size={15} aria-hidden="true" /> Kết luận kiểm tra
    </Link>
  )
}
