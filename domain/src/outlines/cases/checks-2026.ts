import type { Answers } from '../outline.ts'

/**
 * What the checks of the outline of 2026 say to given answers: exactly these check keys and no others. `right`: figures as they
 * should be; `wrong`: figures that contradict; `edge`: at a limit, at nothing, or not there.
 */
export interface CheckCase {
  readonly name: string
  readonly sort: 'right' | 'wrong' | 'edge'
  readonly answers: Answers
  readonly says: readonly string[]
}

const one = (sort: CheckCase['sort'], name: string, answers: Answers, ...says: string[]): CheckCase => ({
  name,
  sort,
  answers,
  says,
})

/** Figures of one group under short names, so that a case is one line. */
const group =
  <Name extends string>(keys: Record<Name, string>) =>
  (values: Partial<Record<Name, number | string | null>>): Answers =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [keys[name as Name], value])) as Answers

const dossiers = group({
  received: 'admin-procedures.received',
  resolved: 'admin-procedures.resolved',
  onTime: 'admin-procedures.on-time',
  overdue: 'admin-procedures.overdue',
})
const plan = group({
  total: 'steering.plan-tasks.total',
  done: 'steering.plan-tasks.done',
  doing: 'steering.plan-tasks.in-progress',
})
const assigned = group({
  total: 'steering.assigned-tasks.total',
  onTime: 'steering.assigned-tasks.on-time',
  late: 'steering.assigned-tasks.late',
  overdue: 'steering.assigned-tasks.overdue',
})
const inspected = group({
  rate: 'institutions.inspection.handled-rate',
  toHandle: 'institutions.inspection.to-handle',
  handled: 'institutions.inspection.handled',
})
const reviewed = group({
  rate: 'institutions.review.handled-rate',
  toHandle: 'institutions.review.to-handle',
  handled: 'institutions.review.handled',
})
const feedback = group({
  received: 'admin-procedures.feedback.received',
  resolved: 'admin-procedures.feedback.resolved',
})
const rates = group({
  satisfaction: 'admin-procedures.satisfaction-rate',
  land: 'admin-procedures.satisfaction-land-rate',
  online: 'admin-procedures.online-rate',
  digitised: 'admin-procedures.digitised-rate',
})
const staff = group({ present: 'civil-service.staff', quota: 'civil-service.staff-quota' })
const services = group({
  total: 'public-finance.service-units.total',
  one: 'public-finance.service-units.group-1',
  two: 'public-finance.service-units.group-2',
  three: 'public-finance.service-units.group-3',
  four: 'public-finance.service-units.group-4',
})
const money = group({
  revenue: 'public-finance.budget-revenue',
  planned: 'public-finance.investment.planned',
  disbursed: 'public-finance.investment.disbursed',
})
const until = (day: string) => ({ 'general.data-until': day })

