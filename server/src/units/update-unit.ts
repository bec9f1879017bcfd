import { Refusal } from '@cchc/domain/refusals.ts'
import type { updateUnit as contract } from '@cchc/domain/units/contract.ts'
import { foldText } from '@cchc/domain/units/fold.ts'
import { unitFullName } from '@cchc/domain/units/unit.ts'
import type { Act } from '../platform/serve.ts'
import { unitView } from './queries.ts'

/** Corrects a name, its other spellings or its advisory fields; the code never changes. */
export const updateUnit: Act<typeof contract> = async ({ db, record }, { params, body }) => {
  const before = await db
    .selectFrom('units')
    .selectAll()
    .where('unitCode', '=', params.code)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new Refusal('no-such-unit', { code: params.code })
  const name = body.name.normalize('NFC').trim()
  const fullName = unitFullName({ name, type: unitView(before).type })
  const row = await db
    .updateTable('units')
    .set({
      name,
      fullName,
      aliases: body.aliases,
      advisoryFields: body.advisoryFields,
      folded: foldText([fullName, ...body.aliases].join(' ')),
    })
    .where('unitCode', '=', params.code)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record('unit.edit', params.code, { before: before.fullName, after: fullName })
  return unitView(row)
}
