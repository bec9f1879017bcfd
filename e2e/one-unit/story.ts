import type { Screen } from '../browser.ts'
import type { Product } from '../product.ts'

/** The story of one unit as it is told: what happens when, by whom, through the pages. */
export interface Step {
  /** In Viet Nam: "2026-07-14 08:00". The clock of the product stands there while the step runs. */
  readonly at: string
  readonly who: string
  readonly does: string
  run(product: Product, story: Story): Promise<void>
}

/** What the story knows of itself. */
export interface Story {
  campaignId: string
  inspectionId: string
  conclusionPath: string
  /** The window of the unit's officer who signed in by password. */
  newcomer?: Screen
}

export const unit = { code: '11383', name: 'Phường Lê Chân' }

/** The visit that the story is about, and the last day for the report three working days before it. */
export const visit = { on: '14/07/2026', reportDue: '09/07/2026' }
