import type { Role } from '@cchc/domain/access/permissions.ts'

/** A person of the tests: the same names everywhere, so that a reader knows who is who. */
export interface TestPerson {
  readonly username: string
  readonly fullName: string
  readonly post: string
  readonly roles: readonly Role[]
  readonly unitCode: string | null
}

const office = '31-SNV'
export const planner: TestPerson = {
  username: 'thu-ky',
  fullName: 'Thư ký Đoàn',
  post: 'Chuyên viên Phòng CCHC và Pháp chế',
  roles: ['planner'],
  unitCode: office,
}
export const otherPlanner: TestPerson = {
  username: 'thu-ky-2',
  fullName: 'Thư ký thứ hai',
  post: 'Chuyên viên',
  roles: ['planner'],
  unitCode: office,
}
export const standingDeputy: TestPerson = {
  username: 'pho-doan',
  fullName: 'Phó Trưởng đoàn TT',
  post: 'Phó Giám đốc Sở Nội vụ',
  roles: ['standing-deputy'],
  unitCode: office,
}
export const leader: TestPerson = {
  username: 'truong-doan',
  fullName: 'Trưởng đoàn',
  post: 'Phó Chủ tịch UBND thành phố',
  roles: ['team-leader'],
  unitCode: null,
}
export const member: TestPerson = {
  username: 'thanh-vien',
  fullName: 'Thành viên Tư pháp',
  post: 'Chuyên viên',
  roles: ['team-member'],
  unitCode: '31-STP',
}
export const otherMember: TestPerson = {
  username: 'thanh-vien-2',
  fullName: 'Thành viên Tài chính',
  post: 'Chuyên viên',
  roles: ['team-member'],
  unitCode: '31-STC',
}
export const cityViewer: TestPerson = {
  username: 'ubnd',
  fullName: 'Người xem UBND',
  post: 'Chuyên viên',
  roles: ['city-viewer'],
  unitCode: '31-VP',
}
export const administrator: TestPerson = {
  username: 'quan-tri',
  fullName: 'Quản trị',
  post: 'Quản trị hệ thống',
  roles: ['administrator'],
  unitCode: office,
}
export const press: TestPerson = {
  username: 'bao-chi',
  fullName: 'Phóng viên',
  post: 'Phóng viên',
  roles: ['press'],
  unitCode: null,
}
/** Phường Lê Chân's own people, and those of Phường Hải Dương. */
export const unitOfficer: TestPerson = {
  username: 'can-bo-le-chan',
  fullName: 'Công chức Lê Chân',
  post: 'Công chức',
  roles: ['unit-officer'],
  unitCode: '11383',
}
export const unitHead: TestPerson = {
  username: 'lanh-dao-le-chan',
  fullName: 'Lãnh đạo Lê Chân',
  post: 'Chủ tịch UBND phường',
  roles: ['unit-head'],
  unitCode: '11383',
}
export const otherUnitOfficer: TestPerson = {
  username: 'can-bo-hai-duong',
  fullName: 'Công chức Hải Dương',
  post: 'Công chức',
  roles: ['unit-officer'],
  unitCode: '10525',
}
export const otherUnitHead: TestPerson = {
  username: 'lanh-dao-hai-duong',
  fullName: 'Lãnh đạo Hải Dương',
  post: 'Chủ tịch UBND phường',
  roles: ['unit-head'],
  unitCode: '10525',
}

/** Departments' own: Sở Tư pháp and Sở Tài chính. */
export const coordinator: TestPerson = {
  username: 'dau-moi-tu-phap',
  fullName: 'Đầu mối Tư pháp',
  post: 'Chuyên viên Phòng Nghiệp vụ',
  roles: ['thematic-coordinator'],
  unitCode: '31-STP',
}
export const otherCoordinator: TestPerson = {
  username: 'dau-moi-tai-chinh',
  fullName: 'Đầu mối Tài chính',
  post: 'Chuyên viên Phòng Giá công sản',
  roles: ['thematic-coordinator'],
  unitCode: '31-STC',
}

export const everyone: readonly TestPerson[] = [
  planner,
  otherPlanner,
  standingDeputy,
  leader,
  member,
  otherMember,
  cityViewer,
  administrator,
  press,
  unitOfficer,
  unitHead,
  otherUnitOfficer,
  otherUnitHead,
  coordinator,
  otherCoordinator,
]
