import type { FieldView } from '@cchc/domain/campaigns/contract.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import styles from './Campaigns.module.css'
import { LeadAgencyDialog } from './LeadAgencyDialog.tsx'

interface Props {
  campaignId: string
  fields: readonly FieldView[]
  mayEdit: boolean
}

/** Each field with the agency that leads its inspection. */
export function FieldsCard({ campaignId, fields, mayEdit }: Props) {
  const [editing, setEditing] = useState<FieldView | null>(null)
  return (
    <Card title="Lĩnh vực và cơ quan chủ trì">
      <ul className={styles.fields}>
        {fields.map((field) => (
          <li key={field.fieldKey} className={styles.field}>
            <span className={styles.fieldWords}>
              {field.name}
              <span className={styles.fieldLead}>{field.leadAgencyName ?? 'Chưa giao cơ quan nào'}</span>
            </span>
            {mayEdit && (
              <Button
                kind="quiet"
                size="s"
                aria-label={`Đổi cơ quan chủ trì ${field.name}`}
                onClick={() => setEditing(field)}
              >
                Đổi
              </Button>
            )}
          </li>
        ))}
      </ul>
      {editing && <LeadAgencyDialog campaignId={campaignId} field={editing} onClose={() => setEditing(null)} />}
    </Card>
  )
}
