import type { SchedulingSettings } from '@cchc/domain/campaigns/scheduling-settings.ts'
import type { SchedulingWeights } from '@cchc/domain/scheduling/problem.ts'

interface Word<Key> {
  readonly key: Key
  readonly label: string
  readonly unit: string
  readonly hint: string
  readonly least: number
  readonly most: number
  readonly whole: boolean
}

/** The numbers that the office schedules by, in the order of the form. */
export const settingWords: readonly Word<Exclude<keyof SchedulingSettings, 'rosterQuorum'>>[] = [
  {
    key: 'noticeWorkingDays',
    label: 'Báo trước cho đơn vị',
    unit: 'ngày làm việc',
    hint: 'Không xếp cuộc nào sớm hơn, tính từ hôm nay.',
    least: 0,
    most: 60,
    whole: true,
  },
  {
    key: 'bufferWorkingDays',
    label: 'Dự phòng cuối đợt',
    unit: 'ngày làm việc',
    hint: 'Để trống cho những cuộc phải lùi.',
    least: 0,
    most: 40,
    whole: true,
  },
  {
    key: 'teamGroups',
    label: 'Số tổ của Đoàn',
    unit: 'tổ',
    hint: 'Mỗi tổ đi một đơn vị một buổi; cần đủ người cho từng tổ.',
    least: 1,
    most: 6,
    whole: true,
  },
  {
    key: 'roadFactor',
    label: 'Hệ số đường bộ',
    unit: 'lần',
    hint: 'Đường thật dài gấp mấy lần đường chim bay.',
    least: 1,
    most: 3,
    whole: false,
  },
]

/** What counts for how much, in the order of the form. */
export const weightWords: readonly Word<keyof SchedulingWeights>[] = [
  {
    key: 'travelDay',
    label: 'Mỗi ngày đi',
    unit: 'điểm',
    hint: 'Cao thì ghép hai đơn vị một ngày nhiều hơn.',
    least: 0,
    most: 1000,
    whole: false,
  },
  {
    key: 'km',
    label: 'Mỗi ki-lô-mét',
    unit: 'điểm',
    hint: 'Cao thì chỉ ghép những đơn vị thật gần nhau.',
    least: 0,
    most: 1000,
    whole: false,
  },
  {
    key: 'imbalance',
    label: 'Mỗi buổi lệch tháng',
    unit: 'điểm',
    hint: 'So với phần của tháng, tính theo số ngày xếp được.',
    least: 0,
    most: 1000,
    whole: false,
  },
  {
    key: 'swappedSaturday',
    label: 'Mỗi hạn vào thứ Bảy làm bù',
    unit: 'điểm',
    hint: 'Hạn gửi báo cáo của đơn vị; tránh khi còn ngày khác.',
    least: 0,
    most: 1000,
    whole: false,
  },
]
