import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Result } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Runs as a page begins to load: handing axe to each page that has loaded takes longer than looking at it. */
export const bringAxe = `if (window === window.top) {${axe}\n}`

interface Look {
  readonly address: string
  readonly violations: readonly Result[]
  readonly tooWide: number
}

/** How often a page that changes all the time is looked at before what was found stands. */
const chances = 10

/**
 * Runs in the page, so that between what is waited for and what is seen nothing can come. It waits until the page has a heading,
 * no part of it is loading and no colour is on its way to another, twice over, as one thing that came may ask for the next; then
 * has axe look. A page that has gone on elsewhere meanwhile, or that has begun to load again, is looked at anew, and so is a
 * fault of one that was changing.
 *
 * Axe's rules are those that it has on by default. What is in order stays in the page, as bringing it here takes longer than
 * finding it; and style sheets are not fetched anew for a rule that is not on.
 */
const look = `(async () => {
  const isSettled = () => {
    const heading = document.querySelector('h1')
    if (!heading?.checkVisibility({ visibilityProperty: true })) return false
    const loading = [...document.querySelectorAll('[role=status][aria-label^="Đang"]')]
    if (loading.some((one) => one.checkVisibility({ visibilityProperty: true }))) return false
    return !document.getAnimations().some(({ playState, effect }) =>
      playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
  }
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  const settled = async () => {
    // For what hangs.
    const limit = performance.now() + 90_000
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await drawn()
      if (isSettled()) continue
      if (performance.now() > limit) throw new Error(location.pathname + ' has no heading, or loads for ever')
      quiet = -1
    }
  }
  for (let chance = 1; ; chance += 1) {
    await settled()
    const address = location.pathname + location.search
    let changes = 0
    const watch = new MutationObserver((seen) => { changes += seen.length })
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: { assets: ['media'] } })
    changes += watch.takeRecords().length
    watch.disconnect()
    const tooWide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    const isFaulty = violations.length > 0 || tooWide > 0
    const isElsewhere = location.pathname + location.search !== address || !isSettled()
    if (chance < ${chances} && (isElsewhere || (isFaulty && changes > 0))) continue
    return { address, violations, tooWide }
  }
})()`

/**
 * Waits until what is on its way has come, then fails with rule, selector and page where axe finds a violation, or where
 * the page is wider than the window. Whatever is drawn now is looked at, an open dialog included. The page has `bringAxe`.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { address, violations, tooWide } = await page.evaluate<Look>(look)
  const problems = violations.flatMap(describe)
  if (tooWide > 0) problems.push(`  scrolls sideways by ${tooWide} px`)
  if (problems.length > 0) throw new Error([`${address} is not accessible:`, ...problems].join('\n'))
}

function describe({ id, help, nodes }: Result): string[] {
  return nodes.map(({ target, failureSummary }) => {
    const why = failureSummary?.split('\n').slice(1).join(' ').trim()
    return `  ${id} (${help}) at ${target.flat().join(' ')}: ${why}`
  })
}
