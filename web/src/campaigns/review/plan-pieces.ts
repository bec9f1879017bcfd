import { type CampaignPlan, teamRoleNames } from '@cchc/domain/campaigns/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'

/** One thing of a plan that two people may settle differently: how it reads, and how to take it over from another plan. */
interface Piece {
  readonly key: string
  readonly label: string
  read(plan: CampaignPlan): string
  /** `into` with this piece as it is in `from`. */
  take(from: CampaignPlan, into: CampaignPlan): CampaignPlan
}

/** A piece that differs, with both readings; `changedBy` tells who moved away from what both started from. */
export interface Difference extends Piece {
  readonly mine: string
  readonly theirs: string
  readonly changedBy: 'me' | 'them' | 'both'
}

type Key = keyof CampaignPlan
const nothing = 'để trống'
const words = (value: unknown) => (value === null || value === '' ? nothing : String(value))
const date = (value: unknown) => (typeof value === 'string' && value ? formatDate(value) : nothing)
const lines = (value: unknown) => (value as string[]).join('\n') || nothing

const wholes: readonly [Key, string, (value: unknown) => string][] = [
  ['name', 'Tên đợt kiểm tra', words],
  ['year', 'Năm', words],
  ['number', 'Số', words],
  ['symbol', 'Ký hiệu', words],
  ['issuedOn', 'Ngày ban hành', date],
  ['issuer', 'Cơ quan, người ban hành', words],
  ['signerName', 'Người ký', words],
  ['signerPost', 'Chức vụ người ký', words],
  ['legalBases', 'Căn cứ', lines],
  ['recipients', 'Nơi nhận', lines],
  ['periodFrom', 'Bắt đầu kiểm tra', date],
  ['periodTo', 'Kết thúc kiểm tra', date],
  ['dataFrom', 'Số liệu tính từ', date],
  ['leadWorkingDays', 'Gửi báo cáo trước (ngày làm việc)', words],
  ['conclusionWorkingDays', 'Ban hành kết luận trong (ngày làm việc)', words],
  ['remedyWorkingDays', 'Khắc phục trong (ngày làm việc)', words],
  [
    'team',
    'Thành phần Đoàn',
    (team) =>
      (team as CampaignPlan['team'])
        .map(
          ({ role, post, fieldKeys }) =>
            `${teamRoleNames[role]}: ${post}${fieldKeys.map((key) => ` · ${key}`).join('')}`,
        )
        .join('\n') || nothing,
  ],
  ['outlineVersionId', 'Đề cương', (id) => (id === null ? 'đề cương đọc từ văn bản' : `đề cương có sẵn (${id})`)],
]

const wholePieces: readonly Piece[] = wholes.map(([key, label, write]) => ({
  key,
  label,
  read: (plan) => write(plan[key]),
  take: (from, into) => ({ ...into, [key]: from[key] }),
}))

type PlannedUnit = CampaignPlan['units'][number]
const unitKey = ({ line, text }: PlannedUnit) => `${line ?? ''} ${text}`

function unitPiece(unit: PlannedUnit, nameOf: (code: string) => string): Piece {
  const key = unitKey(unit)
  const find = (plan: CampaignPlan) => plan.units.find((each) => unitKey(each) === key)
  return {
    key: `unit ${key}`,
    label: `Đơn vị “${unit.text}”`,
    read: (plan) => {
      const found = find(plan)
      if (!found) return 'không có trong danh sách'
      if (found.unitCode === null) return 'chưa chọn'
      return `${nameOf(found.unitCode)}${found.confirmed ? '' : ', chưa xác nhận'}`
    },
    take: (from, into) => {
      const theirs = find(from)
      const others = into.units.filter((each) => unitKey(each) !== key)
      if (!theirs) return { ...into, units: others }
      if (find(into)) return { ...into, units: into.units.map((each) => (unitKey(each) === key ? theirs : each)) }
      const at = from.units.indexOf(theirs)
      return { ...into, units: [...into.units.slice(0, at), theirs, ...into.units.slice(at)] }
    },
  }
}

function fieldPiece({ fieldKey, name }: CampaignPlan['fields'][number], nameOf: (code: string) => string): Piece {
  const find = (plan: CampaignPlan) => plan.fields.find((field) => field.fieldKey === fieldKey)
  return {
    key: `field ${fieldKey}`,
    label: `Lĩnh vực “${name}”`,
    read: (plan) => {
      const field = find(plan)
      return field ? `${field.name}: ${field.leadAgencyCode ? nameOf(field.leadAgencyCode) : 'chưa giao'}` : nothing
    },
    take: (from, into) => {
      const theirs = find(from)
      return theirs
        ? { ...into, fields: into.fields.map((field) => (field.fieldKey === fieldKey ? theirs : field)) }
        : into
    },
  }
}

function doubtPiece(doubtKey: string, sentence: string): Piece {
  const holds = (plan: CampaignPlan) => plan.settledDoubts.includes(doubtKey)
  return {
    key: `doubt ${doubtKey}`,
    label: `Nghi vấn: ${sentence}`,
    read: (plan) => (holds(plan) ? 'đã xem xét' : 'chưa xem xét'),
    take: (from, into) => ({
      ...into,
      settledDoubts: [...into.settledDoubts.filter((key) => key !== doubtKey), ...(holds(from) ? [doubtKey] : [])],
    }),
  }
}

/** What two plans that started from `base` say differently, in the order of the review. */
export function differencesOf(
  base: CampaignPlan,
  mine: CampaignPlan,
  theirs: CampaignPlan,
  { nameOf, doubts }: { nameOf: (code: string) => string; doubts: readonly { key: string; sentence: string }[] },
): Difference[] {
  const units = new Map([...mine.units, ...theirs.units].map((unit) => [unitKey(unit), unit]))
  const pieces = [
    ...wholePieces,
    ...mine.fields.map((field) => fieldPiece(field, nameOf)),
    ...[...units.values()].map((unit) => unitPiece(unit, nameOf)),
    ...doubts.map(({ key, sentence }) => doubtPiece(key, sentence)),
  ]
  return pieces.flatMap((piece) => {
    const [was, ours, others] = [piece.read(base), piece.read(mine), piece.read(theirs)]
    if (ours === others) return []
    const changedBy = ours === was ? 'them' : others === was ? 'me' : 'both'
    return [{ ...piece, mine: ours, theirs: others, changedBy }]
  })
}

/** Their plan with the chosen pieces of mine in it. */
export function mergePlans(
  mine: CampaignPlan,
  theirs: CampaignPlan,
  differences: readonly Difference[],
  keepMine: (difference: Difference) => boolean,
): CampaignPlan {
  return differences.filter(keepMine).reduce((merged, piece) => piece.take(mine, merged), theirs)
}
