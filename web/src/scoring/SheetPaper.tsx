import { maximaOf, wayInWords } from '@cchc/domain/scoring/give-points.ts'
import { formatPoints } from '@cchc/domain/scoring/points.ts'
import { audienceNames, audiences, type ScoringSheet } from '@cchc/domain/scoring/sheet.ts'
import type { SheetView } from '@cchc/domain/scoring/sheet-contract.ts'
import { Card } from '../ui/Card.tsx'
import styles from './Sheets.module.css'

/** A sheet for reading. */
export function SheetPaper({ sheet, fields }: { sheet: ScoringSheet; fields: SheetView['fields'] }) {
  const { total, byGroup } = maximaOf(sheet)
  const fieldName = (key: string) => fields.find(({ fieldKey }) => fieldKey === key)?.name ?? key
  return (
    <>
      {sheet.note && <p>{sheet.note}</p>}
      {sheet.groups.map((group, at) => (
        <Card key={group.key} title={group.title} aside={`tối đa ${formatPoints(byGroup[at]!.maximum)}`}>
          <ul className={styles.paper}>
            {group.criteria.map((criterion) => (
              <li key={criterion.key}>
                <div className={styles.line}>
                  <b>{criterion.label}</b>
                  <span>{formatPoints(criterion.maximum)}</span>
                </div>
                <span className={styles.quiet}>
                  {fieldName(criterion.fieldKey)} · mã {criterion.key}
                  {criterion.appliesTo.length < audiences.length &&
                    ` · chỉ ${criterion.appliesTo.map((one) => audienceNames[one].toLocaleLowerCase('vi')).join(', ')}`}
                </span>
                <span>{wayInWords(criterion)}</span>
                {criterion.guidance && <span className={styles.quiet}>{criterion.guidance}</span>}
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <p className={styles.total}>Tổng điểm tối đa của các tiêu chí: {formatPoints(total)}</p>
    </>
  )
}
