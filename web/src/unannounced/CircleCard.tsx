import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { ToldPerson, UnannouncedView } from '@cchc/domain/unannounced/contract.ts'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '../platform/session.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { choicesQuery, tell, untell } from './data.ts'
import styles from './Unannounced.module.css'

/** Who knows, since when and from whom. */
export function CircleCard({ view }: { view: UnannouncedView }) {
  const [telling, setTelling] = useState(false)
  const [leaving, setLeaving] = useState<ToldPerson | null>(null)
  const mayTell = view.actions.includes('tell')
  const { personId: me } = useViewer()
  if (!view.secret && view.circle.length === 0) return null
  return (
    <Card
      title={view.secret ? 'Những người được biết' : 'Những người được biết trước khi công bố'}
      aside={`${view.told} người`}
    >
      <ul className={styles.lines}>
        {view.circle.map((person) => (
          <li key={person.personId} className={styles.person}>
            <span>
              {person.fullName}
              <span className={styles.small}>
                {formatInstant(person.toldAt)}
                {person.toldBy && person.toldBy !== person.fullName && ` · ${person.toldBy} báo`}
                {person.why && ` · ${person.why}`}
              </span>
            </span>
            {mayTell && !person.always && person.personId !== me && (
              <IconButton size="s" label={`Thôi cho ${person.fullName} xem`} onClick={() => setLeaving(person)}>
                <IconX size={16} aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {mayTell && (
        <div className={styles.below}>
          <Button onClick={() => setTelling(true)}>Báo thêm người</Button>
        </div>
      )}
      {telling && <TellDialog view={view} onClose={() => setTelling(false)} />}
      {leaving && (
        <ConfirmDialog
          title={`Thôi cho ${leaving.fullName} xem?`}
          confirmLabel="Thôi cho xem"
          onConfirm={() => untell(view.inspectionId, leaving.personId)}
          onClose={() => setLeaving(null)}
        >
          Người này không mở được cuộc kiểm tra nữa, nhưng đã biết. Việc đã báo vẫn nằm trong nhật ký.
        </ConfirmDialog>
      )}
    </Card>
  )
}

function TellDialog({ view, onClose }: { view: UnannouncedView; onClose: () => void }) {
  const { data } = useQuery(choicesQuery(view.campaignId))
  const [personId, choose] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const known = new Set(view.circle.map((person) => person.personId))
  return (
    <ConfirmDialog
      title="Báo thêm người"
      confirmLabel="Báo cho người này"
      onConfirm={async () => {
        if (!personId) return 'Chọn người được báo.'
        await tell(view.inspectionId, personId, why)
      }}
      onClose={onClose}
    >
      <Stack gap={3}>
        <ComboField
          label="Người được báo"
          required
          value={personId}
          onChange={choose}
          placeholder="Gõ tên"
          options={(data?.people ?? [])
            .filter((person) => !known.has(person.personId))
            .map((person) => ({
              value: person.personId,
              label: person.fullName,
              note: [person.roleName, person.post].filter(Boolean).join(' · '),
            }))}
          hint="Chỉ người của Đoàn kiểm tra. Tài khoản quản trị không được biết."
        />
        <TextField label="Để làm gì" value={why} onChange={setWhy} placeholder="Ví dụ: chuẩn bị xe" />
      </Stack>
    </ConfirmDialog>
  )
}
