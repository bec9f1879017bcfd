import type { watchSelfReport as contract } from '@cchc/domain/self-reports/live-contract.ts'
import type { Ground } from '../platform/context.ts'
import { tellNewsSoon } from '../platform/news.ts'
import type { Stream } from '../platform/serve-stream.ts'
import type { LiveHub } from './live-hub.ts'
import { getReport } from './queries.ts'

interface Place {
  readonly selfReportId: string
  readonly isOfUnit: boolean
}

/**
 * What happens in a report while somebody has it open. Whoever may not know the report hears `no-such-self-report`; who is in
 * it is told to the unit's own people alone. A page that leaves is taken from the presence by its stream's end.
 */
export function watchReport(hub: LiveHub, database: Ground['database']): Stream<typeof contract, Place> {
  return {
    async look(context, { params }) {
      const { selfReportId, unitCode } = await getReport(context, params.selfReportId)
      return { selfReportId, isOfUnit: context.viewer.unitCode === unitCode }
    },
    join({ selfReportId, isOfUnit }, { viewer, input, tell }) {
      const leave = hub.join(selfReportId, { isOfUnit, tell })
      const { tab } = input.query
      return () => {
        leave()
        if (!tab || !isOfUnit) return
        const person = { personId: viewer.personId, fullName: viewer.fullName, tab, itemKey: null }
        // Where the database is away too, the presence ends by itself.
        tellNewsSoon(database, [{ of: 'presence', selfReportId, person, here: false }])
      }
    },
  }
}
