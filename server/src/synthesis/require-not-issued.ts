import { Refusal } from '@cchc/domain/refusals.ts'

/** Refuses to touch a synthesis report that has been issued. `act` reads "không … được". */
export function requireNotIssued(documentId: string | null, act: string): void {
  if (documentId !== null)
    throw new Refusal('wrong-state', {
      act,
      what: 'báo cáo tổng hợp',
      state: 'Đã ban hành',
      way: 'Mở báo cáo đã ban hành để xem.',
    })
}
