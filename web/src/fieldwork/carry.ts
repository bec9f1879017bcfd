import type { Deed, StandingRecord } from '@cchc/domain/fieldwork/commands-contract.ts'
import type { Stop } from '@cchc/domain/fieldwork/outbox.ts'
import { Refusal } from '../platform/refusal.ts'
import { Clash } from '../platform/saver.ts'

/**
 * Writes a deed down on the device and sends it from there, where the visit has been taken along; gives the record as it then
 * stands here, and null where nothing is carried and the server is to be told directly. Throws a `Stopped` or a `Refusal`.
 */
export type Carry = (deed: Deed, base: number | null) => Promise<StandingRecord | null>

/** What a command was answered that cannot go on without a person. */
export class Stopped extends Error {
  readonly stop: Stop

  constructor(stop: Stop) {
    super(stop.sentence)
    this.stop = stop
  }
}

/** The answer in the words of a saver: what stands, a clash with it, or a refusal. Null where nothing is carried. */
export async function carried<S>(
  carry: Carry,
  deed: Deed,
  base: number | null,
  read: (standing: StandingRecord) => S | null,
): Promise<S | null> {
  try {
    const standing = await carry(deed, base)
    return standing && read(standing)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    const { stop } = error
    const theirs = stop.outcome === 'clash' ? read(stop.theirs) : null
    if (theirs) throw new Clash(theirs)
    throw new Refusal(409, stop.outcome === 'refused' ? stop.code : 'changed-meanwhile', stop.sentence)
  }
}
