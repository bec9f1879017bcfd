import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import type { TracedFigure } from '@cchc/domain/synthesis/contract.ts'
import { valueInWords } from '@cchc/domain/synthesis/report-of-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { Bars } from './Bars.tsx'
import styles from './Synthesis.module.css'

interface Props {
  figures: readonly TracedFigure[]
  chosen: string
  onChoose: (itemKey: string) => void
  onSources: (itemKey: string) => void
}

/** One figure side by side across units, the highest on top. */
export function CompareCard({ figures, chosen, onChoose, onSources }: Props) {
  const figure = figures.find(({ itemKey }) => itemKey === chosen) ?? mostTelling(figures)
  if (!figure) return null
  return (
    <Card title="So sánh giữa các đơn vị" className={styles.compare}>
      <ComboField
        label="Chỉ tiêu"
        value={figure.itemKey}
        options={figures.map(({ itemKey, label, sectionTitle }) => ({
          value: itemKey,
          label: upperFirst(label),
          note: sectionTitle,
        }))}
        onChange={(itemKey) => onChoose(itemKey ?? '')}
        placeholder="Gõ tên chỉ tiêu…"
      />
      <p className={styles.compareTotal}>
        <span className={styles.note}>{upperFirst(figure.label)}</span>
        <strong>{valueInWords(figure)}</strong>
      </p>
      <Bars figure={figure} />
      <Button size="s" onClick={() => onSources(figure.itemKey)}>
        Xem nguồn từng số
      </Button>
    </Card>
  )
}

/** The rate that the most units have: what a reader compares first. */
function mostTelling(figures: readonly TracedFigure[]): TracedFigure | undefined {
  const rank = ({ kind, sources }: TracedFigure) => sources.length * 2 + (kind === 'percent' ? 1 : 0)
  return figures.toSorted((a, b) => rank(b) - rank(a))[0]
}
