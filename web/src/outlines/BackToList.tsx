import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import styles from './Outlines.module.css'

/** The way back up to every version. */
export function BackToList() {
  return (
    <Link to="/quan-tri/de-cuong" className={styles.back}>
      <IconArrowLeft size={15} aria-hidden="true" /> Các bản đề cương
    </Link>
  )
}
