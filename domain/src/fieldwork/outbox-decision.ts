import { Deed, revisionOf } from './commands-contract.ts'
import {
  append,
  chainFrom,
  isKnown,
  type Made,
  type Outbox,
  type OutboxCommand,
  type PutAside,
  type Stop,
} from './outbox.ts'

/**
 * What a person decides about a stopped command:
 * `mine` – mine on top of theirs, or once more after a refusal; `payload` is what was mended or merged, if anything was.
 * `theirs` – what stands on the server stays. `copy` – it stays, and mine becomes a finding of its own; what is no finding is kept aside.
 */
export type Decision = { readonly choose: 'mine'; readonly payload?: unknown } | { readonly choose: 'theirs' | 'copy' }

/** Ids and clock for the command that a decision makes; `findingId` where a finding, or what was recorded on site, is recorded anew. */
export type DecisionMade = Pick<Made, 'commandId' | 'madeAt'> & { readonly findingId: string }

/** Both sides of a stop: what was answered, what was made here in order, and the last of it. */
export function sidesOf(outbox: Outbox, commandId: string): { stop: Stop; mine: OutboxCommand[] } | null {
  const stop = outbox.stops[commandId]
  return stop ? { stop, mine: chainFrom(outbox, commandId) } : null
}

/** Goes on after a stop as a person decided. What was stopped is kept aside; a decision taken twice changes nothing. */
export function decide(outbox: Outbox, commandId: string, decision: Decision, made: DecisionMade): Outbox {
  const stop = outbox.stops[commandId]
  if (!stop || isKnown(outbox, made.commandId)) return outbox
  const chain = chainFrom(outbox, commandId)
  const deed = decision.choose === 'theirs' ? null : deedOf(chain, stop, decision, made.findingId)
  const why: PutAside['why'] = deed === null ? 'theirs' : decision.choose === 'copy' ? 'copied' : 'replaced'
  const left = withoutChain(outbox, chain, stop, { why, by: deed && made.commandId })
  if (!deed) return left
  const isSame = deed.record === chain[0]!.record
  const needs = [...new Set(chain.flatMap((command) => command.needs))]
  const after = isSame && stop.outcome === 'refused' ? stillComes(left, chain[0]!.after) : null
  const base = isSame ? baseOf(chain[0]!, stop) : null
  return append(left, { ...deed, commandId: made.commandId, madeAt: made.madeAt, after, base, needs })
}

/**
 * The command to build on, or null for what stands. One that was put aside is never done, and may have been so on another of the
 * person's devices than the one where it was built on: what took its place comes instead, where that is about the same record.
 */
function stillComes(outbox: Outbox, commandId: string | null): string | null {
  const put = outbox.aside.find(({ command }) => command.commandId === commandId)
  if (!put) return commandId
  const here = [...outbox.queue, ...outbox.aside.map(({ command }) => command)]
  const next = here.find((command) => command.commandId === put.by && command.record === put.command.record)
  return next ? stillComes(outbox, next.commandId) : null
}

function baseOf(first: OutboxCommand, stop: Stop): number | null {
  return stop.outcome === 'clash' ? revisionOf(stop.theirs) : first.base
}

/** What is to be done of a chain of commands: its last content, as one deed; null when nothing is left to do. */
function deedOf(
  chain: readonly OutboxCommand[],
  stop: Stop,
  decision: Exclude<Decision, { choose: 'theirs' }>,
  findingId: string,
): Deed | null {
  const [first, last] = [chain[0]!, chain.at(-1)!]
  const payload = ('payload' in decision ? decision.payload : undefined) ?? last.payload
  const deed = (kind: string, record = last.record) => Deed.safeParse({ kind, record, payload }).data ?? null
  if (last.record.startsWith('site:')) {
    const isRemoved = stop.outcome === 'clash' && revisionOf(stop.theirs) === null
    if (last.kind === 'remove-site-record') return decision.choose === 'mine' && !isRemoved ? deed(last.kind) : null
    return deed(last.kind, decision.choose === 'copy' || isRemoved ? `site:${findingId}` : last.record)
  }
  if (!last.record.startsWith('finding:')) return decision.choose === 'mine' ? deed(last.kind) : null
  const isGone = stop.outcome === 'clash' && stop.theirs.of === 'finding' && stop.theirs.finding === null
  const isNew = first.kind === 'record-finding' && stop.outcome === 'refused'
  if (last.kind === 'remove-finding')
    return decision.choose === 'copy' || isGone || isNew ? null : deed('remove-finding')
  if (decision.choose === 'copy' || isGone) return deed('record-finding', `finding:${findingId}`)
  return deed(isNew ? 'record-finding' : 'edit-finding')
}

function withoutChain(
  outbox: Outbox,
  chain: readonly OutboxCommand[],
  stop: Stop,
  reason: Pick<PutAside, 'why' | 'by'>,
): Outbox {
  const ids = new Set(chain.map(({ commandId }) => commandId))
  const stops = Object.fromEntries(Object.entries(outbox.stops).filter(([id]) => !ids.has(id)))
  const aside = chain.map((command) => ({ command, ...reason, outcome: { ...stop, commandId: command.commandId } }))
  const { record } = chain[0]!
  const theirs = stop.outcome === 'clash' ? revisionOf(stop.theirs) : null
  const stands =
    theirs === null ? outbox.stands : { ...outbox.stands, [record]: Math.max(theirs, outbox.stands[record] ?? 0) }
  const queue = outbox.queue.filter(({ commandId }) => !ids.has(commandId))
  return { ...outbox, queue, stops, stands, aside: [...outbox.aside, ...aside] }
}
