import { expect, test } from 'vitest'
import { signerAmong } from './signers.ts'

const signer = (personId: string, fullName: string, post: string) => ({
  personId,
  fullName,
  inWords: `${fullName}, ${post}`,
})
const roster = [
  signer('a', 'Trần Văn Mẫu', 'Chuyên viên Sở Nội vụ, Thành viên'),
  signer('b', 'Lê Thị Họa', 'Chuyên viên Sở Tư pháp, Thành viên'),
  signer('c', 'Lê Thị Họa', 'Chuyên viên Sở Tài chính, Thành viên'),
]
const office = [
  signer('d', 'Phạm Thị Minh', 'Phó Trưởng đoàn Thường trực'),
  signer('e', 'Trần Văn Mẫu', 'Trưởng đoàn'),
  signer('f', 'Lê Thị Họa', 'Thư ký Đoàn'),
]

test.each([
  ['Trần Văn Mẫu, Chuyên viên Sở Nội vụ, Thành viên', 'a'],
  ['trần  văn mẫu', 'a'],
  ['Trần Văn Mẫu, ghi chức danh khác', 'a'],
  ['Lê Thị Họa, Chuyên viên Sở Tài chính, Thành viên', 'c'],
  ['Lê Thị Họa', null],
  // Who is of the office and not of the roster is a person all the same, never just a name.
  ['Phạm Thị Minh, Phó Trưởng đoàn Thường trực Đoàn kiểm tra', 'd'],
  ['Khách Mời Minh Họa, Phó Giám đốc', null],
  ['', null],
])('“%s” is %s', (words, personId) => {
  expect(signerAmong(words, roster, office)).toBe(personId)
})
