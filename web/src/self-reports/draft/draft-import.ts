import { type Outline, type OutlinePart, type OutlineSection, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { type DraftProposal, DraftReading } from '@cchc/domain/self-reports/draft/draft.ts'
import { readDraft } from '@cchc/domain/self-reports/exchange-contract.ts'
import { call } from '../../platform/api.ts'

/** A file that was read, as it is reviewed; kept in the tab so that a reload or a look into the form loses nothing. */
export interface ReviewedDraft {
  readonly fileName: string
  readonly reading: DraftReading
  /** Proposals that the person has put aside. */
  readonly skipped: readonly string[]
}

const placeOf = (selfReportId: string) => `draft-import.${selfReportId}`

export async function readFile(selfReportId: string, file: File): Promise<ReviewedDraft> {
  const reading = await call(readDraft, { params: { selfReportId }, file })
  return { fileName: file.name, reading, skipped: [] }
}

/** What this tab was reviewing, or null. */
export function keptDraft(selfReportId: string): ReviewedDraft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(placeOf(selfReportId)) ?? 'null') as ReviewedDraft | null
    const reading = DraftReading.safeParse(kept?.reading)
    return kept && reading.success ? { ...kept, reading: reading.data } : null
  } catch {
    return null
  }
}

export function keepDraft(selfReportId: string, draft: ReviewedDraft | null): void {
  try {
    if (draft) sessionStorage.setItem(placeOf(selfReportId), JSON.stringify(draft))
    else sessionStorage.removeItem(placeOf(selfReportId))
  } catch {
    // A draft too large for the tab's memory is reviewed without being kept.
  }
}

export interface ProposedSection {
  readonly part: OutlinePart
  readonly section: OutlineSection
  readonly proposals: readonly DraftProposal[]
}

/** The proposals by section, in printed order; sections without any are left out. */
export function proposedSections(outline: Outline, proposals: readonly DraftProposal[]): ProposedSection[] {
  const byKey = new Map(proposals.map((proposal) => [proposal.key, proposal]))
  const sections = new Map<string, { part: OutlinePart; section: OutlineSection; proposals: DraftProposal[] }>()
  for (const { part, section, item } of outlineItems(outline)) {
    const proposal = byKey.get(item.key)
    if (!proposal) continue
    const known = sections.get(section.key)
    if (known) known.proposals.push(proposal)
    else sections.set(section.key, { part, section, proposals: [proposal] })
  }
  return [...sections.values()]
}

/** Where a line of the draft can be found on the page. */
export const lineId = (paragraph: number, row: number | null) => `nhap-${paragraph}${row === null ? '' : `-${row}`}`
