import { formatLongDate } from '../formats/dates.ts'
import { article, dash, point, table } from '../papers/blocks.ts'
import { composePaper } from '../papers/compose-paper.ts'
import { documentCode } from '../papers/letterhead.ts'
import type { Block, Paper, PaperFrame } from '../papers/paper.ts'
import { type Citation, citeInFull, citeInShort, count, person, postAt } from '../papers/wording.ts'
import { teamRoleNames } from './contract.ts'
import type { DecidedSeat } from './decided-team.ts'

/** What the decision that sets up the team is made of; nothing in it is worded by hand. */
export interface TeamDecision {
  /** The People's Committee as issuer: letterhead, number, signature, recipients. */
  readonly frame: PaperFrame
  /** Who decides: "Chủ tịch Ủy ban nhân dân thành phố …". */
  readonly decides: string
  /** The People's Committee inside a sentence: "Ủy ban nhân dân thành phố …". */
  readonly committee: string
  readonly year: number
  /** Grounds of the decision that issued the plan, without "Căn cứ". */
  readonly legalBases: readonly string[]
  /** The decision that issued the plan. */
  readonly plan: Citation
  /** The office that asks for the decision and is the team's standing body. */
  readonly office: string
  readonly seats: readonly DecidedSeat[]
  /** The fields with the agency that leads each. */
  readonly fields: readonly { readonly name: string; readonly leadAgency: string | null }[]
}

/**
 * The decision that sets up the inspection team, with its members in an appendix. Its duties are those of the plan; what the plan
 * leaves open is customary: the office's seal, and that the team ends with its task.
 * Basis: QĐ 2251/QĐ-UBND, mục II, III.2a, IV.1, V; Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2.
 */
export function teamDecisionPaper(decision: TeamDecision): Paper {
  const { frame, committee, year, plan, office, seats } = decision
  const subject = `Thành lập Đoàn kiểm tra công tác cải cách hành chính\nnhà nước năm ${year}`
  const plainSubject = subject.replace('\n', ' ')
  return composePaper({
    ...frame,
    type: 'decision',
    subject,
    addressees: [],
    decides: decision.decides,
    legalBases: [
      ...decision.legalBases.map((basis) => `Căn cứ ${basis}`),
      `Căn cứ ${citeInFull(plan)}`,
      `Theo đề nghị của Giám đốc ${office}`,
    ],
    blocks: [
      article(
        'Điều 1.',
        `${plainSubject} (sau đây gọi là Đoàn kiểm tra) gồm ${membersInWords(seats)}, do ${leaderInWords(seats)} làm Trưởng đoàn (danh sách kèm theo Quyết định này).`,
      ),
      ...duties(decision),
      article(
        'Điều 3.',
        `${office} là cơ quan thường trực của Đoàn kiểm tra, bố trí phương tiện đi chung và tổng hợp, báo cáo ${committee} kết quả kiểm tra. Đoàn kiểm tra được sử dụng con dấu của ${office} để giao dịch, làm việc theo chế độ kiêm nhiệm và tự giải thể khi hoàn thành nhiệm vụ. Kinh phí hoạt động của Đoàn kiểm tra lấy từ nguồn kinh phí cải cách hành chính năm ${year} bố trí cho cơ quan thường trực.`,
      ),
      article('Điều 4.', 'Quyết định này có hiệu lực kể từ ngày ký.'),
      article(
        'Điều 5.',
        `Chánh Văn phòng ${committee}, Giám đốc ${office}, thủ trưởng các cơ quan có người tham gia Đoàn kiểm tra, thủ trưởng các cơ quan, đơn vị được kiểm tra và các ông, bà có tên trong danh sách kèm theo chịu trách nhiệm thi hành Quyết định này.`,
      ),
    ],
    appendices: [
      {
        number: null,
        title: `Danh sách Đoàn kiểm tra công tác cải cách hành chính nhà nước năm ${year}`,
        attachedTo: `Kèm theo Quyết định số ${documentCode(frame.number, frame.symbol ?? '')}${frame.issuedOn ? ` ${formatLongDate(frame.issuedOn)}` : ''} của ${decision.decides}`,
        blocks: [members(seats)],
      },
    ],
  })
}

/** Seats are counted, named or not. */
function membersInWords(seats: readonly DecidedSeat[]): string {
  return `${count(seats.length)} thành viên`
}

function leaderInWords(seats: readonly DecidedSeat[]): string {
  const leader = seats.find(({ role }) => role === 'leader')
  return leader ? `${leader.fullName ? 'ông (bà) ' : ''}${person({ name: leader.fullName, post: leader.post })}` : '…'
}

function duties({ plan, office, fields }: TeamDecision): Block[] {
  const led = fields.flatMap(({ name, leadAgency }) => (leadAgency ? [{ name, leadAgency }] : []))
  const agencies = [...new Set(led.map(({ leadAgency }) => leadAgency))]
  return [
    article('Điều 2.', 'Nhiệm vụ, quyền hạn của Đoàn kiểm tra:'),
    point(
      '1.',
      `Kiểm tra công tác cải cách hành chính tại các cơ quan, đơn vị theo nội dung, thời gian và lịch của Kế hoạch ban hành kèm theo ${citeInShort(plan)}; kiểm tra đột xuất khi Trưởng đoàn chỉ đạo, trên cơ sở đề xuất của ${office}.`,
    ),
    point(
      '2.',
      'Yêu cầu cơ quan, đơn vị được kiểm tra báo cáo, cung cấp thông tin, tài liệu và bố trí người có liên quan làm việc với Đoàn kiểm tra.',
    ),
    point('3.', `Lập biên bản kiểm tra; ${office} ban hành thông báo kết luận kiểm tra và theo dõi việc khắc phục.`),
    ...(agencies.length === 0
      ? []
      : [
          point('4.', 'Phân công cơ quan chủ trì kiểm tra từng lĩnh vực:'),
          ...agencies.map((agency) =>
            dash(
              `${agency}: ${led
                .filter(({ leadAgency }) => leadAgency === agency)
                .map(({ name }) => name)
                .join('; ')}.`,
            ),
          ),
        ]),
  ]
}

function members(seats: readonly DecidedSeat[]): Block {
  return table(
    [
      { title: 'TT', width: 7, align: 'center' },
      { title: 'Họ và tên', width: 24, align: 'left' },
      { title: 'Chức vụ, cơ quan', width: 33, align: 'left' },
      { title: 'Nhiệm vụ trong Đoàn', width: 36, align: 'left' },
    ],
    seats.map(({ fullName, post, agencyName, role, fields }, index) => [
      String(index + 1),
      fullName ?? '…',
      postAt(post, agencyName),
      fields.length > 0 ? `${teamRoleNames[role]}; phụ trách: ${fields.join('; ')}` : teamRoleNames[role],
    ]),
  )
}
