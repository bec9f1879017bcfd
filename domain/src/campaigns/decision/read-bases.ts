import { foldText } from '../../units/fold.ts'
import type { Paper } from './paper.ts'
import type { Sourced } from './proposal.ts'
import { headOf } from './read-head.ts'

const basis = /^(?:can cu|thuc hien|xet(?! de nghi)) /u
const request = /^(?:theo|xet) de nghi /u
/** A plan without a decision puts the issuing sentence behind its basis: "…, Ủy ban nhân dân tỉnh ban hành Kế hoạch …". */
const issuing = /[,;]\s*(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|chủ tịch|sở)\s[^,;]*?(?:ban hành|xây dựng)\s.*$/isu

/** Reads the legal bases ("Căn cứ …", "Thực hiện …") and at whose request the paper was issued ("Theo đề nghị …"), without their closing marks. */
export function readBases(paper: Paper): { legalBases: Sourced<string>[]; requestedBy: Sourced<string> | null } {
  const legalBases: Sourced<string>[] = []
  let requestedBy: Sourced<string> | null = null
  for (const { text, lines } of headOf(paper)) {
    const folded = foldText(text)
    const tidy = text.replace(issuing, '').replace(/[\s;,.:]+$/u, '')
    if (basis.test(folded)) legalBases.push({ value: withoutOpening(tidy), lines, clause: 'Căn cứ' })
    else if (request.test(folded)) requestedBy ??= { value: tidy, lines, clause: 'Căn cứ' }
  }
  return { legalBases, requestedBy }
}

/** "Căn cứ Luật …" is listed as "Luật …"; what a paper carries out keeps its verb. */
function withoutOpening(text: string): string {
  return foldText(text).startsWith('can cu ') ? text.split(' ').slice(2).join(' ') : text
}
