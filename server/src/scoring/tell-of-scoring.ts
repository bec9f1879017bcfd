import type { ScoringAct } from '@cchc/domain/scoring/states.ts'
import { readRoster } from '../fieldwork/queries.ts'
import { peopleToTell } from '../follow-up/people.ts'
import { peopleOfUnit, tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import type { ScoredUnit } from './scored-units.ts'

const words: Record<ScoringAct, { to: 'unit' | 'team' | 'both'; title: (unitName: string) => string }> = {
  send: { to: 'team', title: (unitName) => `${unitName} đã gửi điểm tự chấm` },
  show: { to: 'unit', title: () => 'Đoàn kiểm tra đã gửi điểm chấm; đơn vị xem và giải trình' },
  explain: { to: 'team', title: (unitName) => `${unitName} đã giải trình điểm Đoàn chấm` },
  agree: { to: 'both', title: (unitName) => `Đã thống nhất điểm của ${unitName}` },
  reopen: { to: 'both', title: (unitName) => `Phiếu điểm của ${unitName} được mở lại` },
}

/** Tells those whose turn it is; the message holds no points. */
export async function tellOfScoring(context: Context, unit: ScoredUnit, act: ScoringAct): Promise<void> {
  const { inspectionId, unitCode, unitName } = unit
  const { to, title } = words[act]
  const roster = (await readRoster(context.db, inspectionId)).flatMap(({ personId }) => personId ?? [])
  const team = to === 'unit' ? [] : [...roster, ...(await peopleToTell(context, unitCode, ['secretary']))]
  const own = to === 'team' ? [] : await peopleOfUnit(context, unitCode)
  await tell(context, {
    personIds: [...team, ...own],
    inspectionId,
    kind: `scoring.${act}`,
    title: title(unitName),
    link: `/cham-diem/${inspectionId}`,
  })
}
