import { type FindingKind, findingKindNames, findingKinds, type VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { lazy, Suspense, useEffect, useState } from 'react'
import { newId } from '../platform/new-id.ts'
import { Button } from '../ui/Button.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { SelectField, TextAreaField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import type { VisitDesk } from './visit-desk.ts'
import type { FindingContent } from './visit-savers.ts'

interface Props {
  view: VisitView
  desk: VisitDesk
  /** Null for a new one. */
  findingId: string | null
  onClose: () => void
}

const PhotoStrip = lazy(() => import('./PhotoStrip.tsx'))

/** Kinds that have a cause and somebody who answers for it. */
const blamed: readonly FindingKind[] = ['shortcoming', 'violation']

/** Records or changes one finding. A new one that is closed half-written is found again when the dialog opens next. */
export function FindingDialog({ view, desk, findingId, onClose }: Props) {
  const [content, setContent] = useState<FindingContent>(
    () => (findingId ? desk.findings.slot(findingId).value : desk.begun) ?? blank(view),
  )
  // Its photos are taken under an id that has to be found again, whatever is written first.
  useEffect(() => {
    if (!findingId) desk.begun ??= content
  }, [])
  const [missing, setMissing] = useState('')
  const change = (changes: Partial<FindingContent>) => {
    const next = { ...content, ...changes }
    setContent(next)
    if (!findingId) desk.begun = next
  }
  const save = () => {
    if (!content.text.trim()) {
      setMissing('Ghi nội dung phát hiện: việc gì, ở đâu, số liệu hoặc văn bản nào cho thấy.')
      return
    }
    const isBlamed = blamed.includes(content.kind)
    const finding: FindingContent = {
      ...content,
      text: content.text.trim(),
      cause: isBlamed ? content.cause.trim() : '',
      responsible: isBlamed ? content.responsible.trim() : '',
    }
    desk.findings.write(findingId ?? desk.begunId, finding, true)
    if (!findingId) {
      desk.begunId = newId()
      // The next one is likely of the same field.
      desk.begun = { ...blank(view), fieldKey: content.fieldKey, registrationId: content.registrationId }
      toast({ tone: 'good', text: 'Đã ghi phát hiện.' })
    }
    onClose()
  }

  return (
    <Dialog
      title={findingId ? 'Sửa phát hiện' : 'Ghi phát hiện'}
      onClose={onClose}
      onSubmit={save}
      actions={
        <>
          <Button onClick={onClose}>Để sau</Button>
          <Button type="submit" kind="primary">
            {findingId ? 'Lưu phát hiện' : 'Ghi phát hiện'}
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <BelongsTo
          view={view}
          value={content.registrationId}
          onChange={(registrationId) => change({ registrationId })}
        />
        <SelectField
          label="Lĩnh vực"
          value={content.fieldKey}
          onChange={(fieldKey) => change({ fieldKey })}
          options={ownFieldsFirst(view).map(({ fieldKey, name }) => ({ value: fieldKey, label: name }))}
        />
        <RadioField
          label="Loại"
          value={content.kind}
          onChange={(kind) => change({ kind: kind as FindingKind })}
          options={findingKinds.map((kind) => ({ value: kind, label: findingKindNames[kind] }))}
        />
        <TextAreaField
          label="Nội dung"
          required
          rows={4}
          maxLength={5000}
          value={content.text}
          error={missing}
          onChange={(text) => {
            change({ text })
            setMissing('')
          }}
        />
        {blamed.includes(content.kind) && (
          <>
            <TextAreaField
              label="Nguyên nhân"
              rows={2}
              maxLength={20_000}
              value={content.cause}
              onChange={(cause) => change({ cause })}
            />
            <TextField
              label="Trách nhiệm"
              hint="Bộ phận hoặc người chịu trách nhiệm"
              maxLength={1000}
              value={content.responsible}
              onChange={(responsible) => change({ responsible })}
            />
          </>
        )}
        <Suspense>
          <PhotoStrip view={view} desk={desk} findingId={findingId ?? desk.begunId} adding="whole" />
        </Suspense>
      </Stack>
    </Dialog>
  )
}

/** Whose finding it is, where departments' own inspections take place inside the visit. */
function BelongsTo({
  view,
  value,
  onChange,
}: {
  view: VisitView
  value: string | null
  onChange: (registrationId: string | null) => void
}) {
  const guestOnly = isGuestOnly(view)
  const choices = guestOnly
    ? view.thematic.filter(({ registrationId }) => view.guestOf.includes(registrationId))
    : view.thematic
  if (choices.length === 0) return null
  return (
    <SelectField
      label="Thuộc nội dung"
      value={value ?? ''}
      placeholder={guestOnly ? undefined : 'Kiểm tra chung của Đoàn'}
      onChange={(registrationId) => onChange(registrationId || null)}
      options={choices.map(({ registrationId, agencyName, title }) => ({
        value: registrationId,
        label: `Chuyên đề ${agencyName}: ${title}`,
      }))}
    />
  )
}

function ownFieldsFirst({ fields, myFields }: VisitView): VisitView['fields'] {
  const isOwn = (field: VisitView['fields'][number]) => myFields.includes(field.fieldKey)
  return [...fields.filter(isOwn), ...fields.filter((field) => !isOwn(field))]
}

function blank(view: VisitView): FindingContent {
  return {
    fieldKey: ownFieldsFirst(view)[0]?.fieldKey ?? '',
    kind: 'shortcoming',
    text: '',
    cause: '',
    responsible: '',
    registrationId: isGuestOnly(view) ? (view.guestOf[0] ?? null) : null,
  }
}

/** Somebody who is here for a merged thematic inspection records for it alone. */
function isGuestOnly({ guestOf, actions }: VisitView): boolean {
  return guestOf.length > 0 && !actions.includes('record')
}
