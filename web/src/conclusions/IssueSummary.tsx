import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { freshlyDated } from '@cchc/domain/conclusions/replacement.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Message } from '../ui/Message.tsx'
import styles from './Conclusions.module.css'

/** What issuing the notice brings about, said before it is done. */
export function IssueSummary({ conclusion, issuedOn }: { conclusion: ConclusionView; issuedOn: string }) {
  const { unitName, recommendations, replaces } = conclusion
  const dates = recommendations.map(({ dueOn }) => dueOn).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  const early = recommendations.findIndex((one) => one.dueOn < issuedOn && freshlyDated([one]).length > 0)
  return (
    <>
      <ul className={styles.outcome}>
        <li>Thông báo được khóa đúng như bản in đang thấy, kèm mã kiểm chứng; sau đó không sửa được.</li>
        <li>
          {unitName} đọc và tải được thông báo
          {recommendations.length > 0 && first && last ? (
            <>
              , nhận <b>{recommendations.length} kiến nghị</b> phải khắc phục
              {first === last
                ? ` chậm nhất ${formatDate(first)}`
                : `, hạn từ ${formatDate(first)} đến ${formatDate(last)}`}
              .
            </>
          ) : (
            '; không có kiến nghị nào phải khắc phục.'
          )}
        </li>
        {replaces ? (
          <li>
            Thông báo số {replaces.number} hết hiệu lực; kiến nghị chuyển tiếp giữ nguyên kết quả đã báo cáo và thời hạn
            đã gia hạn.
          </li>
        ) : (
          <li>Cuộc kiểm tra chuyển sang theo dõi khắc phục.</li>
        )}
      </ul>
      {early >= 0 && (
        <Message kind="error" lead={`Kiến nghị ${early + 1} có hạn sớm hơn ngày ban hành.`}>
          Lấy dự thảo lại để đặt hạn muộn hơn, hoặc chọn ngày ban hành sớm hơn.
        </Message>
      )}
    </>
  )
}
