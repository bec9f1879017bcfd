import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { leadOf, type ReviewStanding, reviewActions, type Seat, type Unsettled, unsettledWords } from './review.ts'

const seat = (personId: string, from: Seat['from'], agencyCode: string | null, ...fieldKeys: string[]): Seat => ({
  personId,
  from,
  agencyCode,
  fieldKeys,
})

describe('who is asked about a field', () => {
  const onSite = seat('on-site', 'roster', 'STP', 'institutions')
  const onSiteOfLead = seat('on-site-of-lead', 'roster', 'SNV', 'institutions')
  const atDesk = seat('at-desk', 'team', 'STP', 'institutions')
  const atDeskOfLead = seat('at-desk-of-lead', 'team', 'SNV', 'institutions')
  const elsewhere = seat('elsewhere', 'roster', 'SNV', 'steering')
  test.each<[string, Seat[], string | null, string | undefined]>([
    ['nobody has it', [elsewhere], 'SNV', undefined],
    ['nobody at all', [], 'SNV', undefined],
    ['the one who has it', [elsewhere, atDesk], 'SNV', 'at-desk'],
    ['who was there, before who has it in the team', [atDesk, onSite], null, 'on-site'],
    ['who was there, even before the lead agency’s', [atDeskOfLead, onSite], 'SNV', 'on-site'],
    ['of those who were there, the lead agency’s', [onSite, onSiteOfLead], 'SNV', 'on-site-of-lead'],
    ['of the team, the lead agency’s', [atDesk, atDeskOfLead], 'SNV', 'at-desk-of-lead'],
    ['the first of equals', [onSite, onSiteOfLead], 'STTTT', 'on-site'],
    ['the first where no agency leads', [onSite, onSiteOfLead], null, 'on-site'],
    [
      'nobody’s agency is no lead agency',
      [seat('a', 'team', null, 'institutions'), seat('b', 'team', 'SNV', 'institutions')],
      null,
      'a',
    ],
  ])('%s', (_, seats, leadAgency, personId) => {
    expect(leadOf('institutions', leadAgency, seats)?.personId).toBe(personId)
  })

  const anySeat = fc.record<Seat>({
    personId: fc.uuid(),
    agencyCode: fc.constantFrom(null, 'SNV', 'STP'),
    fieldKeys: fc.subarray(['institutions', 'steering']),
    from: fc.constantFrom('roster', 'team'),
  })
  it('is somebody who has it, and nobody fitter is passed over', () => {
    fc.assert(
      fc.property(fc.array(anySeat), fc.constantFrom(null, 'SNV', 'STP'), (seats, agency) => {
        const holding = seats.filter(({ fieldKeys }) => fieldKeys.includes('institutions'))
        const lead = leadOf('institutions', agency, seats)
        if (!lead) return holding.length === 0
        const fitter = holding.filter(({ from, agencyCode }) =>
          lead.from === 'team'
            ? from === 'roster' || (agency !== null && lead.agencyCode !== agency && agencyCode === agency)
            : from === 'roster' && agency !== null && lead.agencyCode !== agency && agencyCode === agency,
        )
        return holding.includes(lead) && fitter.length === 0
      }),
    )
  })
})

describe('what stands against approving', () => {
  test.each<[Partial<Unsettled>, string[]]>([
    [{}, []],
    [{ remarks: 2 }, ['còn 2 ý kiến góp ý chưa xử lý']],
    [{ unitPoints: 1 }, ['còn 1 giải trình của đơn vị chưa xử lý']],
    [{ unitUntil: '2026-07-29' }, ['đơn vị còn được trả lời dự thảo đến hết ngày 29/07/2026']],
    [
      { remarks: 1, unitPoints: 3, unitUntil: '2026-07-29' },
      [
        'còn 1 ý kiến góp ý chưa xử lý',
        'còn 3 giải trình của đơn vị chưa xử lý',
        'đơn vị còn được trả lời dự thảo đến hết ngày 29/07/2026',
      ],
    ],
  ])('%o', (more, words) => {
    expect(unsettledWords({ remarks: 0, unitUntil: null, unitPoints: 0, ...more })).toEqual(words)
  })
})

describe('what may be done about the review', () => {
  const standing: ReviewStanding = {
    viewer: { personId: 'planner', roles: ['planner'] },
    state: 'under-review',
    leads: [{ personId: 'member', answer: null }],
    isApproved: false,
    mayShow: true,
  }
  const as = (...roles: ReviewStanding['viewer']['roles']) => ({ viewer: { personId: roles[0] ?? 'nobody', roles } })
  const answering = { viewer: { personId: 'member', roles: ['team-member'] as const } }
  test.each<[Partial<ReviewStanding>, string[]]>([
    [{}, ['remark', 'settle', 'show']],
    [{ mayShow: false }, ['remark', 'settle']],
    [{ state: 'drafting' }, ['settle']],
    [{ state: 'issued' }, []],
    [{ state: 'replaced' }, []],
    [{ state: 'withdrawn' }, []],
    [answering, ['answer', 'remark']],
    [{ ...answering, leads: [{ personId: 'member', answer: 'agreed' }] }, ['remark']],
    [{ ...answering, leads: [{ personId: 'another', answer: null }] }, ['remark']],
    [{ ...answering, leads: [{ personId: null, answer: null }] }, ['remark']],
    [{ ...answering, state: 'drafting' }, []],
    [as('standing-deputy'), ['remark', 'settle', 'show', 'approve']],
    [{ ...as('standing-deputy'), isApproved: true }, ['remark', 'settle', 'show']],
    [as('team-leader'), ['remark', 'approve']],
    [as('unit-head'), []],
    [as('city-viewer'), []],
  ])('%o', (change, actions) => {
    expect(reviewActions({ ...standing, ...change })).toEqual(actions)
  })
})
