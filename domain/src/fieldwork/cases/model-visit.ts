import type { CommandOutcome, Deed, SentCommand, StandingRecord } from '../commands-contract.ts'
import { decideCommand, decideSiteWrite, decideWrite } from '../decide-command.ts'

interface Kept {
  /** 0 while nobody has written it. */
  revision: number
  content: string
  isGone: boolean
  first: string | null
  /** The command that wrote it last. */
  by: string | null
}

/** One writing that took place: which command, over whose. */
export interface Effect {
  readonly commandId: string
  readonly deviceId: string
  readonly order: number
  readonly record: string
  readonly over: string | null
}

type Left = Omit<CommandOutcome, 'commandId'>

/**
 * A server as small as can be: maps instead of tables, the product's own `decideCommand` and `decideWrite` for every decision. It
 * writes down each effect, and what stood when it answered.
 */
export class ModelVisit {
  session: 'not-started' | 'open' | 'closed' = 'not-started'
  penHolder: string | null = null
  readonly records = new Map<string, Kept>()
  readonly answers = new Map<string, CommandOutcome>()
  readonly effects: Effect[] = []
  /** Hashes of files that have come. */
  readonly files = new Set<string>()
  /** By command: whose writing stood when it was answered. */
  readonly shown = new Map<string, string | null>()

  receive(personId: string, deviceId: string, commands: readonly SentCommand[]): CommandOutcome[] {
    const stopped = new Set<string>()
    return commands.map((command) => {
      const { commandId, record } = command
      const before = command.after === null ? undefined : this.answers.get(command.after)
      const way = decideCommand(
        {
          answered: this.answers.get(commandId) ?? null,
          followsStopped: stopped.has(record),
          left: before?.outcome === 'done' ? before.revision : null,
          session: this.session,
          lacksFiles: command.needs.some((hash) => !this.files.has(hash)),
        },
        command,
      )
      const left: Left =
        way.way === 'answer-again'
          ? way.outcome
          : way.way === 'wait'
            ? ({ outcome: 'waiting', sentence: '' } as Left)
            : way.way === 'refuse'
              ? ({ outcome: 'refused', code: way.code, sentence: '' } as Left)
              : this.try(personId, deviceId, command, way.base)
      const outcome = { ...left, commandId } as CommandOutcome
      if (outcome.outcome !== 'done') stopped.add(record)
      if (outcome.outcome !== 'waiting' && !this.answers.has(commandId)) {
        this.answers.set(commandId, outcome)
        this.shown.set(commandId, this.kept(record).by)
      }
      return outcome
    })
  }

  kept(record: string): Kept {
    return this.records.get(record) ?? { revision: 0, content: '', isGone: false, first: null, by: null }
  }

  private try(personId: string, deviceId: string, command: SentCommand, base: number | null): Left {
    const { record } = command
    const { kind, payload } = command as unknown as Deed
    const was = this.kept(record)
    const done = (revision: number) =>
      ({ outcome: 'done', revision, record: standing(record, this.kept(record)) }) as Left
    const clash = () => ({ outcome: 'clash', theirs: standing(record, was), sentence: '' }) as Left
    const refused = (code: string) => ({ outcome: 'refused', code, sentence: '' }) as Left
    const write = (change: Partial<Kept>) => {
      this.records.set(record, { ...was, revision: was.revision + 1, ...change, by: command.commandId })
      this.effects.push({ commandId: command.commandId, deviceId, order: command.order, record, over: was.by })
      return done(was.revision + 1)
    }
    const content = JSON.stringify(payload)
    if (kind === 'start-session') {
      if (this.session === 'open') return done(0)
      this.session = 'open'
      return write({ revision: 0 })
    }
    if (kind === 'save-minutes' && this.penHolder !== null && this.penHolder !== personId)
      return refused('pen-elsewhere')
    if (kind === 'record-finding') {
      if (was.first === null) return write({ content, first: content })
      return was.first === content && !was.isGone ? done(was.revision) : clash()
    }
    if (record.startsWith('finding:') && was.first === null) return refused('no-such-finding')
    if (kind === 'remove-finding') {
      if (was.isGone) return done(base ?? 0)
      if (was.revision !== (base ?? 0)) return clash()
      write({ isGone: true, revision: was.revision })
      return done(base ?? 0)
    }
    if (kind === 'keep-site-record') {
      const isKnown = was.revision > 0 || was.isGone
      const stands = isKnown ? { revision: was.revision, same: was.content === content, removed: was.isGone } : null
      const way = decideSiteWrite(stands, base)
      return way === 'write' ? write({ content }) : way === 'unchanged' ? done(was.revision) : clash()
    }
    if (kind === 'remove-site-record') {
      if (was.isGone) return done(base ?? 0)
      this.records.set(record, { ...was, isGone: true, by: command.commandId })
      this.effects.push({ commandId: command.commandId, deviceId, order: command.order, record, over: null })
      return done(base ?? 0)
    }
    if (was.isGone) return clash()
    const way = decideWrite({ revision: was.revision, same: was.revision > 0 && was.content === content }, base)
    return way === 'write' ? write({ content }) : way === 'unchanged' ? done(was.revision) : clash()
  }
}

const person = { personId: '00000000-0000-4000-8000-00000000000f', at: '2026-07-15T02:00:00Z' }

/** A record as the contract shows it; only the revision matters here. */
function standing(record: string, { revision, isGone }: Kept): StandingRecord {
  const session = { startedAt: null, endedAt: null, chair: '', secretary: '', exchange: '', unitOpinion: '', revision }
  if (record === 'session') return { of: 'session', session }
  if (record === 'minutes') return { of: 'minutes', session }
  if (record === 'attendance') return { of: 'attendance', attendance: [], revision }
  if (record.startsWith('figure:')) {
    const about = { itemKey: record.slice(7), label: '', sectionTitle: '', fieldKey: '', unit: null, reason: '' }
    const figures = { reported: null, verified: null, difference: null, verifiedBy: null }
    return { of: 'figure', figure: { ...about, ...figures, kind: 'number', revision } }
  }
  if (record.startsWith('site:')) {
    const content = { topic: 'note' as const, text: '', takenAt: person.at }
    const about = { recordId: record.slice(5), content, attachmentId: null, recordedBy: person.personId }
    return { of: 'site', site: isGone ? null : { ...about, recordedAt: person.at, revision, mine: false } }
  }
  if (isGone) return { of: 'finding', finding: null }
  const about = {
    fieldKey: '',
    kind: 'shortcoming' as const,
    text: '',
    cause: '',
    responsible: '',
    registrationId: null,
  }
  const findingId = record.slice('finding:'.length)
  return {
    of: 'finding',
    finding: { ...about, findingId, recordedBy: person.personId, recordedAt: person.at, revision, mine: false },
  }
}
