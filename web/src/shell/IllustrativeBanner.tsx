import { formatDate } from '@cchc/domain/formats/dates.ts'
import { useSession } from '../platform/session.ts'
import styles from './Frame.module.css'

/** Says on every page, printed ones too, that the figures are invented. Nothing in a real installation. */
export function IllustrativeBanner() {
  const { illustrative, today } = useSession()
  if (!illustrative) return null
  return (
    <section className={styles.banner} aria-label="Lưu ý chung">
      <span className={styles.bannerLong}>
        Dữ liệu minh họa — kế hoạch và đơn vị là thật, số liệu do phần mềm tạo ra · hôm nay là {formatDate(today)}
      </span>
      <span className={styles.bannerShort}>Dữ liệu minh họa · hôm nay là {formatDate(today)}</span>
    </section>
  )
}
