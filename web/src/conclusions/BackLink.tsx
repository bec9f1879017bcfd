import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import styles from './Conclusions.module.css'

/** The way up to the list of conclusions. */
export function BackLink() {
  return (
    <Link to="/ket-luan" className={styles.back}>
      <IconArrowLeft size={15} aria-hidden="true" /> Kết luận kiểm tra
    </Link>
  )
}
