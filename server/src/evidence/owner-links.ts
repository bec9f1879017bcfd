import type { OwnerKind } from '@cchc/domain/evidence/contract.ts'

interface Owner {
  readonly ownerKind: string
  readonly ownerId: string
  readonly inspectionId: string
}

const pages: Record<OwnerKind, (owner: Owner) => string> = {
  'self-report': ({ inspectionId }) => `/bao-cao/${inspectionId}`,
  'document-request': ({ inspectionId }) => `/lich/${inspectionId}`,
  minutes: ({ inspectionId }) => `/buoi-kiem-tra/${inspectionId}`,
  finding: ({ inspectionId }) => `/kiem-tra/${inspectionId}/buoi-kiem-tra?tab=phat-hien`,
  scoring: ({ inspectionId }) => `/cham-diem/${inspectionId}`,
  remedy: ({ ownerId }) => `/khac-phuc/${ownerId}`,
  'draft-answer': ({ inspectionId }) => `/ket-luan/${inspectionId}`,
}

/** The page where a file is seen with what it hangs on. */
export const pageOfOwner = (owner: Owner): string => pages[owner.ownerKind as OwnerKind](owner)
