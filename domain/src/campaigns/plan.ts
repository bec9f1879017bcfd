import { upperFirst } from '../formats/upper-first.ts'
import { defaultFields, defaultLeadAgency } from '../outlines/fields.ts'
import type { Unit } from '../units/unit.ts'
import type { CampaignPlan } from './contract.ts'
import type { DecisionProposal, ProposedDoubt } from './decision/proposal.ts'

/**
 * The plan that a reviewer starts from: every value as proposed, doubtful ones left open. A unit read exactly, or with
 * the tone mark elsewhere, is confirmed; a slip or an unknown name never is.
 */
export function planFromProposal(
  proposal: DecisionProposal,
  departments: readonly Unit[],
  outlines: readonly { outlineVersionId: string; year: number }[],
): CampaignPlan {
  const year = yearOf(proposal)
  const fields = defaultFields.map(({ key, name }) => ({
    fieldKey: key,
    name: proposal.fields.find((field) => field.value.key === key)?.value.name ?? name,
    leadAgencyCode: defaultLeadAgency(key, departments)?.code ?? null,
  }))
  return {
    name: planName(proposal),
    year,
    number: proposal.number?.value.ordinal ?? null,
    symbol: proposal.number?.value.symbol ?? null,
    issuedOn: proposal.issuedOn?.value ?? null,
    issuer: proposal.issuer?.value ?? null,
    signerName: proposal.signer?.value.name ?? null,
    signerPost: proposal.signer?.value.post ?? null,
    legalBases: proposal.legalBases.map(({ value }) => value),
    recipients: proposal.recipients.map(({ value }) => value),
    periodFrom: proposal.period?.value.from ?? null,
    periodTo: proposal.period?.value.to ?? null,
    dataFrom: proposal.dataFrom?.value ?? null,
    leadWorkingDays: proposal.leadWorkingDays?.value ?? null,
    conclusionWorkingDays: null,
    remedyWorkingDays: null,
    fields,
    team: seatsFrom(proposal, departments, fields),
    units: proposal.units.map(({ line, text, code }) => ({ line, text, unitCode: code, confirmed: code !== null })),
    outlineVersionId: outlineFor(proposal, year, outlines),
    settledDoubts: [],
  }
}

/**
 * The outline that a new campaign starts with: the year's own; where the paper brings none, the newest of an earlier year.
 * A paper's own outline is never passed over for one of another year. `outlines` stand newest first.
 */
function outlineFor(
  proposal: DecisionProposal,
  year: number | null,
  outlines: readonly { outlineVersionId: string; year: number }[],
): string | null {
  const ofYear = outlines.find((outline) => outline.year === year)
  const newest = outlines.find((outline) => year === null || outline.year < year)
  return (ofYear ?? (proposal.outline === null ? newest : undefined))?.outlineVersionId ?? null
}

function yearOf(proposal: DecisionProposal): number | null {
  const from = proposal.period?.value.from ?? proposal.issuedOn?.value
  return from ? Number(from.slice(0, 4)) : null
}

/** "Ban hành Kế hoạch kiểm tra …" is the decision's subject; the campaign is the plan itself. */
function planName(proposal: DecisionProposal): string {
  const title = proposal.title?.value ?? ''
  const plan = title.replace(/^ban hành\s+/iu, '')
  return upperFirst(plan)
}

/** One seat per agency of a role, so that each agency's person can be named; "Lãnh đạo các sở: …" becomes the agency's own leader. */
function seatsFrom(
  proposal: DecisionProposal,
  departments: readonly Unit[],
  fields: CampaignPlan['fields'],
): CampaignPlan['team'] {
  return proposal.team.flatMap(({ value: { role, post, agencies } }) => {
    const fieldsOf = (code: string | null) =>
      role === 'member'
        ? fields
            .filter(({ leadAgencyCode }) => leadAgencyCode !== null && leadAgencyCode === code)
            .map(({ fieldKey }) => fieldKey)
        : []
    if (agencies.length < 2)
      return [{ role, post, agencyCode: agencies[0]?.code ?? null, fieldKeys: fieldsOf(agencies[0]?.code ?? null) }]
    const kind = post.replace(/\s*(?:các|những)\s.*$/u, '').replace(/\s*:.*$/u, '')
    return agencies.map(({ text, code }) => ({
      role,
      post: `${upperFirst(kind)} ${departments.find((unit) => unit.code === code)?.name ?? text}`,
      agencyCode: code,
      fieldKeys: fieldsOf(code),
    }))
  })
}

export interface Gap {
  /** Which part of the review screen it is on. */
  readonly part: 'decision' | 'period' | 'team' | 'units' | 'outline' | 'doubts'
  readonly sentence: string
}

