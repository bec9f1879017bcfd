import type { CriterionScores, UnitScoring } from '@cchc/domain/scoring/scores-contract.ts'
import { TextAreaField } from '../ui/TextFields.tsx'
import { ClashNote } from './ClashNote.tsx'
import styles from './Scoring.module.css'
import { useScoreWriting } from './use-score-writing.ts'

/** What the unit says to points of the team that differ from its own; saved as the field is left. */
export function ExplainForm({ view, scores }: { view: UnitScoring; scores: CriterionScores }) {
  const writing = useScoreWriting(view.inspectionId, scores.criterion.key, 'explanation', scores.explanation)
  const { draft } = writing
  return (
    <div className={styles.form}>
      <TextAreaField
        label="Giải trình của đơn vị"
        required
        value={draft.text}
        hint="Nêu rõ căn cứ, kèm số, ký hiệu văn bản hoặc mục của báo cáo để Đoàn đối chiếu."
        onChange={(text) => writing.write({ ...draft, text })}
        onBlur={() => writing.give(draft, true)}
      />
      <ClashNote writing={writing} what="Giải trình" />
    </div>
  )
}
