import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { CriterionScores, UnitScoring } from '@cchc/domain/scoring/scores-contract.ts'
import { scoringStateNames } from '@cchc/domain/scoring/states.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { Message } from '../ui/Message.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { CriterionCard } from './CriterionCard.tsx'
import { unitScoringQuery } from './data.ts'
import { MoveButtons, stepNames } from './MoveButtons.tsx'
import styles from './Scoring.module.css'
import { StateBadge } from './StateBadge.tsx'
import { TotalsCard } from './TotalsCard.tsx'

/** The scores of one unit: its own, the team's, its explanation, the agreed ones – whatever the viewer may see and write now. */
export default function UnitScoringPage() {
  const { inspectionId = '' } = useParams({ strict: false })
  const { data, error } = useQuery(unitScoringQuery(inspectionId))
  if (error && !data) throw error
  if (data) return <Scores key={data.inspectionId} view={data} />
  return (
    <Page title="Chấm điểm" subtitle="Đang tải…">
      <Card>
        <Skeleton lines={8} />
      </Card>
    </Page>
  )
}

type Shown = 'all' | 'mine' | 'missing' | 'differs'

function Scores({ view }: { view: UnitScoring }) {
  const seesAll = useMay('scoring.results')
  const [shown, setShown] = useState<Shown>('all')
  const all = view.groups.flatMap(({ criteria }) => criteria)
  const count = (which: Shown) => all.filter((one) => isShown(one, which, view)).length
  const options = [
    { value: 'all', label: `Tất cả (${all.length})` },
    ...(view.side === 'team' && count('mine') > 0 && count('mine') < all.length
      ? [{ value: 'mine', label: `Tôi chấm (${count('mine')})` }]
      : []),
    { value: 'missing', label: `Còn thiếu (${count('missing')})` },
    ...(all.some(({ team }) => team !== null) ? [{ value: 'differs', label: `Chênh lệch (${count('differs')})` }] : []),
  ]
  const groups = view.groups
    .map((group) => ({ ...group, criteria: group.criteria.filter((one) => isShown(one, shown, view)) }))
    .filter(({ criteria }) => criteria.length > 0)
  return (
    <Page
      title={view.unitName}
      tabTitle={`Chấm điểm ${view.unitName}`}
      above={seesAll ? <Link to="/cham-diem">Chấm điểm</Link> : undefined}
      subtitle={
        <span className={styles.subtitle}>
          {view.sheet.title}, phiên bản {view.sheet.version} <StateBadge state={view.state} />
        </span>
      }
      actions={<MoveButtons view={view} />}
    >
      <Guide view={view} />
      <TotalsCard view={view} />
      <div className={styles.filter}>
        <RadioField
          look="segments"
          label="Hiện tiêu chí"
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          options={options}
        />
      </div>
      {groups.length === 0 && <p className={styles.quiet}>Không có tiêu chí nào như vậy.</p>}
      {groups.map(({ key, title, criteria }) => {
        const saysField = new Set(criteria.map(({ criterion }) => criterion.fieldKey)).size > 1
        return (
          <section key={key} aria-labelledby={`nhom-${key}`} className={styles.group}>
            <h2 id={`nhom-${key}`}>{title}</h2>
            {criteria.map((one) => (
              <CriterionCard key={one.criterion.key} view={view} scores={one} saysField={saysField} />
            ))}
          </section>
        )
      })}
      {view.steps.length > 0 && <Steps view={view} />}
    </Page>
  )
}

function isShown(one: CriterionScores, which: Shown, { side, state }: UnitScoring): boolean {
  if (which === 'mine') return one.writable.includes('team')
  if (which === 'differs') return one.differs || one.overtaken
  if (which === 'all') return true
  if (side === 'unit')
    return state === 'open' ? one.self?.points == null : one.differs && (one.explanation?.text ?? '') === ''
  return one.team?.points == null || one.overtaken
}

/** What is to be done now, in one or two sentences. */
function Guide({ view }: { view: UnitScoring }) {
  const words = guides[view.side][view.state]
  return words ? <Message kind="note">{words}</Message> : null
}

const guides: Record<UnitScoring['side'], Partial<Record<UnitScoring['state'], string>>> = {
  unit: {
    open: 'Chấm từng tiêu chí; điểm lưu ngay khi chọn hoặc rời ô. Xong thì lãnh đạo đơn vị gửi cho Đoàn. Đoàn chưa thấy điểm trước khi gửi.',
    'self-scored': 'Đã gửi điểm tự chấm. Khi Đoàn gửi điểm chấm, đơn vị xem và giải trình ở đây.',
    appraised: 'Đoàn đã chấm. Giải trình các tiêu chí Đoàn chấm khác điểm tự chấm; xong thì lãnh đạo đơn vị gửi.',
    explained: 'Đã gửi giải trình, chờ thống nhất điểm.',
  },
  team: {
    open: 'Đơn vị chưa gửi điểm tự chấm. Đoàn có thể chấm trước; đơn vị không thấy điểm này cho đến khi được gửi.',
    'self-scored':
      'Chấm từng tiêu chí; điểm lưu ngay khi chọn hoặc rời ô. Đơn vị không thấy điểm này cho đến khi thư ký Đoàn gửi.',
    appraised: 'Đã gửi điểm cho đơn vị, chờ giải trình.',
    explained: 'Xem giải trình, ghi điểm thống nhất cho tiêu chí cần sửa; tiêu chí để trống giữ điểm Đoàn chấm.',
  },
}

function Steps({ view }: { view: UnitScoring }) {
  return (
    <Card title="Các bước đã qua">
      <ol className={styles.steps}>
        {view.steps.map(({ act, to, by, at, reason }) => (
          <li key={at + act}>
            <span>
              <b>{stepNames[act]}</b> → {scoringStateNames[to]}
            </span>
            <span className={styles.by}>
              {by}, {formatInstant(at)}
            </span>
            {reason && <span className={styles.words}>Lý do: {reason}</span>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
