import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { DraftField } from '../documents/DraftField.tsx'
import type { DraftDesk } from '../documents/draft-desk.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Menu } from '../ui/Menu.tsx'
import styles from './Conclusions.module.css'
import { type FieldPart, partKey, printedTitles } from './conclusion-words.ts'
import { EndedLines } from './EndedLines.tsx'
import { RecommendationDialog } from './RecommendationDialog.tsx'
import { RecommendationList } from './RecommendationList.tsx'

interface Props {
  conclusion: ConclusionView
  desk: DraftDesk
  /** Told which part of the notice is being written, by its printed title and field. */
  onWriting: (title: string, fieldName?: string) => void
}

const listHint = 'Dòng bắt đầu bằng “-” thành một ý gạch đầu dòng, “+” thành ý nhỏ hơn.'

/** The notice's own words, part by part in the order they are printed. */
export function ConclusionEditor({ conclusion, desk, onWriting }: Props) {
  return (
    <div className={styles.editor}>
      <Card title={printedTitles.overview}>
        <DraftField
          desk={desk}
          part="overview"
          onFocus={() => onWriting(printedTitles.overview)}
          label="Buổi kiểm tra, thành phần, số liệu đã đối chiếu"
          hint={`Căn cứ, thời kỳ số liệu và việc gửi báo cáo được in sẵn trước phần này. ${listHint}`}
          rows={4}
        />
      </Card>
      <FieldTexts
        conclusion={conclusion}
        desk={desk}
        onWriting={onWriting}
        part="results"
        none="Để trống thì bản in ghi: Chưa ghi nhận kết quả nổi bật."
      />
      <FieldTexts
        conclusion={conclusion}
        desk={desk}
        onWriting={onWriting}
        part="shortcomings"
        none="Để trống thì bản in ghi: Qua kiểm tra chưa phát hiện tồn tại, hạn chế."
      />
      <Card title={printedTitles.causes}>
        <DraftField
          desk={desk}
          part="causes"
          onFocus={() => onWriting(printedTitles.causes)}
          label="Nguyên nhân và trách nhiệm"
          hint="Để trống thì bản in không có phần này."
        />
      </Card>
      <Recommendations conclusion={conclusion} />
      <Card title={printedTitles.execution}>
        <DraftField
          desk={desk}
          part="execution"
          onFocus={() => onWriting(printedTitles.execution)}
          label="Phân công, chế độ báo cáo"
          hint="Trách nhiệm công khai, báo cáo kết quả và việc theo dõi được in sẵn sau phần này."
        />
      </Card>
    </div>
  )
}

/** The fields that have words, were opened, or have findings; the others wait in a menu. */
function FieldTexts({ conclusion, desk, onWriting, part, none }: Props & { part: FieldPart; none: string }) {
  const title = printedTitles[part]
  const [opened, setOpened] = useState<readonly string[]>(() => conclusion.text[part].map(({ fieldKey }) => fieldKey))
  const isShown = ({ fieldKey }: { fieldKey: string }) =>
    opened.includes(fieldKey) || desk.saver.slot(partKey(part, fieldKey)).value.trim() !== ''
  const shown = conclusion.fields.filter(isShown)
  const others = conclusion.fields.filter((field) => !isShown(field))
  const open = (fieldKey: string) => {
    setOpened([...opened, fieldKey])
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-part="${CSS.escape(partKey(part, fieldKey))}"] textarea`)?.focus(),
    )
  }
  return (
    <Card
      title={title}
      aside={
        others.length > 0 && (
          <Menu
            className={styles.add}
            label={`Thêm lĩnh vực vào phần ${title.toLocaleLowerCase('vi')}`}
            items={others.map(({ fieldKey, name }) => ({ key: fieldKey, label: name, run: () => open(fieldKey) }))}
          >
            <IconPlus size={15} aria-hidden="true" /> Thêm lĩnh vực
          </Menu>
        )
      }
    >
      <div className={styles.fieldTexts}>
        {shown.map(({ fieldKey, name }) => (
          <DraftField
            key={fieldKey}
            desk={desk}
            part={partKey(part, fieldKey)}
            label={name}
            placeholder={none}
            onFocus={() => onWriting(title, name)}
            rows={2}
          />
        ))}
        {shown.length === 0 && <p className={styles.quiet}>{none}</p>}
      </div>
    </Card>
  )
}

function Recommendations({ conclusion }: { conclusion: ConclusionView }) {
  const [adding, setAdding] = useState(false)
  const { recommendations, state } = conclusion
  return (
    <Card
      title={
        <>
          {printedTitles.recommendations}{' '}
          {recommendations.length > 0 && <span className={styles.count}>{recommendations.length}</span>}
        </>
      }
      aside={
        <Button size="s" icon={<IconPlus size={15} aria-hidden="true" />} onClick={() => setAdding(true)}>
          Thêm kiến nghị
        </Button>
      }
    >
      <RecommendationList recommendations={recommendations} state={state} conclusion={conclusion} />
      {conclusion.replaces && <EndedLines inspectionId={conclusion.inspectionId} editable />}
      {adding && (
        <RecommendationDialog conclusion={conclusion} edited={null} finding={null} onClose={() => setAdding(false)} />
      )}
    </Card>
  )
}
