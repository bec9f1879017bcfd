import { afterAll, beforeAll, describe, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../house.ts'
import { instantOf } from './journey.ts'
import { oneSeason, type Season } from './one-season.ts'

describe(oneSeason.title, () => {
  let house: TestHouse
  let story: Season
  beforeAll(async () => {
    house = await openTestHouse()
    story = await oneSeason.begin(house)
  })
  afterAll(() => house.close())

  for (const step of oneSeason.steps) {
    test(`${step.at} ${step.who}: ${step.does}`, { timeout: 120_000 }, async () => {
      house.clock.set(instantOf(step))
      await step.run(house, story)
    })
  }
})
