import { findsFault } from '@cchc/domain/conclusions/board-rules.ts'
import { pointPieces, proposedRemedies } from '@cchc/domain/conclusions/draft-conclusion.ts'
import { fillPattern } from '@cchc/domain/conclusions/fill-pattern.ts'
import type { TryOutFinding } from '@cchc/domain/conclusions/patterns-contract.ts'
import { type Patterns, patternRow } from '@cchc/domain/conclusions/sentence-patterns.ts'

/** One paragraph as the notice would say it, under the part it stands in. */
export interface Tried {
  readonly part: string
  readonly words: string
  readonly lacking: readonly string[]
}

/** What the patterns make of a recorded finding; of two when another of its field and side is given. */
export function tryOut(
  finding: TryOutFinding,
  beside: TryOutFinding | undefined,
  officeName: string,
  patterns: Patterns,
): Tried[] {
  const points = [finding, ...(beside ? [beside] : [])].map(
    ({ findingId, kind, fieldKey, text, cause, responsible }) => ({
      pointId: findingId,
      findingId,
      place: kind,
      fieldKey,
      text,
      cause,
      responsible,
    }),
  )
  const around = {
    unitName: finding.unitInSentence,
    officeName,
    fields: [{ fieldKey: finding.fieldKey, name: finding.fieldName }],
    points,
  }
  const titles: Record<string, string> = {
    results: patternRow('strength').part,
    shortcomings: patternRow('shortcoming').part,
    causes: patternRow('cause').part,
  }
  return [
    ...pointPieces(around, patterns).map(({ part, words, lacking }) => ({
      part: titles[part.split('.')[0]!] ?? part,
      words,
      lacking,
    })),
    ...proposedRemedies(around, patterns).map(({ text, proofExpected }) => ({
      part: patternRow('proof').part,
      words: proofExpected === '' ? text : `${text}\nMinh chứng: ${proofExpected}`,
      lacking: [],
    })),
  ]
}

/** Another finding of the same unit, field and side, to see how several of one field read. */
export function besideOf(finding: TryOutFinding, all: readonly TryOutFinding[]): TryOutFinding | undefined {
  return all.find(
    (other) =>
      other.findingId !== finding.findingId &&
      other.inspectionId === finding.inspectionId &&
      other.fieldKey === finding.fieldKey &&
      findsFault(other.kind) === findsFault(finding.kind),
  )
}

/** Made-up values for what comes from the visit and not from a finding. */
const examples: Record<string, string> = {
  'quyết định': 'Quyết định số 01/QĐ-UBND ngày 05/01/2026',
  buổi: 'sáng',
  'ngày kiểm tra': '15/07/2026',
  'địa điểm': 'trụ sở đơn vị',
  'số người của Đoàn': '08',
  'số người của đơn vị': '12',
  'tổng số': '10',
  'số khớp': '08',
  'số khác': '02',
  'số liệu': 'Số hồ sơ giải quyết đúng hạn',
  'báo cáo': 'báo cáo 800 hồ sơ',
  'xác minh': '785 hồ sơ',
  'lý do': 'sổ theo dõi ghi khác',
  hạn: '25/08/2026',
  'số kiến nghị': '03',
  'số điểm': '03',
}

/** A sentence about the visit with made-up values, for the unit of the finding. */
export function example(words: string, finding: TryOutFinding | undefined, officeName: string): string {
  return fillPattern(words, {
    ...examples,
    'đơn vị': finding?.unitInSentence ?? 'Ủy ban nhân dân phường',
    'cơ quan': officeName,
    'lĩnh vực': finding?.fieldName.toLocaleLowerCase('vi') ?? 'cải cách thể chế',
    'nội dung': finding?.text ?? '…',
    'nguyên nhân': finding?.cause ?? '',
    'trách nhiệm': finding?.responsible ?? '',
  }).text
}
