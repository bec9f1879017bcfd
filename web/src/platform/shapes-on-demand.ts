import {
  array,
  boolean,
  coerce,
  discriminatedUnion,
  email,
  guid,
  iso,
  literal,
  never,
  null as nothing,
  number,
  object,
  enum as oneOf,
  record,
  strictObject,
  string,
  stringbool,
  tuple,
  union,
  unknown,
  url,
  type ZodType,
} from 'zod/v4'

/**
 * Stands for `zod` in the bundle (`vite.config.ts`): a shape is built when something is first read with it. The contract
 * holds some hundreds of shapes, of which a page needs a handful; building them all took a tenth of the start on an old PC.
 * What a shape says and refuses is zod's own. What the domain comes to use anew has to be added here; the build fails else.
 */
export { config } from 'zod/v4'

type Act = (...given: never[]) => unknown

/** What makes another shape of a shape; anything else that is asked of one is answered by the shape itself. */
const steps = new Set<PropertyKey>(
  'default extend gt gte int length lt lte max min nonempty nullable omit optional partial pick pipe positive nonnegative readonly refine regex superRefine transform trim'.split(
    ' ',
  ),
)

function onDemand(build: () => ZodType): ZodType {
  let built: ZodType | undefined
  const shape = () => {
    built ??= build()
    return built
  }
  return new Proxy({} as ZodType, {
    get: (_, name) => {
      if (steps.has(name))
        return (...given: unknown[]) => onDemand(() => actOf(shape(), name)(...(given as never[])) as ZodType)
      const value = Reflect.get(shape(), name)
      return typeof value === 'function' ? value.bind(shape()) : value
    },
    has: (_, name) => name in shape(),
  })
}

function actOf(owner: object, name: PropertyKey): Act {
  return (Reflect.get(owner, name) as Act).bind(owner)
}

/** Begins a shape of this kind, once it is read with. */
const later =
  (begin: Act) =>
  (...given: unknown[]) =>
    onDemand(() => begin(...(given as never[])) as ZodType)

export const z = {
  array: later(array),
  boolean: later(boolean),
  coerce,
  discriminatedUnion: later(discriminatedUnion),
  email: later(email),
  enum: later(oneOf),
  guid: later(guid),
  iso,
  literal: later(literal),
  never: later(never),
  null: later(nothing),
  number: later(number),
  object: later(object),
  record: later(record),
  strictObject: later(strictObject),
  string: later(string),
  stringbool: later(stringbool),
  tuple: later(tuple),
  union: later(union),
  unknown: later(unknown),
  url: later(url),
}
