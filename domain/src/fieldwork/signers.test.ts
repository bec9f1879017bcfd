import { expect, test } from 'vitest'
import { type RosterSeat, seatInWords } from './expected-attendance.ts'
import { signerAmong } from './signers.ts'

const seat = (
  personId: string | null,
  fullName: string | null,
  agencyName: string,
): RosterSeat & { personId: string | null } => ({
  personId,
  fullName,
  post: 'Chuyên viên',
  agencyName,
  role: 'member',
  roleName: 'Thành viên',
  fieldKeys: [],
})
const roster = [
  seat('a', 'Trần Văn Mẫu', 'Sở Nội vụ'),
  seat('b', 'Lê Thị Họa', 'Sở Tư pháp'),
  seat('c', 'Lê Thị Họa', 'Sở Tài chính'),
  seat(null, null, 'Thanh tra thành phố'),
]

test.each([
  ['Trần Văn Mẫu, Chuyên viên Sở Nội vụ, Thành viên', 'a'],
  ['trần  văn mẫu', 'a'],
  ['Trần Văn Mẫu, ghi chức danh khác', 'a'],
  [seatInWords(roster[2]!), 'c'],
  ['Lê Thị Họa', null],
  ['Khách Mời Minh Họa, Phó Giám đốc', null],
  ['', null],
])('“%s” is %s of the roster', (words, personId) => {
  expect(signerAmong(words, roster)).toBe(personId)
})
