import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { formatAnswer } from '@cchc/domain/outlines/format-answer.ts'
import type { Source, TracedFigure } from '@cchc/domain/synthesis/contract.ts'
import { valueInWords } from '@cchc/domain/synthesis/report-of-view.ts'
import { IconFileText, IconRosetteDiscountCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMay } from '../platform/session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import styles from './Synthesis.module.css'

const methods: Record<TracedFigure['method'], (units: string) => string> = {
  sum: (units) => `Cộng số của ${units}.`,
  recomputed: (units) => `Tính lại bằng công thức của đề cương từ tổng số của ${units}, không lấy bình quân các tỷ lệ.`,
  mean: (units) => `Bình quân của ${units}; đề cương không có tử số, mẫu số để tính lại.`,
}

/** Where a figure comes from: each unit's part, whether reported or verified, and the way to that very item. */
export function SourcesPanel({ figure, onClose }: { figure: TracedFigure; onClose: () => void }) {
  const { label, sectionTitle, method, sources, missing } = figure
  return (
    <Dialog title="Nguồn của số liệu" look="side" onClose={onClose}>
      <p className={styles.note}>{sectionTitle}</p>
      <p className={styles.sourceLabel}>{upperFirst(label)}</p>
      <p className={styles.sourceValue}>{valueInWords(figure)}</p>
      <p className={styles.note}>{methods[method](`${sources.length} đơn vị`)}</p>
      {sources.length > 0 && (
        <table className={styles.sources}>
          <caption className="hidden-visually">Giá trị của từng đơn vị</caption>
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              <th scope="col" className={styles.end}>
                Giá trị
              </th>
              <th scope="col">Căn cứ</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <tr key={source.inspectionId}>
                <th scope="row">
                  <UnitLink source={source} />
                </th>
                <td className={styles.end}>{formatAnswer(figure, source.value)}</td>
                <td>
                  <BasisBadge basis={source.basis} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {missing.length > 0 && (
        <p className={styles.missing}>
          <b>Đã gửi báo cáo nhưng không có số này:</b> {missing.join(', ')}.
        </p>
      )}
    </Dialog>
  )
}

function UnitLink({ source: { inspectionId, itemKey, unitName } }: { source: Source }) {
  if (!useMay('self-report.read')) return unitName
  return (
    <Link
      to="/bao-cao/$inspectionId"
      params={{ inspectionId }}
      hash={itemKey}
      title={`Mở mục này trong báo cáo của ${unitName}`}
    >
      {unitName}
    </Link>
  )
}

function BasisBadge({ basis }: Pick<Source, 'basis'>) {
  return basis === 'verified' ? (
    <StatusBadge tone="ok" icon={<IconRosetteDiscountCheck aria-hidden="true" />}>
      Đoàn xác minh
    </StatusBadge>
  ) : (
    <StatusBadge tone="rest" icon={<IconFileText aria-hidden="true" />}>
      Báo cáo
    </StatusBadge>
  )
}
