import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Result } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Runs as a page begins to load: handing axe to each page that has loaded takes longer than looking at it. */
export const bringAxe = `if (window === window.top) {${axe}\n}`

/**
 * Every rule that axe has on by default. What is in order stays in the page, as bringing it here takes longer than finding it;
 * and style sheets are not fetched anew for a rule that is not on.
 */
const look = `axe.run(document, { resultTypes: ['violations'], preload: { assets: ['media'] } })
  .then(({ violations }) => violations)`

/**
 * Waits until what is on its way has come, then fails with rule, selector and page where axe finds a violation, or where
 * the page is wider than the window. Whatever is drawn now is looked at, an open dialog included. The page has `bringAxe`.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page)
  const violations = await page.evaluate<Result[]>(look)
  const tooWide = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  const problems = violations.flatMap(describe)
  if (tooWide > 0) problems.push(`  scrolls sideways by ${tooWide} px`)
  if (problems.length === 0) return
  const { pathname, search } = new URL(page.url())
  throw new Error([`${pathname}${search} is not accessible:`, ...problems].join('\n'))
}

/** Until the page has a heading and no part of it is still loading. */
export async function settled(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 })
  const loading = page.getByRole('status', { name: /^Đang/ })
  // One thing that came may ask for the next.
  for (let quiet = 0; quiet < 2; quiet++) {
    await heading.first().waitFor()
    await loading.first().waitFor({ state: 'hidden' })
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))')
    if ((await loading.count()) > 0 || (await heading.count()) === 0) quiet = -1
  }
}

function describe({ id, help, nodes }: Result): string[] {
  return nodes.map(({ target, failureSummary }) => {
    const why = failureSummary?.split('\n').slice(1).join(' ').trim()
    return `  ${id} (${help}) at ${target.flat().join(' ')}: ${why}`
  })
}
