import { Deed } from '@cchc/domain/fieldwork/commands-contract.ts'
import { chainFrom, type Outbox, type Stop } from '@cchc/domain/fieldwork/outbox.ts'
import type { SiteContent } from '@cchc/domain/fieldwork/site-contract.ts'

/** Something recorded on site that cannot go on without a person. */
export interface SiteStop {
  readonly stop: Stop
  /** What was to be there; null for a removal. */
  readonly mine: SiteContent | null
}

export function siteStopsOf(outbox: Outbox): SiteStop[] {
  return Object.values(outbox.stops).flatMap((stop): SiteStop[] => {
    const last = chainFrom(outbox, stop.commandId).at(-1)
    const deed = last && Deed.safeParse(last).data
    if (deed?.kind === 'keep-site-record') return [{ stop, mine: deed.payload }]
    return deed?.kind === 'remove-site-record' ? [{ stop, mine: null }] : []
  })
}

/** A record of the site in a few words: for what is not on its own card. */
export function siteWords(content: SiteContent): string {
  switch (content.topic) {
    case 'photo':
      return `Ảnh${content.caption ? ` “${content.caption}”` : ''}`
    case 'agenda':
      return `Chương trình: ${content.title}${content.doneAt ? ' (đã xong)' : ''}`
    case 'document':
      return `Tài liệu: ${[content.name, content.number, content.shows].filter(Boolean).join(' – ')}`
    case 'place':
      return `Địa điểm: ${[content.name, content.address].filter(Boolean).join(', ')}`
    case 'note':
      return `Ghi chú: ${content.text}`
  }
}
