import type { VerifiedFigure, VisitView } from '@cchc/domain/fieldwork/contract.ts'
import type { MinutesState } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Row } from '../ui/Layout.tsx'
import { toast } from '../ui/toasts.ts'
import { BothSides } from './BothSides.tsx'
import { figureText } from './difference.ts'
import styles from './Minutes.module.css'
import { decide } from './minutes-data.ts'

/** A change that waits for the chair: why, what it changes word by word, and the decision. */
export function MinutesChangeCard({ view, state }: { view: VisitView; state: MinutesState }) {
  const [asking, setAsking] = useState<'agreed' | 'declined' | 'withdrawn' | null>(null)
  const { change, actions } = state
  if (!change) return null
  const next = change.onVersion + 1
  return (
    <Card title={`Đề nghị lập bản ${next}`} aside="chờ chủ tọa">
      <div className={styles.sign}>
        <p>
          {change.proposedBy} đề nghị lúc {formatInstant(change.proposedAt)}. Lý do: {change.reason}
        </p>
        {pairsOf(view, change.content).map(([label, before, after]) => (
          <section key={label} className={styles.pair}>
            <h3>{label}</h3>
            <BothSides before={before} after={after} names={[`Bản ${change.onVersion}`, `Đề nghị cho bản ${next}`]} />
          </section>
        ))}
        <Row>
          {actions.includes('decide') && (
            <>
              <Button kind="primary" onClick={() => setAsking('agreed')}>
                Đồng ý bản {next}
              </Button>
              <Button onClick={() => setAsking('declined')}>Không đồng ý</Button>
            </>
          )}
          {actions.includes('withdraw') && <Button onClick={() => setAsking('withdrawn')}>Rút đề nghị</Button>}
        </Row>
      </div>
      {asking && (
        <ConfirmDialog
          title={titles[asking]}
          confirmLabel={labels[asking]}
          reasonLabel={asking === 'declined' ? 'Lý do không đồng ý' : undefined}
          onConfirm={async (reason) => {
            await decide(state, asking, reason)
            toast({ tone: 'good', text: asking === 'agreed' ? `Đã lập bản ${next}; hai bên ký lại.` : 'Đã ghi.' })
          }}
          onClose={() => setAsking(null)}
        >
          <p>
            {asking === 'agreed'
              ? `Bản ${next} thay bản ${change.onVersion} và cần ký lại. Bản ${change.onVersion} vẫn giữ nguyên, xem lại được.`
              : `Bản ${change.onVersion} vẫn là bản đang có.`}
          </p>
        </ConfirmDialog>
      )}
    </Card>
  )
}

const titles = { agreed: 'Đồng ý lập bản mới?', declined: 'Không đồng ý?', withdrawn: 'Rút đề nghị?' }
const labels = { agreed: 'Đồng ý và khóa bản mới', declined: 'Không đồng ý', withdrawn: 'Rút đề nghị' }

function pairsOf(view: VisitView, content: NonNullable<MinutesState['change']>['content']) {
  const names = (rows: VisitView['attendance']) =>
    rows
      .filter(({ present }) => present)
      .map(({ fullName, post }) => [fullName, post].filter(Boolean).join(', '))
      .join('\n')
  const words = (finding: { text: string; cause: string; responsible: string }) =>
    [finding.text, finding.cause, finding.responsible].filter(Boolean).join('\n')
  const { session } = view
  const pairs: [string, string, string][] = [
    ['Chủ trì', session.chair, content.chair],
    ['Thư ký', session.secretary, content.secretary],
    ['Trao đổi, làm rõ', session.exchange, content.exchange],
    [`Ý kiến của ${view.unitName}`, session.unitOpinion, content.unitOpinion],
    ['Có mặt', names(view.attendance), names(content.attendance)],
    ...content.figures.map((correction): [string, string, string] => {
      const stated = view.figures.find(({ itemKey }) => itemKey === correction.itemKey)
      const verified = ({ verified, reason }: Pick<VerifiedFigure, 'verified' | 'reason'>) =>
        [verified !== null && stated ? figureText(stated, verified) : 'không xác minh', reason]
          .filter(Boolean)
          .join('\n')
      return [stated?.label ?? 'Số liệu', stated ? verified(stated) : '', verified(correction)]
    }),
    ...content.findings.map((finding, at): [string, string, string] => {
      const kept = view.findings.find(({ findingId }) => findingId === finding.findingId)
      return [`Phát hiện ${at + 1}`, kept ? words(kept) : '', words(finding)]
    }),
  ]
  return pairs.filter(([, before, after]) => before !== after)
}
