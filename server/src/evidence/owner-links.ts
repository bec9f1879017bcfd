interface Owner {
  readonly ownerKind: string
  readonly ownerId: string
  readonly inspectionId: string
}

/** The page where a file is seen with what it hangs on. */
export function pageOfOwner({ ownerKind, ownerId, inspectionId }: Owner): string {
  if (ownerKind === 'finding') return `/kiem-tra/${inspectionId}/buoi-kiem-tra?tab=phat-hien`
  if (ownerKind === 'minutes') return `/buoi-kiem-tra/${inspectionId}`
  if (ownerKind === 'scoring') return `/cham-diem/${inspectionId}`
  if (ownerKind === 'remedy') return `/khac-phuc/${ownerId}`
  return ownerKind === 'self-report' ? `/bao-cao/${inspectionId}` : `/lich/${inspectionId}`
}
