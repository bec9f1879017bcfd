import type { DecidedSeat } from '../decided-team.ts'
import type { TeamDecision } from '../team-decision-paper.ts'

const seat = (n: number, role: DecidedSeat['role'], post: string, more: Partial<DecidedSeat> = {}): DecidedSeat => ({
  teamMemberId: `00000000-0000-4000-8000-00000000000${n}`,
  role,
  post,
  agencyName: null,
  fullName: null,
  fields: [],
  ...more,
})

/** Dữ liệu minh họa: a real plan; people are invented. */
export const teamDecisionCase: TeamDecision = {
  frame: {
    illustrative: true,
    parentAgency: null,
    issuingAgency: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG',
    number: '2300',
    symbol: 'QĐ-UBND',
    place: 'Hải Phòng',
    issuedOn: '2026-06-20',
    year: 2026,
    signatures: [{ authority: [], post: 'Chủ tịch', name: null }],
    recipients: ['Như Điều 5', 'Thành viên Đoàn kiểm tra', 'Lưu: VT, SNV'],
  },
  decides: 'Chủ tịch Ủy ban nhân dân thành phố Hải Phòng',
  committee: 'Ủy ban nhân dân thành phố Hải Phòng',
  year: 2026,
  legalBases: ['Luật Tổ chức chính quyền địa phương ngày 16/6/2025'],
  plan: {
    typeName: 'Quyết định',
    code: '2251/QĐ-UBND',
    issuedOn: '2026-06-16',
    issuer: 'Chủ tịch Ủy ban nhân dân thành phố Hải Phòng',
    title: 'ban hành Kế hoạch kiểm tra công tác cải cách hành chính nhà nước năm 2026 trên địa bàn thành phố Hải Phòng',
  },
  office: 'Sở Nội vụ',
  seats: [
    seat(1, 'leader', 'Phó Chủ tịch Ủy ban nhân dân thành phố', { fullName: 'Nguyễn Văn Mẫu' }),
    seat(2, 'standing-deputy', 'Phó Giám đốc', { agencyName: 'Sở Nội vụ', fullName: 'Trần Thị Mẫu' }),
    seat(3, 'member', 'Chuyên viên Sở Tư pháp', { agencyName: 'Sở Tư pháp', fields: ['Cải cách thể chế'] }),
  ],
  fields: [
    { name: 'Cải cách thể chế', leadAgency: 'Sở Tư pháp' },
    { name: 'Cải cách tổ chức bộ máy', leadAgency: 'Sở Nội vụ' },
    { name: 'Cải cách chế độ công vụ', leadAgency: 'Sở Nội vụ' },
    { name: 'Đánh giá chung', leadAgency: null },
  ],
}
