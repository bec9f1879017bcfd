import { fieldName } from '@cchc/domain/outlines/fields.ts'
import type { SynthesisView } from '@cchc/domain/synthesis/contract.ts'
import { repeatedShortcomings } from '@cchc/domain/synthesis/repeated-shortcomings.ts'
import { IconBulb, IconRepeat } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Columns } from '../ui/Layout.tsx'
import styles from './Synthesis.module.css'

/** What several units lack alike, and what others could copy; the same lists that the report prints. */
export function FindingsPart({ view }: { view: SynthesisView }) {
  const nameOf = (key: string) => view.heat.fields.find(({ fieldKey }) => fieldKey === key)?.name ?? fieldName(key)
  return (
    <Columns at="minmax(0, 1fr) minmax(0, 1fr)">
      <Repeated view={view} nameOf={nameOf} />
      <Practices view={view} nameOf={nameOf} />
    </Columns>
  )
}

interface Props {
  view: SynthesisView
  nameOf: (fieldKey: string) => string
}

function Repeated({ view: { shortcomings }, nameOf }: Props) {
  const repeated = repeatedShortcomings(shortcomings)
  const idOf = (name: string) => shortcomings.find(({ unitName }) => unitName === name)?.inspectionId ?? ''
  if (repeated.length === 0)
    return (
      <Card title="Tồn tại, hạn chế lặp lại">
        <EmptyState icon={<IconRepeat aria-hidden="true" />} title="Chưa có tồn tại nào lặp lại">
          Khi từ hai đơn vị trở lên có cùng một tồn tại trong một lĩnh vực, tồn tại đó hiện ở đây và trong báo cáo tổng
          hợp.
        </EmptyState>
      </Card>
    )
  return (
    <Card title="Tồn tại, hạn chế lặp lại" aside={`${repeated.length} nhóm từ ${shortcomings.length} tồn tại đã ghi`}>
      <ol className={styles.found}>
        {repeated.map(({ fieldKey, text, unitNames }) => (
          <li key={`${fieldKey} ${text}`}>
            <p className={styles.note}>
              {nameOf(fieldKey)} · <b>{unitNames.length} đơn vị</b>
            </p>
            <p>{text}</p>
            <ul className={styles.units} aria-label="Các đơn vị">
              {unitNames.map((name) => (
                <li key={name}>
                  <Link to="/ket-luan/$inspectionId" params={{ inspectionId: idOf(name) }}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Practices({ view: { goodPractices }, nameOf }: Props) {
  if (goodPractices.length === 0)
    return (
      <Card title="Mô hình, cách làm hay">
        <EmptyState icon={<IconBulb aria-hidden="true" />} title="Chưa ghi mô hình, cách làm hay">
          Phát hiện loại “Mô hình, cách làm hay” ghi tại buổi kiểm tra được gom ở đây để các đơn vị khác học theo.
        </EmptyState>
      </Card>
    )
  return (
    <Card title="Mô hình, cách làm hay" aside={`${goodPractices.length} mô hình`}>
      <ul className={styles.found}>
        {goodPractices.map(({ inspectionId, unitName, fieldKey, text }, at) => (
          <li key={at}>
            <p className={styles.note}>
              <Link to="/ket-luan/$inspectionId" params={{ inspectionId }}>
                {unitName}
              </Link>{' '}
              · {nameOf(fieldKey)}
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
