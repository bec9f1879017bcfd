import type { SynthesisView } from '@cchc/domain/synthesis/contract.ts'
import { Link } from '@tanstack/react-router'
import { Dialog } from '../ui/Dialog.tsx'
import type { HeatPlace } from './HeatPart.tsx'
import styles from './Synthesis.module.css'

/** What was found at one unit in one field. */
export function HeatPanel({ view, place, onClose }: { view: SynthesisView; place: HeatPlace; onClose: () => void }) {
  const isHere = (found: HeatPlace) => found.inspectionId === place.inspectionId && found.fieldKey === place.fieldKey
  const row = view.heat.rows.find(({ inspectionId }) => inspectionId === place.inspectionId)
  const field = view.heat.fields.find(({ fieldKey }) => fieldKey === place.fieldKey)
  const shortcomings = view.shortcomings.filter(isHere)
  const practices = view.goodPractices.filter(isHere)
  const strengths = row?.counts.find(({ fieldKey }) => fieldKey === place.fieldKey)?.strengths ?? 0
  return (
    <Dialog title={row?.unitName ?? 'Phát hiện'} look="side" onClose={onClose}>
      <p className={styles.note}>{field?.name}</p>
      <h3 className={styles.panelHead}>Tồn tại, hạn chế ({shortcomings.length})</h3>
      {shortcomings.length === 0 && <p className={styles.note}>Không ghi tồn tại, hạn chế nào.</p>}
      <ul className={styles.found}>
        {shortcomings.map(({ text, cause }, at) => (
          <li key={at}>
            <p>{text}</p>
            {cause && (
              <p className={styles.note}>
                <b>Nguyên nhân:</b> {cause}
              </p>
            )}
          </li>
        ))}
      </ul>
      <h3 className={styles.panelHead}>Ưu điểm, cách làm hay ({strengths})</h3>
      <ul className={styles.found}>
        {practices.map(({ text }, at) => (
          <li key={at}>{text}</li>
        ))}
      </ul>
      {strengths > practices.length && (
        <p className={styles.note}>
          {strengths - practices.length} ưu điểm khác ghi trong biên bản và thông báo kết luận.
        </p>
      )}
      <p className={styles.panelFoot}>
        <Link to="/ket-luan/$inspectionId" params={{ inspectionId: place.inspectionId }}>
          Mở kết luận của đơn vị
        </Link>
      </p>
    </Dialog>
  )
}
