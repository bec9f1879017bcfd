/** The page where a file is seen with what it hangs on. */
export function pageOfOwner({ ownerKind, inspectionId }: { ownerKind: string; inspectionId: string }): string {
  if (ownerKind === 'finding') return `/kiem-tra/${inspectionId}/buoi-kiem-tra?tab=phat-hien`
  if (ownerKind === 'minutes') return `/buoi-kiem-tra/${inspectionId}`
  if (ownerKind === 'scoring') return `/cham-diem/${inspectionId}`
  return ownerKind === 'self-report' ? `/bao-cao/${inspectionId}` : `/lich/${inspectionId}`
}
