import { z } from 'zod'

/**
 * A field of administrative reform, and the agency that leads its inspection unless a campaign says otherwise.
 * `leadAgency` is the agency's name without its province ("Tư pháp" for "Sở Tư pháp"), so that it fits any province's catalogue.
 */
export interface Field {
  readonly key: string
  readonly name: string
  readonly leadAgency: string
  /** One of the six fields that the plan lists under its content. Basis: QĐ 2251/QĐ-UBND, mục II.1. */
  readonly inDecision: boolean
}

/** The key of a field: English kebab-case, stable over the years. */
export const FieldKey = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/, 'Mã lĩnh vực gồm chữ thường không dấu, nối bằng dấu gạch ngang.')
export type FieldKey = z.infer<typeof FieldKey>

/**
 * The fields a campaign starts from; a campaign keeps its own copy and may change the lead agencies.
 * Basis: QĐ 2251/QĐ-UBND, mục II.1 (six fields), Phụ lục I (the others). The lead agencies are common practice, not in the decision.
 */
export const defaultFields: readonly Field[] = [
  { key: 'steering', name: 'Chỉ đạo, điều hành cải cách hành chính', leadAgency: 'Nội vụ', inDecision: false },
  { key: 'institutions', name: 'Cải cách thể chế', leadAgency: 'Tư pháp', inDecision: true },
  {
    key: 'admin-procedures',
    name: 'Cải cách thủ tục hành chính',
    leadAgency: 'Văn phòng Ủy ban nhân dân',
    inDecision: true,
  },
  { key: 'apparatus', name: 'Cải cách tổ chức bộ máy', leadAgency: 'Nội vụ', inDecision: true },
  { key: 'civil-service', name: 'Cải cách chế độ công vụ', leadAgency: 'Nội vụ', inDecision: true },
  { key: 'public-finance', name: 'Cải cách tài chính công', leadAgency: 'Tài chính', inDecision: true },
  {
    key: 'digital-government',
    name: 'Xây dựng và phát triển chính quyền điện tử, chính quyền số',
    leadAgency: 'Khoa học và Công nghệ',
    inDecision: true,
  },
  {
    key: 'citizen-reception',
    name: 'Tiếp công dân, giải quyết khiếu nại, tố cáo',
    leadAgency: 'Thanh tra',
    inDecision: false,
  },
  { key: 'general', name: 'Đánh giá chung', leadAgency: 'Nội vụ', inDecision: false },
]

/** The Vietnamese name of a default field; a key that no default field has is shown as it is. */
export function fieldName(key: FieldKey): string {
  return defaultFields.find((field) => field.key === key)?.name ?? key
}

/** The department of a catalogue that leads a field by default: its name contains the agency's; null when there is none or more than one. */
export function defaultLeadAgency<D extends { readonly name: string }>(
  key: FieldKey,
  departments: readonly D[],
): D | null {
  const agency = defaultFields.find((field) => field.key === key)?.leadAgency.toLowerCase()
  if (!agency) return null
  const found = departments.filter((department) => department.name.normalize('NFC').toLowerCase().includes(agency))
  return found.length === 1 ? found[0]! : null
}
