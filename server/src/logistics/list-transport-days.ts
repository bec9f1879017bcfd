import type { listTransportDays as contract, TransportDay } from '@cchc/domain/logistics/contract.ts'
import { totalKm } from '@cchc/domain/logistics/route.ts'
import { passengerSeats } from '@cchc/domain/logistics/transport.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { readTransportDays } from './transport-days.ts'

/** The season's transport day by day. */
export const listTransportDays: Act<typeof contract> = async (context, { params }) => {
  const campaign = await getSettledCampaign(context.db, params.campaignId)
  const days = await readTransportDays(context, campaign, { from: '0001-01-01', to: '9999-12-31' })
  return { days: days.map(summaryOf) }
}

function summaryOf({ day, visits, people, trips, routes, problems }: TransportDay) {
  return {
    day,
    visits,
    people: people.length,
    vehicles: trips.length,
    seats: trips.reduce((sum, { vehicle }) => sum + passengerSeats(vehicle), 0),
    km: totalKm(routes),
    problems,
  }
}
