import type { FieldView, TeamMemberView } from '@cchc/domain/campaigns/contract.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import styles from './Campaigns.module.css'
import { FieldDialog } from './FieldDialog.tsx'

interface Props {
  campaignId: string
  fields: readonly FieldView[]
  members: readonly TeamMemberView[]
  mayEdit: boolean
}

/** Each field with the agency that leads its inspection, and who stands in when its seat is away. */
export function FieldsCard({ campaignId, fields, members, mayEdit }: Props) {
  const [editing, setEditing] = useState<FieldView | null>(null)
  const nameOf = (id: string) => {
    const seat = members.find(({ teamMemberId }) => teamMemberId === id)
    return seat?.fullName ?? seat?.post ?? ''
  }
  return (
    <Card title="Lĩnh vực, cơ quan chủ trì và người thay khi vắng">
      <ul className={styles.fields}>
        {fields.map((field) => (
          <li key={field.fieldKey} className={styles.field}>
            <span className={styles.fieldWords}>
              {field.name}
              <span className={styles.fieldLead}>{field.leadAgencyName ?? 'Chưa giao cơ quan nào'}</span>
              {field.standIns.length > 0 && (
                <span className={styles.fieldLead}>Thay khi vắng: {field.standIns.map(nameOf).join(', rồi ')}</span>
              )}
            </span>
            {mayEdit && (
              <Button
                kind="quiet"
                size="s"
                aria-label={`Đổi cơ quan chủ trì, người thay: ${field.name}`}
                onClick={() => setEditing(field)}
              >
                Đổi
              </Button>
            )}
          </li>
        ))}
      </ul>
      {editing && (
        <FieldDialog campaignId={campaignId} field={editing} members={members} onClose={() => setEditing(null)} />
      )}
    </Card>
  )
}
