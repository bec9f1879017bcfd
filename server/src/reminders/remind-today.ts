import { type CalendarDay, dayVerdict, workingDaysLeft } from '@cchc/domain/dates/working-days.ts'
import { type Rank, ranksAt } from '@cchc/domain/follow-up/escalation.ts'
import { type Audience, audienceOf, dueStep } from '@cchc/domain/reminders/ladder.ts'
import { climbWords, dailyListWords, reminderWords } from '@cchc/domain/reminders/words.ts'
import { sql } from 'kysely'
import { readCalendar } from '../calendar/queries.ts'
import { peopleToTell } from '../follow-up/people.ts'
import { tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import { type Owed, readOwed } from './owed.ts'
import { remindLeads } from './remind-leads.ts'

interface Due extends Owed {
  readonly left: number
  readonly step: number
}

/** What one day's reminding came to: things reminded of, and messages to people. */
export interface Reminded {
  readonly reminded: number
  readonly people: number
  readonly isDayOff: boolean
}

/**
 * Takes every reminding step that is due today, in running campaigns, in the caller's transaction: whoever comes second finds
 * it taken. On a day off nobody is reminded; the next working day makes up for it.
 */
export async function remindToday(context: Context): Promise<Reminded> {
  const { db, today } = context
  const calendar = await readCalendar(db)
  if (!dayVerdict(today, calendar).working) return { reminded: 0, people: 0, isDayOff: true }
  const campaigns = await db.selectFrom('campaigns').select('campaignId').where('state', '=', 'running').execute()
  let reminded = 0
  let people = 0
  for (const { campaignId } of campaigns) {
    const owed = await readOwed(context, campaignId)
    for (const group of together(await dueOf(context, owed, calendar))) {
      const told = await remind(context, group)
      reminded += told > 0 ? group.length : 0
      people += told
    }
    const leads = await remindLeads(context, campaignId, calendar)
    reminded += leads.reminded
    people += leads.people
    people += await tellOffice(context, campaignId, owed, calendar)
  }
  return { reminded, people, isDayOff: false }
}

async function dueOf({ db, today }: Context, owed: readonly Owed[], calendar: readonly CalendarDay[]): Promise<Due[]> {
  if (owed.length === 0) return []
  const taken = await db
    .selectFrom('reminders')
    .select(['kind', 'subjectId', 'dueOn', 'step'])
    .where(
      'subjectId',
      'in',
      owed.map(({ subjectId }) => subjectId),
    )
    .execute()
  return owed.flatMap((thing) => {
    const left = workingDaysLeft(today, thing.dueOn, calendar)
    const steps = taken.filter(
      ({ kind, subjectId, dueOn }) => kind === thing.kind && subjectId === thing.subjectId && dueOn === thing.dueOn,
    )
    const step = dueStep(
      left,
      steps.map((one) => one.step),
      thing.toldOn === undefined ? undefined : workingDaysLeft(thing.toldOn, thing.dueOn, calendar),
    )
    return step === null ? [] : [{ ...thing, left, step }]
  })
}

/** Things of one unit with one date go in one message: five recommendations are no five reminders. */
function together(due: readonly Due[]): Due[][] {
  const key = ({ kind, inspectionId, dueOn, step, isWithHead }: Due) =>
    [kind, inspectionId, dueOn, step, isWithHead].join(' ')
  return [...Map.groupBy(due, key).values()]
}

/** Reminds of one unit's things; gives how many people were told, 0 where all of it had been done meanwhile. */
async function remind(context: Context, group: readonly Due[]): Promise<number> {
  const { db, now } = context
  const [first] = group
  if (!first) return 0
  const audience = first.kind === 'recommendation' ? [] : audienceOf(first.step, first.isWithHead)
  const ofUnit =
    first.kind === 'recommendation'
      ? await peopleOfClimb(context, first, ['officers', 'head'])
      : await peopleFor(context, first.unitCode, audience)
  const above =
    first.kind === 'recommendation' ? await peopleOfClimb(context, first, ['standing-deputy', 'leader']) : []
  const personIds = [...new Set([...ofUnit, ...above])]
  const kept = await db
    .insertInto('reminders')
    .values(
      group.map(({ kind, subjectId, inspectionId, dueOn, step }) => ({
        kind,
        subjectId,
        inspectionId,
        dueOn,
        step,
        personIds,
        at: now,
      })),
    )
    .onConflict((conflict) => conflict.constraint('reminded_once').doNothing())
    .returning('subjectId')
    .execute()
  const fresh = group.filter(({ subjectId }) => kept.some((row) => row.subjectId === subjectId))
  if (fresh.length === 0 || personIds.length === 0) return 0
  const { title, body } = reminderWords(first.kind, { ...first, count: fresh.length })
  if (above.length > 0) {
    const words = climbWords({ ...first, count: fresh.length })
    await tell(context, {
      personIds: above,
      inspectionId: first.inspectionId,
      kind: 'reminder.climb',
      ...words,
      link: '/khac-phuc/qua-han',
      includingViewer: true,
      mail: { subject: words.title, body: words.body },
    })
  }
  await tell(context, {
    personIds: ofUnit,
    inspectionId: first.inspectionId,
    kind: 'reminder.send',
    title,
    body,
    link: fresh.length === 1 || first.kind !== 'recommendation' ? first.link : '/khac-phuc',
    includingViewer: true,
    mail: { subject: title, body },
  })
  return personIds.length
}

/** Of those whom a recommendation's date has climbed to, the ones named here. */
async function peopleOfClimb(context: Context, { step, unitCode }: Due, among: readonly Rank[]): Promise<string[]> {
  const to = ranksAt(step).filter((rank) => among.includes(rank))
  const hearers = to.map((rank) => (rank === 'officers' ? 'officers' : rank === 'head' ? 'heads' : rank))
  return hearers.length === 0 ? [] : peopleToTell(context, unitCode, hearers)
}

/** The unit's people of an audience; the office is told in its own list. */
async function peopleFor({ db }: Context, unitCode: string, audience: readonly Audience[]): Promise<string[]> {
  const roles = [
    ...(audience.includes('officers') ? ['unit-officer'] : []),
    ...(audience.includes('head') ? ['unit-head'] : []),
  ]
  const rows = await db
    .selectFrom('people')
    .select('personId')
    .where('unitCode', '=', unitCode)
    .where('disabled', '=', false)
    .where(sql<boolean>`roles && ${roles}`)
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** The office's list of the day, once: what is due today and what is overdue. Nothing is said on a day without any. */
async function tellOffice(
  context: Context,
  campaignId: string,
  owed: readonly Owed[],
  calendar: readonly CalendarDay[],
): Promise<number> {
  const { db, now, today } = context
  const pressing = owed
    .map((thing) => ({ ...thing, left: workingDaysLeft(today, thing.dueOn, calendar) }))
    .filter(({ left }) => left <= 0)
    .sort((a, b) => a.left - b.left || (a.unitName < b.unitName ? -1 : 1))
  if (pressing.length === 0) return 0
  const office = await db
    .selectFrom('people')
    .select('personId')
    .where('disabled', '=', false)
    .where(sql<boolean>`roles && array['planner', 'standing-deputy']`)
    .orderBy('personId')
    .execute()
  const personIds = office.map(({ personId }) => personId)
  const kept = await db
    .insertInto('reminders')
    .values({
      kind: 'daily-list',
      subjectId: campaignId,
      inspectionId: null,
      dueOn: today,
      step: 0,
      personIds,
      at: now,
    })
    .onConflict((conflict) => conflict.constraint('reminded_once').doNothing())
    .returning('reminderId')
    .executeTakeFirst()
  if (!kept) return 0
  const { title, body } = dailyListWords(pressing)
  await tell(context, {
    personIds,
    inspectionId: null,
    kind: 'reminder.daily-list',
    title,
    body,
    link: '/nhac-viec',
    includingViewer: true,
    mail: { subject: title, body },
  })
  return personIds.length
}
