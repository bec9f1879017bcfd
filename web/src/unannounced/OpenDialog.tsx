import { placeKindNames, type UnannouncedView } from '@cchc/domain/unannounced/contract.ts'
import { useState } from 'react'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { toast } from '../ui/toasts.ts'
import { openOnSite } from './data.ts'

/** Opening on site: at which place the team stands, and that from now on everybody may know. */
export function OpenDialog({ view, onClose }: { view: UnannouncedView; onClose: () => void }) {
  const [placeId, choose] = useState(view.places[0]?.placeId ?? '')
  return (
    <ConfirmDialog
      title={`Mở kiểm tra đột xuất tại ${view.unitName}?`}
      confirmLabel="Đoàn đã đến nơi, mở kiểm tra"
      onConfirm={async () => {
        await openOnSite(view.inspectionId, placeId)
        toast({ tone: 'good', text: 'Đã công bố. Đơn vị và Đoàn kiểm tra thấy cuộc kiểm tra từ lúc này.' })
      }}
      onClose={onClose}
    >
      <Stack gap={3}>
        <p>
          Chỉ mở khi Đoàn đã có mặt: đơn vị thấy ngay cuộc kiểm tra và không rút lại được. Giờ mở và địa điểm đầu tiên
          được ghi vào biên bản.
        </p>
        <RadioField
          label="Địa điểm đầu tiên"
          value={placeId}
          onChange={choose}
          options={view.places.map((place) => ({
            value: place.placeId,
            label: `${place.name} (${placeKindNames[place.kind].toLocaleLowerCase('vi')})`,
          }))}
        />
      </Stack>
    </ConfirmDialog>
  )
}
