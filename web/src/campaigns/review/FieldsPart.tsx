import type { CampaignPlan } from '@cchc/domain/campaigns/contract.ts'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { IconButton } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ComboField, type ComboOption } from '../../ui/ComboField.tsx'
import { TextField } from '../../ui/TextFields.tsx'
import { useAgencyOptions } from '../unit-options.ts'
import { partId, partNames } from './gaps.ts'
import styles from './Parts.module.css'
import { Place, ReadFrom } from './Place.tsx'
import { useReview } from './use-review.ts'

type PlannedField = CampaignPlan['fields'][number]

/** The fields of reform and the agency that leads each. Basis: QĐ 2251/QĐ-UBND, mục II.1, IV.2; who leads is common practice. */
export function FieldsPart() {
  const { plan, change } = useReview()
  const agencies = useAgencyOptions()
  const set = (field: PlannedField) =>
    change({ fields: plan.fields.map((each) => (each.fieldKey === field.fieldKey ? field : each)) })
  return (
    <Card id={partId('fields')} title={partNames.fields} className={styles.part}>
      <p className={styles.about}>
        Cơ quan chủ trì ghi phần phát hiện của lĩnh vực mình. Văn bản thường không phân công cụ thể; phần mềm đề xuất
        theo thông lệ, bạn đổi được ở đây và sau này.
      </p>
      <div>
        {plan.fields.map((field) => (
          <FieldPlace key={field.fieldKey} field={field} agencies={agencies} onChange={set} />
        ))}
      </div>
    </Card>
  )
}

interface FieldPlaceProps {
  field: PlannedField
  agencies: readonly ComboOption[]
  onChange: (field: PlannedField) => void
}

function FieldPlace({ field, agencies, onChange }: FieldPlaceProps) {
  const { view } = useReview()
  const [renaming, setRenaming] = useState<string | null>(null)
  const source = view.proposal.fields.find(({ value }) => value.key === field.fieldKey)
  return (
    <Place source={source} className={styles.field}>
      {renaming === null ? (
        <div className={styles.fieldName}>
          <span>
            {field.name}
            <span className={styles.fieldSource}>
              <ReadFrom source={source} otherwise="Phần mềm thêm theo đề cương" />
            </span>
          </span>
          <IconButton size="s" label={`Sửa tên lĩnh vực ${field.name}`} onClick={() => setRenaming(field.name)}>
            <IconPencil size={16} aria-hidden="true" />
          </IconButton>
        </div>
      ) : (
        <TextField
          label={<span className="hidden-visually">Tên lĩnh vực</span>}
          value={field.name}
          onChange={(name) => onChange({ ...field, name })}
          onBlur={() => {
            if (!field.name.trim()) onChange({ ...field, name: renaming })
            setRenaming(null)
          }}
          autoFocus
        />
      )}
      <ComboField
        label={<span className="hidden-visually">Cơ quan chủ trì {field.name}</span>}
        value={field.leadAgencyCode}
        onChange={(leadAgencyCode) => onChange({ ...field, leadAgencyCode })}
        options={agencies}
        placeholder="Chưa giao cơ quan nào"
      />
    </Place>
  )
}
