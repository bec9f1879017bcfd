import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest'
import { conclude } from './one-unit/conclude.ts'
import { decide } from './one-unit/decide.ts'
import { followUp } from './one-unit/follow-up.ts'
import { inspect } from './one-unit/inspect.ts'
import { report } from './one-unit/report.ts'
import { schedule } from './one-unit/schedule.ts'
import type { Story } from './one-unit/story.ts'
import { sumUp } from './one-unit/sum-up.ts'
import { openProduct, type Product } from './product.ts'

const story = [...decide, ...schedule, ...report, ...inspect, ...conclude, ...followUp, ...sumUp]

/** One unit's whole season on the screen, as every role, with axe on whatever is opened. */
describe('one unit, by mouse and keyboard', () => {
  let product: Product
  let isBroken = false
  const known: Story = { campaignId: '', inspectionId: '', conclusionPath: '' }
  beforeAll(async () => {
    product = await openProduct()
  })
  afterAll(() => product.close())
  beforeEach(({ skip }) => skip(isBroken, 'an earlier step failed'))

  for (const { at, who, does, run } of story) {
    test(`${at} ${who}: ${does}`, async () => {
      isBroken = true
      product.watch()
      product.at(at)
      await run(product, known)
      product.expectNoProblems()
      isBroken = false
    })
  }
})
