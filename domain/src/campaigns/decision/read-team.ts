import { foldText } from '../../units/fold.ts'
import { matchUnitName } from '../../units/match.ts'
import type { Unit } from '../../units/unit.ts'
import type { Paper, Paragraph } from './paper.ts'
import type { ProposedSeat, Sourced } from './proposal.ts'
import { splitNames } from './split-names.ts'

type Role = ProposedSeat['role']

const group = '(?:đoàn|tổ)(?:\\s+(?:kiểm tra|công tác))?(?:\\s+của\\s+(?:thành phố|tỉnh))?'
/** How papers call each seat; the narrower name first, since "Phó Trưởng đoàn Thường trực" holds "Trưởng đoàn". */
const roleNames: readonly [Role, string][] = [
  ['standing-deputy', `phó\\s+(?:trưởng\\s+${group}|tổ\\s+trưởng)\\s*,?\\s*\\(?thường\\s+trực\\)?`],
  ['deputy', `(?:các\\s+)?(?:phó\\s+(?:trưởng\\s+${group}|tổ\\s+trưởng)|tổ\\s+phó|phó\\s+đoàn)`],
  ['leader', `(?:trưởng\\s+${group}|tổ\\s+trưởng)`],
  ['secretary', `(?:tổ\\s+)?thư\\s+ký(?:\\s+${group})?`],
  ['member', `(?:các\\s+)?(?:ủy\\s+viên|thành\\s+viên)(?:\\s+${group})?`],
]
const openings = roleNames.map(
  ([role, name]) =>
    [
      role,
      new RegExp(
        `^${name}\\s*(?:\\([^)]*\\)\\s*)?(?::|,?\\s*(?:gồm|là|do)(?:\\s+có)?\\s*:?|[-–](?=\\s))\\s*(.*)$`,
        'isu',
      ),
    ] as const,
)
const closings = roleNames.map(
  ([role, name]) =>
    [role, new RegExp(`^(.+?)\\s*(?:[-–:,]|,?\\s+(?:làm|là|giữ vai trò))\\s*${name}\\s*[.;]?$`, 'isu')] as const,
)
const wholes = roleNames.map(([role, name]) => [role, new RegExp(`^${name}[.;:]?$`, 'isu')] as const)

const teamHeading = /thanh phan|doan kiem tra|to kiem tra|thanh lap doan|co cau/u
const agencyStart =
  /(?:sở|văn phòng|thanh tra|ban (?=quản lý|dân tộc|tôn giáo)|ủy ban nhân dân|uỷ ban nhân dân|ubnd|công an|bộ chỉ huy)\s/iu
const qualifier = /\s+(?:được|phụ trách|tham gia|có liên quan|theo|làm|giữ|trực tiếp)(?:\s.*)?$/isu

/** Reads the seats of the inspection team: each role with the post that fills it and the agencies it comes from. */
export function readTeam(paper: Paper, catalogue: readonly Unit[]): Sourced<ProposedSeat>[] {
  const body = paper.paragraphs.filter(({ zone }) => zone.kind !== 'annex')
  const seats: Sourced<ProposedSeat>[] = []
  body.forEach((paragraph, index) => {
    if (!aboutTeam(paragraph)) return
    for (const { role, post } of seatsIn(paragraph)) {
      const below = post === '' ? childrenOf(body, index) : []
      const whole = post === '' ? below.map(({ text }) => text.replace(/[\s.;,]+$/u, '')).join('; ') : post
      if (whole === '') continue
      const lines: [number, number] = [paragraph.lines[0], below.at(-1)?.lines[1] ?? paragraph.lines[1]]
      seats.push({
        value: { role, post: whole, agencies: agenciesIn(whole, catalogue) },
        lines,
        clause: paragraph.clause,
      })
    }
  })
  return seats
}

const aboutTeam = ({ headings, text }: Paragraph) =>
  [...headings, text].some((heading) => teamHeading.test(foldText(heading.slice(0, 120))))

function seatsIn({ text, cells }: Paragraph): { role: Role; post: string }[] {
  if (cells.length > 1) return seatInRow(cells)
  const opened = seatOf(text, openings)
  if (opened) return [opened]
  const closed = seatOf(text, closings)
  if (closed) return [closed]
  const pieces = text.replace(/^[^:;]{0,80}(?:gồm|như sau)\s*:\s*/isu, '').split(/\s*;\s*/u)
  return pieces.length > 1 ? pieces.flatMap((piece) => seatOf(piece, openings) ?? seatOf(piece, closings) ?? []) : []
}

function seatOf(text: string, forms: readonly (readonly [Role, RegExp])[]): { role: Role; post: string } | null {
  for (const [role, form] of forms) {
    const found = form.exec(text)
    if (found) return { role, post: found[1]!.replace(/^(?:đồng chí|ông|bà)\s+/iu, '').replace(/[\s.;,]+$/u, '') }
  }
  return null
}

function seatInRow(cells: readonly string[]): { role: Role; post: string }[] {
  for (const [role, whole] of wholes) {
    const at = cells.findIndex((cell) => whole.test(cell))
    if (at < 0) continue
    const post = cells.filter((cell, index) => index !== at && !/^\d*[.)]?$/u.test(cell)).join(', ')
    return post === '' ? [] : [{ role, post }]
  }
  return []
}

function childrenOf(body: readonly Paragraph[], index: number): Paragraph[] {
  const { level } = body[index]!
  const end = body.findIndex((paragraph, at) => at > index && paragraph.level <= level)
  return body.slice(index + 1, end < 0 ? undefined : end)
}

/** Agencies that a post names, as written, each with its catalogue code where the name is certain. */
function agenciesIn(post: string, catalogue: readonly Unit[]): ProposedSeat['agencies'] {
  const list = /:\s*(.+)$/su.exec(post)?.[1]
  const start = post.search(agencyStart)
  const written = list ?? (start < 0 ? '' : post.slice(start))
  const names = splitNames(written, catalogue).flatMap((name) => {
    const at = name.search(agencyStart)
    const own = (at < 0 ? name : name.slice(at)).replace(qualifier, '').trim()
    return list !== undefined || at >= 0 ? [own] : []
  })
  return [...new Set(names)]
    .filter((name) => name !== '')
    .map((text) => ({ text, code: matchUnitName(text, catalogue).code }))
}
