import { describe, expect, test } from 'vitest'
import { paperLines } from '../papers/paper-lines.ts'
import { teamDecisionCase } from './cases/team-decision.ts'
import { teamDifferences } from './decided-team.ts'
import { type TeamDecision, teamDecisionPaper } from './team-decision-paper.ts'

const linesOf = (changes: Partial<TeamDecision> = {}) =>
  paperLines(teamDecisionPaper({ ...teamDecisionCase, ...changes }))

describe('the decision that sets up the team', () => {
  test('stands in the order of form 1.2: who decides, the grounds, "QUYẾT ĐỊNH:", the articles', () => {
    const lines = linesOf()
    const inOrder = [
      'ỦY BAN NHÂN DÂN',
      'Số: 2300/QĐ-UBND',
      'Hải Phòng, ngày 20 tháng 6 năm 2026',
      'QUYẾT ĐỊNH',
      'Thành lập Đoàn kiểm tra công tác cải cách hành chính',
      'nhà nước năm\u00a02026',
      'CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG',
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;',
      'Theo đề nghị của Giám đốc Sở Nội vụ.',
      'QUYẾT ĐỊNH:',
    ]
    expect(lines.filter((line) => inOrder.includes(line))).toEqual(inOrder)
    expect(lines.filter((line) => line.startsWith('Điều')).map((line) => line.slice(0, 7))).toEqual([
      'Điều 1.',
      'Điều 2.',
      'Điều 3.',
      'Điều 4.',
      'Điều 5.',
    ])
    expect(lines.filter((line) => line.endsWith('./.'))).toHaveLength(1)
  })

  test('names the plan, the leader, who leads which field, and lists the members with their tasks', () => {
    const lines = linesOf()
    expect(lines).toEqual(
      expect.arrayContaining([
        'Căn cứ Quyết định số 2251/QĐ-UBND ngày 16 tháng 6 năm 2026 của Chủ tịch Ủy ban nhân dân thành phố Hải Phòng ban hành Kế hoạch kiểm tra công tác cải cách hành chính nhà nước năm 2026 trên địa bàn thành phố Hải Phòng;',
        '- Sở Tư pháp: Cải cách thể chế.',
        '- Sở Nội vụ: Cải cách tổ chức bộ máy; Cải cách chế độ công vụ.',
        'Trần Thị Mẫu',
        'Phó Giám đốc Sở Nội vụ',
        'Chuyên viên Sở Tư pháp',
        'Thành viên; phụ trách: Cải cách thể chế',
        '(Kèm theo Quyết định số 2300/QĐ-UBND ngày 20 tháng 6 năm 2026 của Chủ tịch Ủy ban nhân dân thành phố Hải Phòng)',
      ]),
    )
    expect(lines.join('\n')).toContain('Chánh Văn phòng Ủy ban nhân dân thành phố Hải Phòng, Giám đốc Sở Nội vụ')
    expect(lines.join('\n')).toContain(
      'gồm 03 thành viên, do ông (bà) Nguyễn Văn Mẫu, Phó Chủ tịch Ủy ban nhân dân thành phố làm Trưởng đoàn',
    )
  })

  test('leaves open what is not known yet', () => {
    const lines = linesOf({ frame: { ...teamDecisionCase.frame, number: null, issuedOn: null } })
    expect(lines).toContain('Số: …/QĐ-UBND')
    expect(lines).toContain('(Kèm theo Quyết định số …/QĐ-UBND của Chủ tịch Ủy ban nhân dân thành phố Hải Phòng)')
    expect(lines).toContain('…')
    expect(linesOf({ seats: [], fields: [] }).some((line) => line.startsWith('- Sở'))).toBe(false)
  })
})

describe('the team against its decision', () => {
  const [first, second, third] = teamDecisionCase.seats as [
    (typeof teamDecisionCase.seats)[number],
    (typeof teamDecisionCase.seats)[number],
    (typeof teamDecisionCase.seats)[number],
  ]
  const decided = [first, second, third]
  test.each<[string, typeof decided, string[]]>([
    ['matches while nothing changes, in whatever order', [third, first, second], []],
    [
      'a person named, changed',
      [first, { ...second, fullName: 'Lê Văn Mẫu' }, { ...third, fullName: 'Phạm Văn Mẫu' }],
      [
        'Phó Trưởng đoàn Thường trực, Phó Giám đốc: Trần Thị Mẫu → Lê Văn Mẫu.',
        'Thành viên, Chuyên viên Sở Tư pháp: chưa có tên → Phạm Văn Mẫu.',
      ],
    ],
    [
      'a seat gone and one new',
      [first, second, { ...third, teamMemberId: '00000000-0000-4000-8000-000000000009' }],
      [
        'Thành viên Chuyên viên Sở Tư pháp không còn trong Đoàn.',
        'Thành viên Chuyên viên Sở Tư pháp mới vào Đoàn, chưa có trong quyết định.',
      ],
    ],
    [
      'role, post, agency and fields changed',
      [first, second, { ...third, role: 'deputy', post: 'Phó Giám đốc', agencyName: null, fields: [] }],
      [
        'Thành viên, Chuyên viên Sở Tư pháp: vai trò nay là Phó Trưởng đoàn.',
        'Thành viên, Chuyên viên Sở Tư pháp: chức danh nay là Phó Giám đốc.',
        'Thành viên, Chuyên viên Sở Tư pháp: cơ quan nay là chưa chọn.',
        'Thành viên, Chuyên viên Sở Tư pháp: lĩnh vực nay là chưa giao.',
      ],
    ],
  ])('%s', (_, now, expected) => expect(teamDifferences(decided, now)).toEqual(expected))
})
