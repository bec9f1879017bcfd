import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refusalCodes } from './refusals.ts'

test('every shelf’s reasons are in the table, under codes of their own', async () => {
  const files = readdirSync(import.meta.dirname)
    .map((shelf) => join(import.meta.dirname, shelf, 'refusals.ts'))
    .filter((file) => existsSync(file))
  const tables = await Promise.all(files.map(async (file) => Object.values((await import(file)) as object)))
  const codes = tables.flat().flatMap((table) => Object.keys(table as object))
  expect(codes).toEqual([...new Set(codes)])
  expect(refusalCodes).toEqual(expect.arrayContaining(codes))
  // Whatever is refused anywhere: a code of a shelf would hide it.
  expect(codes).not.toContain('not-permitted')
  expect(refusalCodes.length).toBe(new Set(refusalCodes).size)
})