const needed: readonly { key: keyof CampaignPlan; part: Gap['part']; name: string }[] = [
  { key: 'name', part: 'decision', name: 'tên đợt kiểm tra' },
  { key: 'year', part: 'decision', name: 'năm' },
  { key: 'number', part: 'decision', name: 'số văn bản' },
  { key: 'symbol', part: 'decision', name: 'ký hiệu văn bản' },
  { key: 'issuedOn', part: 'decision', name: 'ngày ban hành' },
  { key: 'issuer', part: 'decision', name: 'cơ quan, người ban hành' },
  { key: 'periodFrom', part: 'period', name: 'ngày bắt đầu' },
  { key: 'periodTo', part: 'period', name: 'ngày kết thúc' },
  { key: 'dataFrom', part: 'period', name: 'mốc bắt đầu số liệu' },
  { key: 'leadWorkingDays', part: 'period', name: 'số ngày làm việc gửi báo cáo trước kiểm tra' },
  { key: 'conclusionWorkingDays', part: 'period', name: 'số ngày làm việc để ban hành kết luận' },
  { key: 'remedyWorkingDays', part: 'period', name: 'số ngày làm việc để khắc phục' },
]

/**
 * What still stands between a draft and issuing it, each with its place on the review screen; empty when it may be issued.
 * The days for conclusions and remedies are fixed by no paper, so a person must give them.
 */
export function gapsOf(plan: CampaignPlan, proposal: DecisionProposal): Gap[] {
  const gaps: Gap[] = needed
    .filter(({ key }) => plan[key] === null || plan[key] === '')
    .map(({ part, name }) => ({ part, sentence: `Chưa có ${name}.` }))
  if (plan.periodFrom && plan.periodTo && plan.periodTo < plan.periodFrom)
    gaps.push({ part: 'period', sentence: 'Ngày kết thúc sớm hơn ngày bắt đầu.' })
  if (plan.units.length === 0) gaps.push({ part: 'units', sentence: 'Chưa có đơn vị nào được kiểm tra.' })
  for (const unit of plan.units) {
    if (!unit.confirmed || unit.unitCode === null)
      gaps.push({ part: 'units', sentence: `“${unit.text}” chưa được xác nhận là đơn vị nào trong danh mục.` })
  }
  for (const [first, second] of twins(plan))
    gaps.push({
      part: 'units',
      sentence: `“${first}” và “${second}” trỏ tới cùng một đơn vị; mỗi đơn vị chỉ kiểm tra một lần trong năm.`,
    })
  if (!plan.team.some(({ role }) => role === 'leader'))
    gaps.push({ part: 'team', sentence: 'Đoàn kiểm tra chưa có Trưởng đoàn.' })
  for (const role of ['leader', 'standing-deputy'] as const) {
    if (plan.team.filter((seat) => seat.role === role).length > 1)
      gaps.push({
        part: 'team',
        sentence:
          role === 'leader'
            ? 'Đoàn kiểm tra chỉ có một Trưởng đoàn.'
            : 'Đoàn kiểm tra chỉ có một Phó Trưởng đoàn Thường trực.',
      })
  }
  if (plan.outlineVersionId === null && proposal.outline === null)
    gaps.push({
      part: 'outline',
      sentence: 'Chưa có đề cương: văn bản không kèm đề cương và chưa chọn đề cương có sẵn.',
    })
  for (const doubt of openDoubts(plan, proposal)) gaps.push({ part: 'doubts', sentence: doubt.sentence })
  return gaps
}

function twins(plan: CampaignPlan): [string, string][] {
  const seen = new Map<string, string>()
  return plan.units.flatMap(({ unitCode, text }): [string, string][] => {
    if (unitCode === null) return []
    const earlier = seen.get(unitCode)
    seen.set(unitCode, text)
    return earlier === undefined ? [] : [[earlier, text]]
  })
}

/** What settles a doubt besides the reviewer ticking it: the value that was missing, the unit chosen, another outline. */
const settledBy: Record<string, (plan: CampaignPlan, doubt: ProposedDoubt) => boolean> = {
  'no-number': (plan) => Boolean(plan.number),
  'number-blank': (plan) => Boolean(plan.number),
  'no-issued-on': (plan) => plan.issuedOn !== null,
  'no-issuer': (plan) => Boolean(plan.issuer),
  'no-signer': (plan) => Boolean(plan.signerName),
  'no-period': (plan) => plan.periodFrom !== null && plan.periodTo !== null,
  'period-open': (plan) => plan.periodFrom !== null && plan.periodTo !== null,
  'no-data-from': (plan) => plan.dataFrom !== null,
  'no-lead-working-days': (plan) => plan.leadWorkingDays !== null,
  'lead-calendar-days': (plan) => plan.leadWorkingDays !== null,
  'no-team': (plan) => plan.team.length > 0,
  'no-units': (plan) => plan.units.length > 0,
  'no-outline': (plan) => plan.outlineVersionId !== null,
  'item-two-figures': (plan) => plan.outlineVersionId !== null,
  'unit-slip': unitChosen,
  'unit-unknown': unitChosen,
}

function unitChosen(plan: CampaignPlan, { lines }: ProposedDoubt): boolean {
  const units = plan.units.filter(({ line }) => line !== null && line === lines?.[0])
  return units.every(({ confirmed, unitCode }) => confirmed && unitCode !== null)
}

/** Doubts that nobody has settled yet; nothing doubtful is accepted without a person. */
export function openDoubts(plan: CampaignPlan, proposal: DecisionProposal): ProposedDoubt[] {
  return proposal.doubts.filter(
    (doubt) => !plan.settledDoubts.includes(doubt.key) && !settledBy[doubt.code]?.(plan, doubt),
  )
}
