/** The roles of the product; a person may hold several. Basis: QĐ 2251/QĐ-UBND, mục III.2 and IV. */
export const roles = [
  'planner',
  'standing-deputy',
  'team-leader',
  'field-deputy',
  'team-member',
  'thematic-coordinator',
  'unit-officer',
  'unit-head',
  'city-viewer',
  'press',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** What the screen calls each role. */
export const roleNames: Record<Role, string> = {
  planner: 'Thư ký Đoàn kiểm tra',
  'standing-deputy': 'Phó Trưởng đoàn Thường trực',
  'team-leader': 'Trưởng đoàn',
  'field-deputy': 'Phó Trưởng đoàn',
  'team-member': 'Thành viên Đoàn kiểm tra',
  'thematic-coordinator': 'Đầu mối kiểm tra chuyên đề',
  'unit-officer': 'Công chức đầu mối của đơn vị',
  'unit-head': 'Lãnh đạo đơn vị được kiểm tra',
  'city-viewer': 'Lãnh đạo, Văn phòng UBND',
  press: 'Cơ quan báo chí',
  administrator: 'Quản trị hệ thống',
}

const office: Role[] = ['planner', 'standing-deputy', 'team-leader']
const team: Role[] = [...office, 'field-deputy', 'team-member']
const unit: Role[] = ['unit-officer', 'unit-head']
const readers: Role[] = [...team, ...unit, 'city-viewer']
/** Bound to what is their department's: see `visibleInspections`. */
const guest: Role[] = ['thematic-coordinator']

/**
 * The whole of "may this role call this", as one table: permission → roles that hold it.
 * Whether a person may do it to this very thing now is asked again by the act.
 */
export const permissions = {
  'account.manage': ['administrator'],
  'audit.read': ['administrator'],
  'busy-time.keep': [...team, ...unit],
  'busy-time.manage': ['planner'],
  'busy-time.read': team,
  'calendar.edit': ['administrator', 'planner'],
  'calendar.read': [...readers, 'administrator', 'thematic-coordinator', 'press'],
  'campaign.decide': ['planner', 'standing-deputy'],
  'campaign.prepare': ['planner'],
  'campaign.read': [...readers, 'administrator', 'thematic-coordinator', 'press'],
  // Whoever may sign the office's papers, and the leader. Basis: Nghị định 30/2020/NĐ-CP, Điều 11, 13.
  'conclusion.approve': ['standing-deputy', 'team-leader'],
  'conclusion.draft': ['planner', 'standing-deputy'],
  'conclusion.issue': ['standing-deputy', 'planner'],
  'conclusion.read': readers,
  'conclusion.review': [...office, 'field-deputy', 'team-member'],
  'document-request.answer': unit,
  'document-request.ask': ['planner', 'standing-deputy', 'field-deputy', 'team-member'],
  'document-request.read': [...team, ...unit],
  'document.read': readers,
  'draft.answer': unit,
  'draft.read': [...team, ...unit],
  'draft.send': ['unit-head'],
  'evidence.read': [...team, ...unit],
  'extension.decide': ['standing-deputy', 'team-leader'],
  'extension.prepare': ['planner'],
  'fieldwork.read': [...team, ...guest],
  'fieldwork.record': [...team, ...guest],
  'home.read': [...team, 'city-viewer'],
  'inspection.add': ['planner'],
  'inspection.announce': ['planner', 'standing-deputy'],
  'inspection.read': [...readers, ...guest],
  'inspection.schedule': ['planner'],
  'ledger.edit': ['planner'],
  'ledger.read': [...office, 'city-viewer'],
  'mail.manage': ['administrator', 'planner'],
  'outline.edit': ['planner', 'administrator'],
  'outline.read': [...readers, 'administrator'],
  'press.cover': ['press', 'planner'],
  'press.read': ['press'],
  'recommendation.ask-time': ['unit-head'],
  'recommendation.forward': ['planner', 'standing-deputy'],
  'recommendation.oversee': office,
  'recommendation.read': readers,
  'recommendation.remedy': unit,
  'recommendation.verify': ['planner', 'standing-deputy', 'field-deputy', 'team-member'],
  'reminder.read': [...team],
  'reminder.send': ['planner', 'standing-deputy'],
  'schedule.propose': ['planner'],
  'schedule.read': office,
  'scoring.agree': office,
  'scoring.appraise': team,
  'scoring.edit-sheet': ['planner', 'standing-deputy'],
  'scoring.read': [...team, ...unit],
  'scoring.results': [...team, 'city-viewer'],
  'scoring.self-score': unit,
  'scoring.send': ['unit-head'],
  'self-report.read': [...team, ...unit],
  'self-report.receive': ['planner', 'standing-deputy'],
  'self-report.send': ['unit-head'],
  'self-report.write': unit,
  'synthesis.draft': ['planner', 'standing-deputy'],
  'synthesis.read': [...team, 'city-viewer'],
  'team.edit': ['planner'],
  'thematic.decide': ['standing-deputy', 'team-leader'],
  'thematic.propose': ['planner'],
  'thematic.read': [...team, 'city-viewer', ...guest],
  'thematic.register': guest,
  'transport.edit': ['planner'],
  'transport.read': [...team, 'city-viewer'],
  'unannounced.order': ['team-leader'],
  'unannounced.propose': ['planner', 'standing-deputy'],
  'unannounced.read': team,
  'unit.edit': ['administrator'],
  'unit.read': [...readers, 'administrator', 'thematic-coordinator', 'press'],
  'violation.handle': ['team-leader', 'standing-deputy'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** The person a request is made for. `unitCode` is where they work: a department, or the inspected unit. */
export interface Viewer {
  readonly personId: string
  readonly fullName: string
  readonly post: string
  readonly roles: readonly Role[]
  readonly unitCode: string | null
}

/** Whether one of the viewer's roles holds the permission. */
export function holds(viewer: Pick<Viewer, 'roles'>, permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission]
  return viewer.roles.some((role) => holders.includes(role))
}

/** Whether the viewer sees one unit alone; somebody without any role is bound too, so that forgetting a role opens nothing. */
export function worksForInspectedUnit(viewer: Pick<Viewer, 'roles'>): boolean {
  return viewer.roles.every((role) => role === 'unit-officer' || role === 'unit-head')
}

/** Whether the viewer's roles read the inspections of every unit, an unannounced one from its opening on included. */
export function readsEveryUnit(viewer: Pick<Viewer, 'roles'>): boolean {
  return viewer.roles.some((role) => team.includes(role) || role === 'city-viewer')
}

/** Whether somebody can be told of an unannounced inspection at all: people of the team, and nobody who administers. */
export function mayBeTold(viewer: Pick<Viewer, 'roles'>): boolean {
  return viewer.roles.some((role) => team.includes(role)) && !viewer.roles.includes('administrator')
}

/** Whether the viewer knows of the season only what concerns their own unit or department; also somebody without any role. */
export function isBoundToOwn(viewer: Pick<Viewer, 'roles'>): boolean {
  return viewer.roles.every((role) => unit.includes(role) || guest.includes(role))
}

/** Whether the viewer belongs to the office that runs the campaign (secretary, standing deputy, leader). */
export function belongsToOffice(viewer: Pick<Viewer, 'roles'>): boolean {
  return viewer.roles.some((role) => office.includes(role))
}

/** Roles bound to what is their own, and roles that would lift that bound for the same person. */
const bound: readonly Role[] = [...unit, ...guest]
const unbinding: readonly Role[] = ['press', 'administrator']

/** Two of the roles that one person may not hold together, because the one would open to the other what every unit does; null when there are none. */
export function rolesApart(held: readonly Role[]): readonly [Role, Role] | null {
  const one = held.find((role) => bound.includes(role))
  const other = held.find((role) => unbinding.includes(role))
  return one && other ? [one, other] : null
}
