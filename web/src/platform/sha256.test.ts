import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countedHere, sha256Of } from './sha256.ts'

it('counts as everybody does, with the browser’s own way and without', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const known = createHash('sha256').update(bytes).digest('hex')
      expect(Buffer.from(countedHere(bytes)).toString('hex')).toBe(known)
      expect(await sha256Of(Uint8Array.from(bytes))).toBe(known)
    }),
  )
})
