import { defaultFields } from '@cchc/domain/outlines/fields.ts'
import { givenKeys, proposeKey } from '@cchc/domain/outlines/outline-keys.ts'
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Row, Stack } from '../ui/Layout.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import { AddItemDialog } from './AddItemDialog.tsx'
import { DraftField } from './DraftField.tsx'
import type { OutlineDesk } from './outline-desk.ts'
import { useEditor } from './use-editor.ts'

export const fieldOptions = defaultFields.map(({ key, name, leadAgency }) => ({
  value: key,
  label: `${name} (chủ trì: ${leadAgency})`,
}))

/** The outline's own words, and a new part. */
export function OutlineForm({ desk }: { desk: OutlineDesk }) {
  const { outline, state, edit, select } = useEditor()
  const addPart = () => {
    const key = proposeKey(givenKeys(outline).parts, `phan ${outline.parts.length + 1}`)
    if (edit({ act: 'add-part', at: outline.parts.length, part: { key, number: '', title: 'Phần mới' } }))
      select({ what: 'part', key })
  }
  return (
    <Card title="Đề cương">
      <Stack>
        <DraftField
          label="Tên đề cương"
          long
          required
          value={outline.title}
          onCommit={(title) => edit({ act: 'change-outline', changes: { title } })}
        />
        <DraftField
          label="Dùng cho năm"
          value={String(state.year)}
          maxLength={4}
          onCommit={(text) => {
            const year = Number(text)
            if (year >= 2000 && year <= 2100) desk.setYear(year)
          }}
        />
        <DraftField
          label="Ghi chú đầu đề cương"
          hint="Ví dụ mốc lấy số liệu."
          long
          value={outline.note}
          onCommit={(note) => edit({ act: 'change-outline', changes: { note } })}
        />
        <div>
          <Button icon={<IconPlus size={16} aria-hidden="true" />} onClick={addPart}>
            Thêm phần
          </Button>
        </div>
      </Stack>
    </Card>
  )
}

export function PartForm({ partKey }: { partKey: string }) {
  const { outline, edit, select } = useEditor()
  const at = outline.parts.findIndex(({ key }) => key === partKey)
  const part = outline.parts[at]
  if (!part) return null
  const addSection = () => {
    const key = proposeKey(givenKeys(outline).sections, `muc ${part.number || at + 1} ${part.sections.length + 1}`)
    const section = { key, number: String(part.sections.length + 1), title: 'Mục mới', fieldKey: 'general' }
    if (edit({ act: 'add-section', partKey, at: part.sections.length, section })) select({ what: 'section', key })
  }
  return (
    <Card
      title="Phần"
      aside={
        <MoveButtons
          name="phần"
          up={at > 0 ? () => edit({ act: 'move-part', key: partKey, at: at - 1 }) : null}
          down={at < outline.parts.length - 1 ? () => edit({ act: 'move-part', key: partKey, at: at + 1 }) : null}
        />
      }
    >
      <Stack>
        <DraftField
          label="Tên phần"
          long
          required
          value={part.title}
          onCommit={(title) => edit({ act: 'change-part', key: partKey, changes: { title } })}
        />
        <DraftField
          label="Số phần"
          hint="Như in trong đề cương, ví dụ II."
          maxLength={10}
          value={part.number}
          onCommit={(number) => edit({ act: 'change-part', key: partKey, changes: { number } })}
        />
        <Row>
          <Button icon={<IconPlus size={16} aria-hidden="true" />} onClick={addSection}>
            Thêm mục
          </Button>
          <Button onClick={() => edit({ act: 'retire-part', key: partKey })}>Ngừng hỏi cả phần</Button>
        </Row>
      </Stack>
    </Card>
  )
}

export function SectionForm({ sectionKey }: { sectionKey: string }) {
  const { outline, edit } = useEditor()
  const [adding, setAdding] = useState(false)
  const part = outline.parts.find(({ sections }) => sections.some(({ key }) => key === sectionKey))
  const at = part?.sections.findIndex(({ key }) => key === sectionKey) ?? -1
  const section = part?.sections[at]
  if (!part || !section) return null
  const change = (changes: { title?: string; number?: string; fieldKey?: string }) =>
    edit({ act: 'change-section', key: sectionKey, changes })
  const move = (partKey: string, place: number) => edit({ act: 'move-section', key: sectionKey, partKey, at: place })
  return (
    <Card
      title="Mục"
      aside={
        <MoveButtons
          name="mục"
          up={at > 0 ? () => move(part.key, at - 1) : null}
          down={at < part.sections.length - 1 ? () => move(part.key, at + 1) : null}
        />
      }
    >
      <Stack>
        <DraftField label="Tên mục" long required value={section.title} onCommit={(title) => change({ title })} />
        <DraftField
          label="Số mục"
          hint="Để trống nếu đề cương không đánh số mục này."
          maxLength={10}
          value={section.number}
          onCommit={(number) => change({ number })}
        />
        <SelectField
          label="Lĩnh vực"
          hint="Cơ quan chủ trì lĩnh vực đọc và kiểm tra các câu trả lời của mục này."
          value={section.fieldKey}
          onChange={(fieldKey) => change({ fieldKey })}
          options={fieldOptions}
        />
        {outline.parts.length > 1 && (
          <SelectField
            label="Thuộc phần"
            value={part.key}
            onChange={(key) => move(key, outline.parts.find((other) => other.key === key)?.sections.length ?? 0)}
            options={outline.parts.map(({ key, number, title }) => ({
              value: key,
              label: [number, title].filter(Boolean).join('. '),
            }))}
          />
        )}
        <Row>
          <Button icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
            Thêm chỉ mục
          </Button>
          <Button onClick={() => edit({ act: 'retire-section', key: sectionKey })}>Ngừng hỏi cả mục</Button>
        </Row>
      </Stack>
      {adding && <AddItemDialog section={section} at={section.items.length} onClose={() => setAdding(false)} />}
    </Card>
  )
}

/** Up and down; null where it stands at the edge. */
export function MoveButtons({
  name,
  up,
  down,
}: {
  name: string
  up: (() => unknown) | null
  down: (() => unknown) | null
}) {
  return (
    <Row gap={1}>
      <IconButton size="s" label={`Chuyển ${name} lên`} disabled={!up} onClick={() => up?.()}>
        <IconArrowUp size={16} aria-hidden="true" />
      </IconButton>
      <IconButton size="s" label={`Chuyển ${name} xuống`} disabled={!down} onClick={() => down?.()}>
        <IconArrowDown size={16} aria-hidden="true" />
      </IconButton>
    </Row>
  )
}
