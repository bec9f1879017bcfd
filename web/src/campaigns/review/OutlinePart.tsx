import { outlineFromProposal } from '@cchc/domain/campaigns/outline-from-proposal.ts'
import { type Outline, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { RadioField } from '../../ui/ChoiceFields.tsx'
import { Message } from '../../ui/Message.tsx'
import { outlineQuery } from '../data.ts'
import { OutlineDialog } from '../OutlineDialog.tsx'
import { partId, partNames } from './gaps.ts'
import styles from './Parts.module.css'
import { Place, ReadFrom } from './Place.tsx'
import { useReview } from './use-review.ts'

const fromPaper = 'paper'

/** Which outline the units report on: one already published, or the one just read from the paper. */
export function OutlinePart() {
  const { plan, view, change } = useReview()
  const [preview, setPreview] = useState(false)
  const proposed = view.proposal.outline
  const own = useMemo(() => proposed && outlineFromProposal(proposed), [proposed])
  const ownCount = own ? countOf(own) : 0
  const chosen = plan.outlineVersionId ?? fromPaper
  return (
    <Card id={partId('outline')} title={partNames.outline} className={styles.part}>
      <Place source={proposed} open={plan.outlineVersionId === null && proposed === null} className={styles.stack}>
        <RadioField
          label="Đơn vị báo cáo theo"
          value={chosen}
          onChange={(value) => change({ outlineVersionId: value === fromPaper ? null : value })}
          options={[
            ...view.outlines.map(({ outlineVersionId, title, year, itemCount }) => ({
              value: outlineVersionId,
              label: `Bản đã công bố năm ${year}: ${title} (${itemCount} chỉ mục)`,
            })),
            {
              value: fromPaper,
              label: own ? `Bản đọc từ văn bản này (${ownCount} chỉ mục)` : 'Văn bản này không kèm đề cương',
              disabled: !own,
            },
          ]}
        />
        <p className={styles.about}>
          <ReadFrom source={proposed} otherwise="Không tìm thấy đề cương trong văn bản; hãy chọn một bản đã công bố." />
        </p>
        {chosen === fromPaper && own && (
          <Message kind="warning" lead="Bản đọc từ văn bản chưa có phép đối chiếu.">
            Đủ lời văn từng mục, nhưng loại số liệu do phần mềm đoán và chưa có tỷ lệ tự tính, phép kiểm tra chéo. Xem
            kỹ trước khi chọn.
          </Message>
        )}
        {(chosen !== fromPaper || own) && (
          <div>
            <Button size="s" onClick={() => setPreview(true)}>
              Xem trước đề cương
            </Button>
          </div>
        )}
      </Place>
      {preview && chosen === fromPaper && own && <OutlineDialog outline={own} onClose={() => setPreview(false)} />}
      {preview && chosen !== fromPaper && (
        <PublishedOutline outlineVersionId={chosen} onClose={() => setPreview(false)} />
      )}
    </Card>
  )
}

function PublishedOutline({ outlineVersionId, onClose }: { outlineVersionId: string; onClose: () => void }) {
  const { data, error } = useQuery(outlineQuery(outlineVersionId))
  if (error) throw error
  return data ? <OutlineDialog outline={data.outline} onClose={onClose} /> : null
}

const countOf = (outline: Outline) => outlineItems(outline).filter(({ item }) => item.kind !== 'heading').length
