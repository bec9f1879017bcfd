import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import type { PaperFrame } from '@cchc/domain/papers/paper.ts'
import type { Citation } from '@cchc/domain/papers/wording.ts'
import type { SettledCampaign } from '../campaigns/queries.ts'
import type { Settings } from '../platform/settings.ts'

/** What the installation's office puts round a paper that it issues: letterhead, number, date, signature, recipients. */
export function paperFrame(
  settings: Settings,
  paper: {
    year: number
    symbol: string | null
    number?: string | null
    issuedOn?: CalendarDate | null
    recipients: readonly string[]
    /** The section that drafted it, which keeps it too; without one, the office. */
    draftingUnit?: string | undefined
    signatures?: PaperFrame['signatures']
  },
): PaperFrame {
  return {
    illustrative: settings.illustrative,
    parentAgency: settings.parentAgencyName,
    issuingAgency: settings.officeName,
    number: paper.number ?? null,
    symbol: paper.symbol,
    place: settings.placeName,
    issuedOn: paper.issuedOn ?? null,
    year: paper.year,
    signatures: paper.signatures ?? [
      { authority: settings.signerAuthority ? [settings.signerAuthority] : [], post: settings.signerPost, name: null },
    ],
    recipients: [...paper.recipients, `Lưu: VT, ${paper.draftingUnit ?? settings.officeSymbol}`],
  }
}

/** The decision that the campaign runs under, as its papers cite it. */
export function citeDecision(campaign: SettledCampaign): Citation {
  return {
    typeName: campaign.symbol.startsWith('KH') ? 'Kế hoạch' : 'Quyết định',
    code: `${campaign.number}/${campaign.symbol}`,
    issuedOn: campaign.issuedOn,
    issuer: campaign.issuer,
    title: `ban hành ${campaign.name}`,
  }
}
