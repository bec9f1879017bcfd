import type { MovedVisit } from '../change-notice-paper.ts'

/** Dữ liệu minh họa: real units; what happened to their visits is invented. */
export const movedVisits: readonly [MovedVisit, MovedVisit] = [
  {
    unitName: 'Ủy ban nhân dân phường Lê Chân',
    notice: { code: '80/TB-SNV', issuedOn: '2026-08-03' },
    before: {
      on: '2026-08-25',
      halfDay: 'morning',
      place: 'Trụ sở Ủy ban nhân dân phường Lê Chân',
      reportDueOn: '2026-08-20',
    },
    after: {
      on: '2026-09-03',
      halfDay: 'afternoon',
      place: 'Phòng họp tầng 2, trụ sở Ủy ban nhân dân phường Lê Chân',
      reportDueOn: '2026-08-26',
    },
    reason: 'Trùng kỳ họp Hội đồng nhân dân',
  },
  {
    unitName: 'Sở Xây dựng',
    notice: { code: '81/TB-SNV', issuedOn: '2026-08-04' },
    before: { on: '2026-08-26', halfDay: 'morning', place: 'Trụ sở Sở Xây dựng', reportDueOn: '2026-08-21' },
    after: { on: '2026-08-26', halfDay: 'afternoon', place: 'Trụ sở Sở Xây dựng', reportDueOn: '2026-08-21' },
    reason: 'Trưởng đoàn bận họp',
  },
]
