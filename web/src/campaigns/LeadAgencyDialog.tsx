import type { FieldView } from '@cchc/domain/campaigns/contract.ts'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Campaigns.module.css'
import { saveLeadAgency } from './data.ts'
import { useAgencyOptions } from './unit-options.ts'

/** Names the agency that leads one field. */
export function LeadAgencyDialog(props: { campaignId: string; field: FieldView; onClose: () => void }) {
  const { campaignId, field, onClose } = props
  const [code, setCode] = useState(field.leadAgencyCode)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const agencies = useAgencyOptions()

  const save = async () => {
    setBusy(true)
    try {
      await saveLeadAgency(campaignId, field.fieldKey, code)
      toast({ tone: 'good', text: `Đã đổi cơ quan chủ trì: ${field.name}.` })
      onClose()
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      title="Cơ quan chủ trì lĩnh vực"
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>Không đổi</Button>
          <Button type="submit" kind="primary" busy={busy}>
            Lưu
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ComboField
          label={field.name}
          hint="Cơ quan chủ trì ghi phần phát hiện của lĩnh vực này sau buổi kiểm tra. Để trống nếu chưa giao."
          value={code}
          onChange={setCode}
          options={agencies}
          placeholder="Gõ tên sở, ban, ngành"
        />
        {failure && (
          <Message kind="error" live>
            {failure}
          </Message>
        )}
      </div>
    </Dialog>
  )
}
