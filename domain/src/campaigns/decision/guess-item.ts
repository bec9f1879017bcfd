import { foldText } from '../../units/fold.ts'
import type { ProposedItem } from './proposal.ts'

type Guess = Pick<ProposedItem, 'label' | 'kind' | 'unit'> & { figures: number }

const remark = /\s*\([^()]*\)/gu
const groupTail = /[\s,.;:]*trong đó\s*:?\s*$/iu
const fillIn = /(?:\.{3,}|…+|_{3,})[.…_]*/gu
const closing = /[\s.,;:…_/]+$/u

/** Openings (folded) of items that ask for an account, whatever dots stand at their end. */
const narrative =
  /^(?:viec|cong tac|tinh hinh|ket qua|nhung|cac|ve|trien khai|hinh thuc|thuc hien|ra soat|ban hanh|chat luong|danh gia|neu|mo ta|lap|thu thap|to chuc|phoi hop)(?![\p{L}])/u
const counting = /^(?:tong so|tong|so luong|so(?! hoa| lieu| tay| du|ng))(?![\p{L}])/u
const ratio = /^(?:ty le|ti le|ty trong|phan tram)(?![\p{L}])/u
const sums = /(?:^|[^\p{L}])(?:thu|chi|kinh phi|ngan sach|von|du toan|so tien|giai ngan)(?![\p{L}])/u

/** Words (folded) by which an item says what it counts, with the unit to print; longer phrases first. */
const countedThings: readonly [string, string][] = [
  ['phan anh, kien nghi', 'phản ánh, kiến nghị'],
  ['pakn', 'phản ánh, kiến nghị'],
  ['nhiem vu', 'nhiệm vụ'],
  ['ho so', 'hồ sơ'],
  ['van ban', 'văn bản'],
  ['vbqppl', 'văn bản'],
  ['thu tuc', 'thủ tục'],
  ['tthc', 'thủ tục'],
  ['dich vu', 'dịch vụ'],
  ['giao dich', 'giao dịch'],
  ['don vi', 'đơn vị'],
  ['co quan', 'cơ quan'],
  ['can bo', 'người'],
  ['cong chuc', 'người'],
  ['vien chuc', 'người'],
  ['nguoi', 'người'],
  ['bien che', 'biên chế'],
  ['cuoc', 'cuộc'],
  ['hoi nghi', 'hội nghị'],
  ['lop', 'lớp'],
  ['luot', 'lượt'],
  ['don', 'đơn'],
  ['vu', 'vụ'],
  ['tin', 'tin'],
  ['sang kien', 'sáng kiến'],
  ['mo hinh', 'mô hình'],
]
const moneyUnits = /^(?:nghìn|triệu|tỷ|tỉ)?\s*đồng$/iu
const unitWord = /^[\p{L}\s/%]{1,30}$/u

/**
 * Guesses what an outline item asks for: a figure where it ends in a place to fill in, a unit or a percent sign, or
 * begins like a count or a rate; an account otherwise. `figures` is how many figures one line asks for at once.
 */
export function guessItem(text: string): Guess {
  const core = text.replace(remark, '').replace(groupTail, '')
  const blanks = core.match(fillIn)?.length ?? 0
  const folded = foldText(core)
  const isCount = counting.test(folded)
  const figures = Math.max(
    1,
    blanks,
    /đạt tỷ lệ|đạt tỉ lệ|chiếm tỷ lệ/iu.test(core) ? 2 : 1,
    isCount && /\p{L}\/\p{L}/u.test(core) ? 2 : 1,
  )
  const stated = statedUnit(core)
  const label = labelOf(text, core, stated)

  if (ratio.test(folded) || (stated === '%' && !isCount)) return { label, kind: 'percent', unit: '%', figures }
  const isSum =
    (isCount && sums.test(folded) && countedThing(folded) === null) || (stated !== null && moneyUnits.test(stated))
  if (isSum)
    return { label, kind: 'money', unit: stated !== null && moneyUnits.test(stated) ? stated : 'đồng', figures }
  if (isCount) return { label, kind: 'number', unit: (stated === '%' ? null : stated) ?? countedThing(folded), figures }
  if (/^ngày(?!\s+làm việc)/iu.test(core) && blanks > 0) return { label, kind: 'date', unit: null, figures }
  if (stated !== null && blanks > 0) return { label, kind: 'number', unit: stated, figures }
  if (blanks > 0 && !narrative.test(folded)) return { label, kind: 'number', unit: countedThing(folded), figures }
  return { label: text.replace(closing, ''), kind: 'text', unit: null, figures: 1 }
}

/** The unit printed after the place to fill in ("... nhiệm vụ.", ": văn bản;", " %."). */
function statedUnit(core: string): string | null {
  const end = core.replace(/[\s.;,]+$/u, '')
  if (end.endsWith('%')) return '%'
  const tail = /(?:\.{3,}|…|_{3,}|:)\s*([^:.…_;]+)$/u.exec(end)?.[1]?.trim()
  if (tail === undefined || !unitWord.test(tail) || tail.split(' ').length > 3) return null
  return tail
}

function countedThing(folded: string): string | null {
  const after = folded.replace(counting, '').trim()
  let best: { at: number; unit: string } | null = null
  for (const [word, unit] of countedThings) {
    const at = ` ${after}`.search(new RegExp(`[^\\p{L}]${word}(?![\\p{L}])`, 'u'))
    if (at >= 0 && (best === null || at < best.at)) best = { at, unit }
  }
  return best?.unit ?? null
}

function labelOf(text: string, core: string, stated: string | null): string {
  const remarks = text.match(remark)?.join('') ?? ''
  let label = core.replace(closing, '')
  if (stated !== null && label.endsWith(stated)) label = label.slice(0, -stated.length)
  return (
    label
      .replace(/(?:\.{3,}|…+|_{3,}).*$/su, '')
      .replace(closing, '')
      .trim() + remarks
  )
}
