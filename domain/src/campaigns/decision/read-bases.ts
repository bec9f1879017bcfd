import { foldText } from '../../units/fold.ts'
import type { Paper } from './paper.ts'
import type { Sourced } from './proposal.ts'
import { headOf } from './read-head.ts'

const basis = /^(?:can cu|thuc hien|xet(?! de nghi)) /u
const request = /^(?:theo|xet) de nghi /u
/** A plan without a decision puts the issuing sentence behind its basis: "…, Ủy ban nhân dân tỉnh ban hành Kế hoạch …". */
const issuing = /[,;]\s*(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|chủ tịch|sở)\s[^,;]*?(?:ban hành|xây dựng)\s.*$/isu

/** One sentence may name several papers, parted by semicolons. */
const nextBasis =
  /\s*;\s*(?=(?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Chương trình|Công văn)\s)/u

/** Reads the legal bases ("Căn cứ …", "Thực hiện …") and at whose request the paper was issued ("Theo đề nghị …"), without their closing marks. */
export function readBases(paper: Paper): { legalBases: Sourced<string>[]; requestedBy: Sourced<string> | null } {
  const legalBases: Sourced<string>[] = []
  let requestedBy: Sourced<string> | null = null
  for (const { text, lines } of headOf(paper)) {
    const folded = foldText(text)
    const tidy = text.replace(issuing, '').replace(/[\s;,.:]+$/u, '')
    if (basis.test(folded)) legalBases.push(...basesIn(tidy).map((value) => ({ value, lines, clause: 'Căn cứ' })))
    else if (request.test(folded)) requestedBy ??= { value: tidy, lines, clause: 'Căn cứ' }
  }
  return { legalBases, requestedBy }
}

/** "Căn cứ Luật …; Nghị quyết …" names two bases; the opening words belong to neither. */
function basesIn(text: string): string[] {
  return text.replace(/^\S+\s+\S+\s+/u, '').split(nextBasis)
}
