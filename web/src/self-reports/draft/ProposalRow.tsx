import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { isAnswered } from '@cchc/domain/outlines/answer.ts'
import { formatAnswer } from '@cchc/domain/outlines/format-answer.ts'
import { type AnswerValue, isFigure, itemName, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { isRichText } from '@cchc/domain/outlines/rich-text.ts'
import { type DraftProposal, isSure } from '@cchc/domain/self-reports/draft/draft.ts'
import { IconAlertTriangle, IconCheck, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useSlot } from '../../platform/use-saver.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Message } from '../../ui/Message.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { SelectField } from '../../ui/TextFields.tsx'
import { sameAnswer } from '../answer-saver.ts'
import type { Desk } from '../desk.ts'
import { ReadTable } from '../ReadTable.tsx'
import { RichTextView } from '../text/RichTextView.tsx'
import styles from './DraftImport.module.css'
import { lineId } from './draft-import.ts'
import { EditProposal } from './EditProposal.tsx'

interface Props {
  proposal: DraftProposal
  desk: Desk
  isSkipped: boolean
  onSkip: (isSkipped: boolean) => void
}

/** One proposal: what stands in the report, what the draft says, how sure it is and why; accepted by its own button. */
export function ProposalRow({ proposal, desk, isSkipped, onSkip }: Props) {
  const [target, setTarget] = useState(proposal.key)
  const [chosen, setChosen] = useState(proposal.value)
  const [editing, setEditing] = useState(false)
  const slot = useSlot(desk.answers, target)
  const item = desk.places.get(target)?.item
  if (!item) return null
  const stands = isAnswered(slot.value)
  const isAccepted = stands && sameAnswer(slot.value, chosen)
  const sure = isSure(proposal)
  const name = upperFirst(itemName(item))
  const accept = (value: AnswerValue) => {
    setChosen(value)
    setEditing(false)
    desk.answers.write(target, value, true)
  }
  const choices = [{ value: proposal.value, source: proposal.source }, ...proposal.others]

  return (
    <li className={styles.proposal} data-proposal={proposal.key}>
      <div className={styles.head}>
        <strong>{name}</strong>
        {isAccepted ? (
          <StatusBadge tone="ok" icon={<IconCircleCheck aria-hidden="true" stroke={2} />}>
            {slot.savedHere ? 'Đã nhận' : 'Đã có trong báo cáo'}
          </StatusBadge>
        ) : sure ? (
          <StatusBadge tone="work" icon={<IconCheck aria-hidden="true" stroke={2} />}>
            Khớp rõ
          </StatusBadge>
        ) : (
          <StatusBadge tone="wait" icon={<IconAlertTriangle aria-hidden="true" stroke={2} />}>
            Cần xem kỹ
          </StatusBadge>
        )}
      </div>
      <dl className={classes(styles.values, item.kind === 'table' && styles.tables)}>
        <div>
          <dt>Đang có</dt>
          <dd>{stands ? <Shown item={item} value={slot.value} /> : <span className={styles.quiet}>chưa có</span>}</dd>
        </div>
        <div>
          <dt>Bản nháp</dt>
          <dd className={styles.proposed}>
            <Shown item={item} value={chosen} />
          </dd>
        </div>
      </dl>
      <p className={styles.source}>
        <a href={`#${lineId(proposal.source.paragraph, proposal.source.row)}`}>
          {proposal.source.row === null
            ? `Đoạn ${proposal.source.paragraph}`
            : `Bảng ở đoạn ${proposal.source.paragraph}, dòng ${proposal.source.row}`}
        </a>
        : “{short(proposal.source.text)}”
      </p>
      {!sure && !isAccepted && <Message kind="warning">{proposal.why}</Message>}
      {slot.phase === 'clash' && (
        <Message kind="warning" live>
          {slot.theirs?.savedBy ?? 'Đồng nghiệp'} vừa ghi mục này. Mở mục trong báo cáo để so hai nội dung và chọn.
        </Message>
      )}
      {slot.phase === 'failed' && (
        <Message kind="error" live>
          {slot.problem}
        </Message>
      )}
      {!isAccepted && !isSkipped && proposal.rivals.length > 0 && (
        <SelectField
          label="Số này là của mục"
          value={target}
          options={[proposal.key, ...proposal.rivals].map((key) => ({
            value: key,
            label: upperFirst(itemName(desk.places.get(key)?.item ?? item)),
          }))}
          onChange={setTarget}
        />
      )}
      {!isAccepted && !isSkipped && choices.length > 1 && (
        <div className={styles.others}>
          <span>Bản nháp ghi nhiều giá trị:</span>
          {choices.map(({ value, source }, at) => (
            <Button
              key={at}
              size="s"
              aria-pressed={sameAnswer(value, chosen)}
              title={source.text}
              onClick={() => setChosen(value)}
            >
              {isRichText(value) || Array.isArray(value)
                ? `${Array.isArray(value) ? 'bảng' : 'bản'} ở đoạn ${source.paragraph}`
                : formatAnswer(item, value)}
            </Button>
          ))}
        </div>
      )}
      {editing ? (
        <EditProposal item={item} value={chosen} onTake={accept} onLeave={() => setEditing(false)} />
      ) : (
        !isAccepted && (
          <div className={styles.acts}>
            {isSkipped ? (
              <Button size="s" onClick={() => onSkip(false)}>
                Xem lại đề xuất
              </Button>
            ) : (
              <>
                <Button
                  size="s"
                  onClick={() => accept(chosen)}
                  aria-label={`${stands ? 'Thay nội dung đang có' : 'Nhận'}: ${name}`}
                >
                  {stands ? 'Thay nội dung đang có' : Array.isArray(chosen) ? `Nhận cả ${chosen.length} dòng` : 'Nhận'}
                </Button>
                {!isRichText(chosen) && !Array.isArray(chosen) && (
                  <Button size="s" onClick={() => setEditing(true)} aria-label={`Sửa rồi nhận: ${name}`}>
                    Sửa rồi nhận
                  </Button>
                )}
                <Button size="s" onClick={() => onSkip(true)} aria-label={`Bỏ qua: ${name}`}>
                  Bỏ qua
                </Button>
              </>
            )}
          </div>
        )
      )}
    </li>
  )
}

function Shown({ item, value }: { item: OutlineItem; value: AnswerValue | null }) {
  if (isRichText(value)) return <RichTextView text={value} />
  if (Array.isArray(value)) return <ReadTable item={item} rows={value} />
  const unit = isFigure(item) && item.kind === 'number' && item.unit ? ` ${item.unit}` : ''
  return <span className={styles.words}>{`${formatAnswer(item, value)}${unit}`}</span>
}
const short = (text: string) => (text.length > 220 ? `${text.slice(0, 219)}…` : text)
