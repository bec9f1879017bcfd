import { blockOf } from '@cchc/domain/outlines/edit-items.ts'
import {
  type ItemKind,
  isFigure,
  itemKindNames,
  itemKinds,
  type OutlineItem,
  outlineItems,
  sectionReference,
} from '@cchc/domain/outlines/outline.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { CheckField, CheckGroup } from '../ui/ChoiceFields.tsx'
import { Muted, Row, Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import { AddItemDialog } from './AddItemDialog.tsx'
import { ChoicesField, ColumnsField } from './AnswerFields.tsx'
import { DraftField } from './DraftField.tsx'
import { FormulaField } from './FormulaField.tsx'
import { moveOf } from './move-lines.ts'
import styles from './Outlines.module.css'
import { fieldOptions, MoveButtons } from './PlaceForms.tsx'
import { SplitItemDialog } from './SplitItemDialog.tsx'
import { ThresholdField } from './ThresholdField.tsx'
import { useEditor } from './use-editor.ts'

/** One question: its words, what it takes for an answer and from whom, and what can be done with the line. */
export function ItemForm({ itemKey }: { itemKey: string }) {
  const { outline, edit, select, marks, openCheck } = useEditor()
  const [asking, setAsking] = useState<'add' | 'split' | null>(null)
  const place = outlineItems(outline).find(({ item }) => item.key === itemKey)
  if (!place) return null
  const { part, section, item } = place
  const index = section.items.indexOf(item)
  const block = blockOf(section.items, itemKey)
  const up = moveOf(outline, itemKey, -1)
  const down = moveOf(outline, itemKey, 1)
  const checks = outline.checks.filter((check) => check.itemKeys.includes(itemKey))
  const change = (changes: Partial<Omit<OutlineItem, 'key'>>) => edit({ act: 'change-item', key: itemKey, changes })
  const answers = item.kind !== 'heading'

  const changeKind = (kind: ItemKind) => {
    const figure = kind === 'number' || kind === 'percent' || kind === 'money'
    change({
      kind,
      unit: kind === 'percent' ? '%' : figure ? item.unit : null,
      formula: figure ? item.formula : null,
      threshold: figure ? item.threshold : null,
      choices: kind === 'choice' ? (item.choices ?? ['Có', 'Không']) : null,
      columns: kind === 'table' ? (item.columns ?? [{ key: 'cot-1', label: 'Nội dung', kind: 'text' }]) : null,
      required: kind === 'heading' ? false : item.required,
    })
  }
  return (
    <Card
      title={answers ? 'Chỉ mục' : 'Dòng tiêu đề'}
      aside={<MoveButtons name="chỉ mục" up={up && (() => edit(up))} down={down && (() => edit(down))} />}
    >
      <Stack>
        <p className={styles.where}>
          Mục {sectionReference(part, section)} {section.title} · mã <code>{item.key}</code>
        </p>
        <Row>
          <Button size="s" onClick={() => setAsking('add')}>
            Thêm chỉ mục ngay sau
          </Button>
          {answers && (
            <Button size="s" onClick={() => setAsking('split')}>
              Tách làm hai
            </Button>
          )}
          <Button
            size="s"
            onClick={() => {
              const next = section.items[index + block.length] ?? section.items[index - 1]
              if (edit({ act: 'retire-item', key: itemKey, withParts: block.length > 1 }))
                select(next ? { what: 'item', key: next.key } : { what: 'section', key: section.key })
            }}
          >
            {block.length > 1 ? `Ngừng hỏi (cả ${block.length - 1} dòng bên dưới)` : 'Ngừng hỏi'}
          </Button>
        </Row>
        <DraftField label="Lời văn" long required value={item.label} onCommit={(label) => change({ label })} />
        <DraftField
          label="Tên ngắn"
          hint="Dùng trong bảng và câu nhắc khi lời văn dài."
          value={item.shortLabel ?? ''}
          onCommit={(text) => change({ shortLabel: text || null })}
        />
        <div className={styles.pair}>
          <SelectField
            label="Loại"
            value={item.kind}
            onChange={(kind) => changeKind(kind as ItemKind)}
            options={itemKinds.map((value) => ({ value, label: itemKindNames[value] }))}
          />
          {isFigure(item) && (
            <DraftField
              label="Đơn vị tính"
              maxLength={40}
              value={item.unit ?? ''}
              onCommit={(unit) => change({ unit: unit || null })}
            />
          )}
        </div>
        {marks.get(itemKey) === 'changed' && <KindWarning itemKey={itemKey} kind={item.kind} />}
        {item.kind === 'choice' && <ChoicesField item={item} onChange={(choices) => change({ choices })} />}
        {item.kind === 'table' && <ColumnsField item={item} onChange={(columns) => change({ columns })} />}
        {isFigure(item) && <FormulaField item={item} onChange={(formula) => change({ formula })} />}
        {isFigure(item) && <ThresholdField item={item} onChange={(threshold) => change({ threshold })} />}
        <CheckGroup label="Ai trả lời">
          <CheckField
            label="Sở, ban, ngành"
            checked={item.appliesTo.includes('department') && !item.advisoryOnly}
            disabled={item.advisoryOnly}
            onChange={(on) => change({ appliesTo: answerers(item, 'department', on) })}
          />
          <CheckField
            label="Xã, phường, đặc khu"
            checked={item.appliesTo.includes('commune') && !item.advisoryOnly}
            disabled={item.advisoryOnly}
            onChange={(on) => change({ appliesTo: answerers(item, 'commune', on) })}
          />
          <CheckField
            label="Chỉ sở, ngành tham mưu lĩnh vực"
            checked={item.advisoryOnly}
            onChange={(advisoryOnly) => change({ advisoryOnly })}
          />
        </CheckGroup>
        <SelectField
          label="Lĩnh vực"
          value={item.fieldKey}
          onChange={(fieldKey) => change({ fieldKey })}
          options={fieldOptions}
        />
        {answers && item.formula === null && (
          <CheckField
            label="Bắt buộc trả lời mới gửi được báo cáo"
            checked={item.required}
            onChange={(required) => change({ required })}
          />
        )}
        {answers && (
          <DraftField
            label="Hướng dẫn cho đơn vị"
            long
            value={item.guidance ?? ''}
            onCommit={(text) => change({ guidance: text || null })}
          />
        )}
        <div className={styles.pair}>
          <SelectField
            label="Bậc của dòng"
            value={String(item.level)}
            onChange={(level) => change({ level: Number(level) as 0 | 1 | 2 })}
            options={['Bậc 1', 'Bậc 2, dưới dòng trên', 'Bậc 3'].map((label, level) => ({
              value: String(level),
              label,
            }))}
          />
          <DraftField
            label="Dấu đầu dòng"
            maxLength={8}
            value={item.marker}
            onCommit={(marker) => change({ marker })}
          />
        </div>
        {checks.length > 0 && (
          <div>
            <h3>Phép kiểm tra có chỉ mục này</h3>
            <ul className={styles.links}>
              {checks.map((check) => (
                <li key={check.key}>
                  <Button kind="quiet" size="s" onClick={() => openCheck(check.key)}>
                    Mở
                  </Button>{' '}
                  <Muted small>{check.message.replaceAll(/\{[a-z0-9.-]+\}/g, '…')}</Muted>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
      {asking === 'add' && (
        <AddItemDialog section={section} at={index + block.length} after={item} onClose={() => setAsking(null)} />
      )}
      {asking === 'split' && <SplitItemDialog item={item} section={section} onClose={() => setAsking(null)} />}
    </Card>
  )
}

/** Figures of two years under one key that are not of one kind cannot be compared. */
function KindWarning({ itemKey, kind }: { itemKey: string; kind: ItemKind }) {
  const { kindBefore } = useEditor()
  const before = kindBefore(itemKey)
  if (before === null || before === kind) return null
  return (
    <Message kind="warning" lead={`Bản trước hỏi chỉ mục này là ${itemKindNames[before]}.`}>
      Đổi loại thì số liệu các năm không so sánh được nữa. Nếu là câu hỏi khác, hãy ngừng hỏi câu này và thêm chỉ mục
      mới.
    </Message>
  )
}

/** At least one kind of unit answers; whoever takes the last one away gets the other. */
function answerers(item: OutlineItem, type: 'department' | 'commune', on: boolean): OutlineItem['appliesTo'] {
  const others = item.appliesTo.filter((other) => other !== type)
  if (on) return (['department', 'commune'] as const).filter((each) => each === type || others.includes(each))
  return others.length > 0 ? others : [type === 'department' ? 'commune' : 'department']
}
