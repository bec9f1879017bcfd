import { useQuery } from '@tanstack/react-query'
import { homeQuery } from '../inspections/data.ts'
import { useSession } from '../platform/session.ts'

/** How many things wait behind a navigation item; nothing for those who do not see the whole campaign. */
export function useBadges(): Partial<Record<'reports' | 'conclusions' | 'remedies', number>> {
  const { viewer, campaign } = useSession()
  const { data } = useQuery({
    ...homeQuery(campaign?.campaignId ?? ''),
    enabled: Boolean(campaign && viewer?.permissions.includes('home.read')),
    select: ({ inspections }) => {
      const count = (stage: string) => inspections.filter((row) => row.stage === stage).length
      return { reports: count('report-late'), conclusions: count('reviewing'), remedies: count('remedy-late') }
    },
  })
  return data ?? {}
}
