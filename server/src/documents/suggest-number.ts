import type { suggestNumber as contract } from '@cchc/domain/documents/contract.ts'
import { paddedNumber } from '@cchc/domain/papers/letterhead.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { highestNumber, symbolOf } from './queries.ts'

/**
 * The number after the highest of the office's series this year; series begin anew on 1/1. A proposal: the clerk decides.
 * Basis: Nghị định 30/2020/NĐ-CP, Điều 15.
 */
export const suggestNumber: Act<typeof contract> = async ({ db, settings, today }, { query }) => {
  const symbol = symbolOf(settings, query.kind)
  if (symbol === null) throw new Refusal('bad-input', { problems: 'biên bản không đánh số' })
  const highest = await highestNumber(db, symbol, Number(today.slice(0, 4)))
  return { number: paddedNumber(String(highest + 1)), symbol }
}
