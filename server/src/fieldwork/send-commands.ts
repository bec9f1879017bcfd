import type { Input } from '@cchc/domain/endpoint.ts'
import {
  type CommandOutcome,
  type sendCommands as contract,
  Deed,
  type SentCommand,
} from '@cchc/domain/fieldwork/commands-contract.ts'
import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { decideCommand, waitingSentences } from '@cchc/domain/fieldwork/decide-command.ts'
import { writerRefusal } from '@cchc/domain/fieldwork/rules.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { attempt } from '../platform/attempt.ts'
import type { Context } from '../platform/context.ts'
import { refusalOf } from '../platform/problems.ts'
import type { Act } from '../platform/serve.ts'
import { keepAnswer, lockDevice, readAnswers, readFilesUp, readSessionState } from './command-answers.ts'
import { getVisitGround, readRoster, standingOf } from './queries.ts'
import { type Ran, runCommand, theirsOf } from './run-command.ts'

type Body = Input<typeof contract>['body']

/**
 * Does what a device did at a visit, command by command, each by the act that a page calls and each undone alone when refused.
 * An id that was answered before is answered the same; `decideCommand` says what becomes of the rest. Whoever may not write at
 * the visit at all is refused as a whole, so that nothing is remembered against what they wrote. Basis: this product's own.
 */
export const sendCommands: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer } = context
  const { inspectionId } = params
  const ground = await getVisitGround(context, inspectionId)
  const refusal = writerRefusal(standingOf(viewer, ground, await readRoster(db, inspectionId)))
  if (refusal) throw refusal
  await lockDevice(db, inspectionId, body.deviceId)
  const ids = body.commands.flatMap(({ commandId, after }) => [commandId, ...(after ? [after] : [])])
  const answers = await readAnswers(db, inspectionId, ids)
  const filesUp = await readFilesUp(
    db,
    inspectionId,
    body.commands.flatMap(({ needs }) => needs),
  )
  const outcomes: CommandOutcome[] = []
  const stopped = new Set<string>()
  let session = await readSessionState(db, inspectionId)
  for (const command of body.commands) {
    const outcome = await answer(context, inspectionId, body, command, { answers, filesUp, stopped, session })
    if (outcome.outcome !== 'waiting') answers.set(command.commandId, outcome)
    if (outcome.outcome !== 'done') stopped.add(command.record)
    else if (command.kind === 'start-session') session = await readSessionState(db, inspectionId)
    outcomes.push(outcome)
  }
  return { outcomes }
}

interface Sending {
  readonly answers: ReadonlyMap<string, CommandOutcome>
  readonly filesUp: ReadonlySet<string>
  /** Records whose commands are not done in this sending. */
  readonly stopped: ReadonlySet<string>
  /** When this command's turn came; closed by somebody else since, the act itself refuses. */
  readonly session: VisitView['state']
}

async function answer(
  context: Context,
  inspectionId: string,
  { deviceId }: Body,
  command: SentCommand,
  { answers, filesUp, stopped, session }: Sending,
): Promise<CommandOutcome> {
  const { commandId, record, after, needs } = command
  const predecessor = after ? answers.get(after) : undefined
  const way = decideCommand(
    {
      answered: answers.get(commandId) ?? null,
      followsStopped: stopped.has(record),
      left: predecessor?.outcome === 'done' ? predecessor.revision : null,
      session,
      lacksFiles: needs.some((hash) => !filesUp.has(hash)),
    },
    command,
  )
  if (way.way === 'answer-again') return way.outcome
  if (way.way === 'wait') return { outcome: 'waiting', commandId, sentence: waitingSentences[way.for] }
  const outcome =
    way.way === 'refuse'
      ? refused(commandId, new Refusal(way.code))
      : await tryOut(context, inspectionId, command, way.base)
  await keepAnswer(context, inspectionId, deviceId, command, outcome)
  return outcome
}

async function tryOut(
  context: Context,
  inspectionId: string,
  { commandId, kind, record, payload }: SentCommand,
  base: number | null,
): Promise<CommandOutcome> {
  const read = Deed.safeParse({ kind, record, payload })
  if (!read.success) return refused(commandId, refusalOf(read.error)!)
  const deed = read.data
  let ran: Ran | undefined
  const refusal = await attempt(context.db, async () => {
    ran = await runCommand(context, inspectionId, deed, base)
  })
  if (!refusal) return { outcome: 'done', commandId, ...ran! }
  const theirs = theirsOf(deed, refusal)
  if (theirs) return { outcome: 'clash', commandId, theirs, sentence: refusal.message }
  // It was open when the command came and was closed before its turn.
  return refused(commandId, refusal.code === 'session-not-open' ? new Refusal('session-closed') : refusal)
}

function refused(commandId: string, { code, message }: Refusal): CommandOutcome {
  return { outcome: 'refused', commandId, code, sentence: message }
}
