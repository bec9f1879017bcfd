import type { Viewer } from '@cchc/domain/access/permissions.ts'
import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import { addWorkingDays, type CalendarDay } from '@cchc/domain/dates/working-days.ts'
import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import {
  agreeScores,
  type CriterionScores,
  getUnitScoring,
  saveAgreedScore,
  saveExplanation,
  saveSelfScore,
  saveTeamScore,
  sendExplanations,
  sendSelfScores,
  showTeamScores,
  type UnitScoring,
} from '@cchc/domain/scoring/scores-contract.ts'
import { createSheet, publishSheet, saveSheet } from '@cchc/domain/scoring/sheet-contract.ts'
import type { Perform } from '../../platform/serve.ts'
import type { Cast } from './cast.ts'
import { at, type Deed } from './deed.ts'
import { drawsOf } from './draws.ts'
import { inventedSheet } from './invented-sheet.ts'
import type { PlannedVisit, Progress } from './season-plan.ts'

interface Year {
  readonly perform: Perform
  readonly cast: Cast
  readonly calendar: readonly CalendarDay[]
  readonly campaignId: string
  readonly inspections: readonly InspectionRow[]
}

/** How far a unit's points have come by how far its year has, as the last step that was taken; a visit's younger stages have none yet. */
const comesTo: Partial<Record<Progress, ScoringStep>> = {
  done: 'agreed',
  'remedy-late': 'explained',
  remedying: 'shown',
  reviewing: 'appraising',
  drafted: 'sent',
  visited: 'self-scoring',
}
const steps = ['self-scoring', 'sent', 'appraising', 'shown', 'explained', 'agreed'] as const
type ScoringStep = (typeof steps)[number]

/** Working days from the visit to each step, and its time of day. */
const stepDays: Record<ScoringStep, readonly [days: number, time: string]> = {
  'self-scoring': [1, '09:10'],
  sent: [2, '10:20'],
  appraising: [4, '14:10'],
  shown: [10, '15:10'],
  explained: [13, '09:40'],
  agreed: [15, '16:10'],
}

/** A sheet of invented criteria, published before the first visit, and the points of the units that have been visited. */
export function scoringDeeds(year: Year, plan: readonly (PlannedVisit | null)[]): Deed[] {
  return [
    sheetDeed(year),
    ...plan.flatMap((visit, position) => {
      const inspection = year.inspections[position]
      const last = visit && comesTo[visit.progress]
      return visit && inspection && last ? unitDeeds(year, inspection, visit.visitOn, last) : []
    }),
  ]
}

function sheetDeed({ perform, cast, campaignId }: Year): Deed {
  return {
    at: at('2026-07-06', '15:00'),
    perform: async (now) => {
      const { planner } = cast
      const draft = await perform(planner, createSheet, { params: { campaignId }, body: { from: null } }, { now })
      const params = { sheetId: draft.version.sheetId }
      const body = { revision: draft.version.revision, sheet: inventedSheet }
      const { version } = await perform(planner, saveSheet, { params, body }, { now })
      await perform(planner, publishSheet, { params, body: { revision: version.revision } }, { now })
    },
  }
}

function unitDeeds(year: Year, inspection: InspectionRow, visitOn: CalendarDate, last: ScoringStep): Deed[] {
  const { perform, cast, calendar } = year
  const params = { inspectionId: inspection.inspectionId }
  const officer = cast.officers.get(inspection.unitCode)!
  const head = cast.heads.get(inspection.unitCode)!
  const draws = drawsOf(`points ${inspection.unitCode}`)
  const scoring = (person: Viewer) => perform(person, getUnitScoring, { params })
  const give = async (
    person: Viewer,
    entry: typeof saveSelfScore,
    { criterion }: CriterionScores,
    score: Score,
    now: string,
  ) => {
    await perform(
      person,
      entry,
      { params: { ...params, criterionKey: criterion.key }, body: { revision: 0, ...score } },
      { now },
    )
  }
  const move = async (person: Viewer, entry: typeof sendSelfScores, now: string) => {
    const { revision } = await scoring(person)
    await perform(person, entry, { params, body: { revision, reason: '' } }, { now })
  }

  const take: Record<ScoringStep, (now: string) => Promise<void>> = {
    'self-scoring': async (now) => {
      // Who has only begun has not got to the last criteria.
      const asked = criteriaOf(await scoring(officer))
      for (const one of last === 'self-scoring' ? asked.slice(0, 5) : asked)
        await give(officer, saveSelfScore, one, ownScore(one, draws.whole(0, 1) === 1), now)
    },
    sent: (now) => move(head, sendSelfScores, now),
    appraising: async (now) => {
      const asked = criteriaOf(await scoring(cast.planner))
      for (const one of last === 'appraising' ? asked.slice(0, 6) : asked)
        await give(cast.planner, saveTeamScore, one, teamScore(one), now)
    },
    shown: (now) => move(cast.planner, showTeamScores, now),
    explained: async (now) => {
      for (const { criterion, differs } of criteriaOf(await scoring(officer))) {
        if (!differs) continue
        const body = { revision: 0, text: 'Đơn vị gửi kèm văn bản công nhận; đề nghị Đoàn xem lại (dữ liệu minh họa).' }
        await perform(officer, saveExplanation, { params: { ...params, criterionKey: criterion.key }, body }, { now })
      }
      await move(head, sendExplanations, now)
    },
    agreed: async (now) => {
      for (const one of criteriaOf(await scoring(cast.planner))) {
        if (!one.differs || one.criterion.way.kind !== 'manual') continue
        const text = 'Chấp nhận một phần giải trình của đơn vị (dữ liệu minh họa).'
        await give(cast.planner, saveAgreedScore, one, { points: 0.75, choiceKey: null, text }, now)
      }
      await move(cast.planner, agreeScores, now)
    },
  }
  return steps.slice(0, steps.indexOf(last) + 1).map((step) => {
    const [days, time] = stepDays[step]
    return { at: at(addWorkingDays(visitOn, days, calendar), time), perform: take[step] }
  })
}

interface Score {
  readonly points: number | null
  readonly choiceKey: string | null
  readonly text: string
}

const criteriaOf = ({ groups }: UnitScoring) => groups.flatMap(({ criteria }) => criteria)

/** What a unit gives itself: as its figures say, its plan in time or late, and by hand the most that can be had. */
function ownScore({ criterion, computed }: CriterionScores, isInTime: boolean): Score {
  if (criterion.way.kind === 'choice') return { points: null, choiceKey: isInTime ? 'dung-han' : 'cham', text: '' }
  if (criterion.way.kind === 'manual')
    return { points: criterion.maximum, choiceKey: null, text: 'Có hai sáng kiến đã áp dụng (dữ liệu minh họa).' }
  return {
    points: computed?.points ?? 0,
    choiceKey: null,
    text: computed?.points == null ? 'Chưa có số liệu (dữ liệu minh họa).' : '',
  }
}

/** What the team gives: as the figures say that it verified, the unit's own choice, and half of what was claimed by hand. */
function teamScore({ criterion, computed, self }: CriterionScores): Score {
  if (criterion.way.kind === 'choice') return { points: null, choiceKey: self?.choiceKey ?? 'khong', text: '' }
  if (criterion.way.kind === 'manual')
    return {
      points: criterion.maximum / 2,
      choiceKey: null,
      text: 'Một sáng kiến chưa có văn bản công nhận (dữ liệu minh họa).',
    }
  const points = computed?.points ?? 0
  return {
    points,
    choiceKey: null,
    text: points === self?.points ? '' : 'Theo số liệu đã xác minh tại đơn vị (dữ liệu minh họa).',
  }
}
