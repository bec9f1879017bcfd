import { type MailDelivery, saveMailPreference } from '@cchc/domain/notifications/mail-preference-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { toast } from '../ui/toasts.ts'
import { mailPreferenceQuery } from './data.ts'
import styles from './Notifications.module.css'

const ways: { value: MailDelivery; label: string }[] = [
  { value: 'instant', label: 'Ngay khi có việc' },
  { value: 'digest', label: 'Gộp một thư mỗi sáng' },
]

/** How the person wants their mail; saved as it is chosen. */
export function MailPreferenceChoice() {
  const { data } = useQuery(mailPreferenceQuery)
  if (!data) return null
  if (data.address === null)
    return (
      <p className={styles.mailNote}>
        Tài khoản chưa có địa chỉ thư điện tử, nên tin báo chỉ hiện ở đây. Nhờ quản trị hệ thống điền địa chỉ để nhận
        thư.
      </p>
    )
  const choose = async (delivery: string) => {
    try {
      const chosen = await call(saveMailPreference, { body: { delivery: delivery as MailDelivery } })
      queries.setQueryData(mailPreferenceQuery.queryKey, chosen)
      toast({ tone: 'good', text: 'Đã lưu cách nhận thư.' })
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <div className={styles.mailChoice}>
      <RadioField label="Nhận thư điện tử" value={data.delivery} onChange={(way) => void choose(way)} options={ways} />
      <p className={styles.mailNote}>
        Gửi đến {data.address}. Văn bản và lời mời kèm lịch luôn được gửi ngay, dù chọn cách nào.
      </p>
    </div>
  )
}
