import type { CommandOutcome } from './commands-contract.ts'
import type { VisitView } from './contract.ts'

/** What a command meets on the server before it is tried. */
export interface CommandGround {
  /** The answer that this id was given before. */
  readonly answered: CommandOutcome | null
  /** Whether an earlier command about the same record in the same sending is not done. */
  readonly followsStopped: boolean
  /** The revision that the command named in `after` left; null where it is not done, or not known. */
  readonly left: number | null
  readonly session: VisitView['state']
  /** Whether a file that it needs has not come. */
  readonly lacksFiles: boolean
}

export type CommandWay =
  | { readonly way: 'answer-again'; readonly outcome: CommandOutcome }
  | { readonly way: 'wait'; readonly for: keyof typeof waitingSentences }
  | { readonly way: 'refuse'; readonly code: 'session-closed' }
  | { readonly way: 'try'; readonly base: number | null }

export const waitingSentences = {
  earlier: 'Chờ việc trước đó của cùng nội dung này được quyết định.',
  start:
    'Chờ buổi kiểm tra bắt đầu. Bấm “Bắt đầu buổi kiểm tra” trên một thiết bị có mạng; nội dung đã ghi vẫn được giữ.',
  files: 'Chờ tệp đi kèm được gửi xong.',
} as const

/**
 * What becomes of a command, in this order: an id once answered is answered the same for ever; what builds on something not done
 * waits; after the session is closed nothing comes in any more; before it is open all but its start waits, and so does what needs
 * a file that has not come; the rest is tried as the online act would be. This product's own rule.
 */
export function decideCommand(
  ground: CommandGround,
  command: { readonly kind: string; readonly base: number | null; readonly after: string | null },
): CommandWay {
  if (ground.answered) return { way: 'answer-again', outcome: ground.answered }
  if (ground.followsStopped || (command.after !== null && ground.left === null)) return { way: 'wait', for: 'earlier' }
  if (ground.session === 'closed') return { way: 'refuse', code: 'session-closed' }
  if (ground.session === 'not-started' && command.kind !== 'start-session') return { way: 'wait', for: 'start' }
  if (ground.lacksFiles) return { way: 'wait', for: 'files' }
  return { way: 'try', base: command.after === null ? command.base : ground.left }
}

/**
 * Whether a record is written over what stands: the same content changes nothing, whatever its revision; other content only over
 * the revision that its writer saw. Null and 0 are a record that nobody has written yet.
 */
export function decideWrite(
  stands: { readonly revision: number; readonly same: boolean },
  base: number | null,
): 'unchanged' | 'write' | 'clash' {
  if (stands.same) return 'unchanged'
  return stands.revision === (base ?? 0) ? 'write' : 'clash'
}

/**
 * Whether a record of the site is written. Its removal is final: what was first recorded and comes after it is not there, and a
 * change of what was removed meanwhile is shown to a person. `stands` is null where nobody has recorded or removed it.
 */
export function decideSiteWrite(
  stands: { readonly revision: number; readonly same: boolean; readonly removed: boolean } | null,
  base: number | null,
): 'unchanged' | 'write' | 'clash' {
  if (stands === null) return 'write'
  if (stands.removed) return base ? 'clash' : 'unchanged'
  return decideWrite(stands, base)
}