export const checkCases: readonly CheckCase[] = [
  one('right', 'dossiers that add up', dossiers({ received: 12_480, resolved: 12_105, onTime: 11_900, overdue: 205 })),
  one('edge', 'all dossiers resolved in time', dossiers({ received: 100, resolved: 100, onTime: 100, overdue: 0 })),
  one('edge', 'no dossier at all', dossiers({ received: 0, resolved: 0, onTime: 0, overdue: 0 })),
  one(
    'wrong',
    'one more resolved than received',
    dossiers({ received: 100, resolved: 101 }),
    'dossiers-resolved-within-received',
  ),
  one('edge', 'as many resolved as received', dossiers({ received: 100, resolved: 100 })),
  one(
    'wrong',
    'one more in time than resolved',
    dossiers({ resolved: 100, onTime: 101 }),
    'dossiers-on-time-within-resolved',
  ),
  one(
    'wrong',
    'one in time out of none',
    dossiers({ received: 0, resolved: 0, onTime: 1, overdue: 0 }),
    'dossiers-on-time-within-resolved',
    'dossiers-overdue-within-received',
  ),
  one('edge', 'received not written yet', dossiers({ received: null, resolved: 10, onTime: 10 })),
  one('edge', 'a word where a number belongs', dossiers({ received: 'mười', resolved: 10 })),
  one(
    'edge',
    'late ones are just the overdue ones',
    dossiers({ received: 100, resolved: 100, onTime: 90, overdue: 10 }),
  ),
  one(
    'wrong',
    'one late dossier that is not overdue',
    dossiers({ received: 100, resolved: 100, onTime: 90, overdue: 9 }),
    'dossiers-late-counted-overdue',
  ),
  one(
    'wrong',
    'in time and overdue are more than all',
    dossiers({ received: 100, resolved: 100, onTime: 90, overdue: 11 }),
    'dossiers-overdue-within-received',
  ),
  one(
    'edge',
    'overdue ones that are not resolved yet',
    dossiers({ received: 100, resolved: 90, onTime: 90, overdue: 10 }),
  ),
  one(
    'wrong',
    'fewer than none received',
    dossiers({ received: -1, resolved: 0 }),
    'negative:admin-procedures.received',
    'dossiers-resolved-within-received',
  ),
  one('wrong', 'half a dossier', dossiers({ received: 12.5 }), 'fractional-count:admin-procedures.received'),
  one('wrong', 'less than no half dossier', dossiers({ received: -0.5 }), 'negative:admin-procedures.received'),
  one('edge', 'a count written with a comma and nothing behind', dossiers({ received: 12.0 })),
  one(
    'wrong',
    'two figures that contradict a third',
    dossiers({ received: 50, resolved: 60, onTime: 70 }),
    'dossiers-resolved-within-received',
    'dossiers-on-time-within-resolved',
  ),

  one('right', 'a stated rate as its figures make it', inspected({ rate: 66.67, handled: 2, toHandle: 3 })),
  one('right', 'a stated rate rounded to one decimal', inspected({ rate: 66.7, handled: 2, toHandle: 3 })),
  one('edge', 'a rate just 0.05 too high', inspected({ rate: 50.05, handled: 1, toHandle: 2 })),
  one('edge', 'a rate just 0.05 too low', inspected({ rate: 49.95, handled: 1, toHandle: 2 })),
  one('wrong', 'a rate 0.06 too high', inspected({ rate: 50.06, handled: 1, toHandle: 2 }), 'inspected-documents-rate'),
  one('wrong', 'a rate 0.06 too low', inspected({ rate: 49.94, handled: 1, toHandle: 2 }), 'inspected-documents-rate'),
  one(
    'wrong',
    'a rate whose third decimal is too far',
    inspected({ rate: 66.72, handled: 2, toHandle: 3 }),
    'inspected-documents-rate',
  ),
  one('edge', 'a rate whose third decimal is near enough', inspected({ rate: 66.62, handled: 2, toHandle: 3 })),
  one('edge', 'a rate of nothing out of nothing', inspected({ rate: 50, handled: 0, toHandle: 0 })),
  one('edge', 'a rate that is not stated', inspected({ handled: 2, toHandle: 3 })),
  one('edge', 'a rate without its figures', inspected({ rate: 12 })),
  one('right', 'none handled, and said so', inspected({ rate: 0, handled: 0, toHandle: 3 })),
  one(
    'wrong',
    'none handled, and said otherwise',
    inspected({ rate: 100, handled: 0, toHandle: 3 }),
    'inspected-documents-rate',
  ),
  one(
    'wrong',
    'near its figures and yet more than all',
    inspected({ rate: 100.04, handled: 3, toHandle: 3 }),
    'percent-range:institutions.inspection.handled-rate',
  ),
  one(
    'wrong',
    'more handled than had to be',
    inspected({ rate: 100, handled: 4, toHandle: 3 }),
    'inspected-documents-handled',
    'inspected-documents-rate',
  ),
  one('wrong', 'one handled of none', inspected({ handled: 1, toHandle: 0 }), 'inspected-documents-handled'),
  one('right', 'all reviewed documents handled', reviewed({ rate: 100, handled: 3, toHandle: 3 })),
  one('edge', 'a third, rounded down', reviewed({ rate: 33.3, handled: 1, toHandle: 3 })),
  one('edge', 'a third, within the tolerance', reviewed({ rate: 33.38, handled: 1, toHandle: 3 })),
  one(
    'wrong',
    'a third, outside the tolerance',
    reviewed({ rate: 33.39, handled: 1, toHandle: 3 }),
    'reviewed-documents-rate',
  ),
  one(
    'wrong',
    'a fraction written for a percentage',
    reviewed({ rate: 0.33, handled: 1, toHandle: 3 }),
    'reviewed-documents-rate',
  ),
  one('wrong', 'more reviewed than had to be', reviewed({ handled: 4, toHandle: 3 }), 'reviewed-documents-handled'),

  one('edge', 'satisfaction at the target', rates({ satisfaction: 95 })),
  one(
    'wrong',
    'satisfaction just under the target',
    rates({ satisfaction: 94.99 }),
    'below-target:admin-procedures.satisfaction-rate',
  ),
  one('wrong', 'no satisfaction', rates({ satisfaction: 0 }), 'below-target:admin-procedures.satisfaction-rate'),
  one('edge', 'everybody satisfied', rates({ satisfaction: 100 })),
  one(
    'wrong',
    'more than everybody',
    rates({ satisfaction: 100.01 }),
    'percent-range:admin-procedures.satisfaction-rate',
  ),
  one('wrong', 'less than nobody', rates({ satisfaction: -0.01 }), 'percent-range:admin-procedures.satisfaction-rate'),
  one('edge', 'land procedures at their own target', rates({ land: 90 })),
  one(
    'wrong',
    'land procedures under it',
    rates({ land: 89.99 }),
    'below-target:admin-procedures.satisfaction-land-rate',
  ),
  one('right', 'a target met and another missed by nothing', rates({ satisfaction: 97.5, land: 93 })),
  one('edge', 'a rate of nothing has no target', rates({ online: 0 })),
  one('edge', 'all online', rates({ online: 100 })),
  one('wrong', 'more than all online', rates({ online: 100.1 }), 'percent-range:admin-procedures.online-rate'),
  one(
    'wrong',
    'a thousand for a percentage',
    rates({ digitised: 1_000 }),
    'percent-range:admin-procedures.digitised-rate',
  ),

  one('edge', 'tasks done and begun are all', plan({ total: 15, done: 10, doing: 5 })),
  one('right', 'some tasks not begun', plan({ total: 15, done: 10, doing: 4 })),
  one('wrong', 'one task too many', plan({ total: 15, done: 10, doing: 6 }), 'plan-tasks-within-total'),
  one('edge', 'no task in the plan', plan({ total: 0, done: 0, doing: 0 })),
  one(
    'wrong',
    'more done than planned, the rest not written',
    plan({ total: 15, done: 16 }),
    'percent-range:steering.plan-tasks.done-rate',
  ),
  one('wrong', 'more done than planned: said once', plan({ total: 15, done: 16, doing: 0 }), 'plan-tasks-within-total'),
  one('edge', 'assigned tasks are all accounted for', assigned({ total: 10, onTime: 5, late: 3, overdue: 2 })),
  one(
    'wrong',
    'an assigned task counted twice',
    assigned({ total: 10, onTime: 5, late: 3, overdue: 3 }),
    'assigned-tasks-within-total',
  ),
  one(
    'wrong',
    'one overdue of none',
    assigned({ total: 0, onTime: 0, late: 0, overdue: 1 }),
    'assigned-tasks-within-total',
  ),
  one('edge', 'one part of the assigned tasks is not written', assigned({ total: 10, onTime: 12, late: 3 })),

  one('edge', 'all feedback resolved', feedback({ received: 7, resolved: 7 })),
  one(
    'wrong',
    'more feedback resolved than received',
    feedback({ received: 7, resolved: 8 }),
    'feedback-resolved-within-received',
  ),
  one('edge', 'no feedback', feedback({ received: 0, resolved: 0 })),
  one('edge', 'as many people as the quota', staff({ present: 42, quota: 42 })),
  one('wrong', 'one above the quota', staff({ present: 43, quota: 42 }), 'staff-within-quota'),
  one('wrong', 'half a person', staff({ present: 41.5, quota: 42 }), 'fractional-count:civil-service.staff'),
  one('right', 'service units in four groups', services({ total: 10, one: 1, two: 2, three: 3, four: 4 })),
  one(
    'wrong',
    'a service unit in no group',
    services({ total: 11, one: 1, two: 2, three: 3, four: 4 }),
    'service-units-by-group',
  ),
  one(
    'wrong',
    'a service unit in two groups',
    services({ total: 9, one: 1, two: 2, three: 3, four: 4 }),
    'service-units-by-group',
  ),
  one('edge', 'no service unit', services({ total: 0, one: 0, two: 0, three: 0, four: 0 })),
  one('edge', 'a group that is not written yet', services({ total: 10, one: 1, two: 2, three: 3 })),
  one(
    'wrong',
    'a sum that is right by a negative part',
    services({ total: 3, one: 4, two: -1, three: 0, four: 0 }),
    'negative:public-finance.service-units.group-2',
  ),

  one('right', 'money may have decimals', money({ revenue: 1_500.5 })),
  one('wrong', 'money below nothing', money({ revenue: -1 }), 'negative:public-finance.budget-revenue'),
  one('edge', 'all capital disbursed', money({ planned: 100, disbursed: 100 })),
  one('wrong', 'more disbursed than planned', money({ planned: 100, disbursed: 100.5 }), 'investment-within-plan'),
  one('edge', 'no capital planned, none disbursed', money({ planned: 0, disbursed: 0 })),
  one('wrong', 'disbursed without a plan', money({ planned: 0, disbursed: 50 }), 'investment-within-plan'),

  one('edge', 'closed on the first day that counts', until('2025-12-15')),
  one('wrong', 'closed the day before', until('2025-12-14'), 'data-after-start'),
  one('right', 'closed before the visit', until('2026-07-10')),
  one('edge', 'nothing answered', {}),
  one('edge', 'an answer to a question of another outline', { 'other.outline-item': -5 }),
  one('edge', 'a computed rate that somebody typed', { 'admin-procedures.on-time-rate': 120 }),
]
