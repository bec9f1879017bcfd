import { describe, expect, test } from 'vitest'
import { z as real } from 'zod'
import { z as onDemand } from './shapes-on-demand.ts'

/** It has what the contract uses of zod. */
const z = onDemand as unknown as typeof real

const sample = (zod: typeof real) => {
  const Line = zod
    .string()
    .trim()
    .min(1, 'không được để trống')
    .transform((text) => text.normalize('NFC'))
  const Base = zod.object({ key: Line, at: zod.iso.date().nullable(), tags: zod.array(Line).max(2).default([]) })
  return Base.extend({
    value: zod.union([zod.number().int().gt(0), zod.record(zod.string(), zod.boolean())]),
    kind: zod.discriminatedUnion('is', [
      zod.object({ is: zod.literal('a'), key: Base.shape.key.optional() }),
      zod.object({ is: zod.literal('b') }).extend({ year: zod.coerce.number().pipe(zod.number().max(2100)) }),
    ]),
  })
    .omit({ at: true })
    .refine(({ value }) => value !== 13, 'số xấu')
}

const given: unknown[] = [
  { key: ' a ', value: 1, kind: { is: 'a' } },
  { key: 'a\u0301', value: { yes: true }, kind: { is: 'b', year: '2026' }, tags: ['x'], more: 1 },
  { key: '', value: -1, kind: { is: 'c' } },
  { key: 'k', value: 13, kind: { is: 'a', key: 'z' }, tags: ['1', '2', '3'] },
  { key: 'k', value: 13, kind: { is: 'a', key: 'z' } },
  null,
]

describe('shapes on demand', () => {
  test.each(given)('read and refuse as zod does: %j', (value) => {
    const asZod = sample(real).safeParse(value)
    const here = sample(z).safeParse(value)
    expect(here.success).toBe(asZod.success)
    expect(here.data).toEqual(asZod.data)
    expect(here.error?.issues).toEqual(asZod.error?.issues)
  })

  test('are built when first read with, and once', () => {
    const broken = z.object({ kind: z.enum(null as never) }).extend({ more: z.number() })
    expect(() => broken.parse({})).toThrow(TypeError)
    const Shape = z.object({ key: z.string() }).extend({ more: z.number() })
    expect(Shape.shape).toBe(Shape.shape)
  })
})
