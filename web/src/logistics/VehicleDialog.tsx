import {
  addVehicle,
  saveVehicle,
  type VehicleView,
  vehicleOwnershipNames,
  vehicleOwnerships,
} from '@cchc/domain/logistics/contract.ts'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { SelectField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { refreshLogistics } from './data.ts'
import styles from './Logistics.module.css'

const blank = {
  name: '',
  plate: '',
  seats: 7 as number | null,
  seatsIncludeDriver: true,
  driverName: '',
  driverPhone: '',
  ownership: 'own' as VehicleView['ownership'],
  note: '',
  outOfUse: false,
}

/** Adds a vehicle or changes one. */
export function VehicleDialog({ vehicle, onClose }: { vehicle: VehicleView | null; onClose: () => void }) {
  const [draft, setDraft] = useState<typeof blank>(vehicle ?? blank)
  const write = (part: Partial<typeof blank>) => setDraft({ ...draft, ...part })

  const save = async () => {
    const { name, plate, seats, seatsIncludeDriver, driverName, driverPhone, ownership, note, outOfUse } = draft
    if (!name.trim() || !plate.trim() || seats === null) return 'Ghi tên xe, biển số và số chỗ.'
    const body = { name, plate, seats, seatsIncludeDriver, driverName, driverPhone, ownership, note, outOfUse }
    if (vehicle)
      await call(saveVehicle, {
        params: { vehicleId: vehicle.vehicleId },
        body: { ...body, revision: vehicle.revision },
      })
    else await call(addVehicle, { body })
    await refreshLogistics()
    toast({ tone: 'good', text: `Đã lưu xe ${plate}.` })
  }

  return (
    <FormDialog
      title={vehicle ? `Sửa xe ${vehicle.plate}` : 'Thêm xe'}
      onClose={onClose}
      onSubmit={save}
      submitLabel="Lưu xe"
    >
      <div className={styles.pair}>
        <TextField
          label="Tên xe"
          required
          value={draft.name}
          onChange={(name) => write({ name })}
          placeholder="Toyota Innova"
        />
        <TextField
          label="Biển số"
          required
          value={draft.plate}
          onChange={(plate) => write({ plate })}
          placeholder="15A-123.45"
        />
      </div>
      <div className={styles.pair}>
        <NumberField
          label="Số chỗ"
          required
          value={draft.seats}
          read={readNumber}
          write={writeNumber}
          onCommit={(seats) => write({ seats })}
        />
        <SelectField
          label="Nguồn xe"
          value={draft.ownership}
          onChange={(value) => write({ ownership: value as VehicleView['ownership'] })}
          options={vehicleOwnerships.map((value) => ({ value, label: vehicleOwnershipNames[value] }))}
        />
      </div>
      <CheckField
        label="Số chỗ trên kể cả chỗ lái xe"
        checked={draft.seatsIncludeDriver}
        onChange={(seatsIncludeDriver) => write({ seatsIncludeDriver })}
      />
      <div className={styles.pair}>
        <TextField label="Lái xe" value={draft.driverName} onChange={(driverName) => write({ driverName })} />
        <TextField
          label="Điện thoại lái xe"
          type="tel"
          value={draft.driverPhone}
          onChange={(driverPhone) => write({ driverPhone })}
        />
      </div>
      <TextField label="Ghi chú" value={draft.note} onChange={(note) => write({ note })} />
      {vehicle && (
        <CheckField
          label="Ngừng dùng xe này (các chuyến đã ghi vẫn giữ)"
          checked={draft.outOfUse}
          onChange={(outOfUse) => write({ outOfUse })}
        />
      )}
    </FormDialog>
  )
}
