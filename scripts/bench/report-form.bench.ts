import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import type { Bench } from './bench.ts'
import { startProduct } from './product.ts'

/** How much slower the processor is made, for the office PCs that the form is for. */
const slowDown = 4
const runs = 3

/**
 * Opening the self-report of a commune (all its questions) with an empty cache on a slow processor, and the longest frame
 * while an officer writes in a figure and in a text. Interactive: the first box is drawn and the last long task is over.
 */
const bench: Bench = async ({ dataDir, links, chromium: executablePath }) => {
  const product = await startProduct(dataDir)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const { storage, path } = await officerOf(links, product.url, () => browser.newContext())
    const opened: number[] = []
    const frames: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const context = await browser.newContext({ storageState: storage, viewport: { width: 1366, height: 768 } })
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await page.addInitScript(watchOpening)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
      await page.goto(product.url + path, { waitUntil: 'commit' })
      opened.push(await page.evaluate(() => (window as unknown as Watched).interactive))
      frames.push(await longestFrame(page, session))
      await context.close()
    }
    const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(runs / 2)]!
    return [
      { name: 'report-form.interactiveMs', value: middle(opened), unit: 'ms', most: 1_500 },
      { name: 'report-form.longestFrameMs', value: middle(frames), unit: 'ms', most: 50 },
    ]
  } finally {
    await browser.close()
    await product.stop()
  }
}
export default bench

interface Watched {
  interactive: Promise<number>
  frames: number[]
}

/** In the page, before anything of it: when the form can be written in, in milliseconds from the start of the navigation. */
function watchOpening(): void {
  let lastTask = 0
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) lastTask = Math.max(lastTask, task.startTime + task.duration)
  }).observe({ type: 'longtask', buffered: true })
  const { promise, resolve } = Promise.withResolvers<number>()
  ;(window as unknown as Watched).interactive = promise
  const drawn = () =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        const shown = performance.now()
        const settled = () => {
          if (performance.now() - Math.max(shown, lastTask) < 500) setTimeout(settled, 50)
          else resolve(Math.max(shown, lastTask))
        }
        settled()
      }),
    )
  const look = () => {
    if (document.querySelector('[data-item] :is(input, textarea)')) drawn()
    else setTimeout(look, 4)
  }
  look()
}

/** Writes in a figure and in a text as fast as a quick typist and gives the longest time between two frames meanwhile. */
async function longestFrame(page: Page, session: CDPSession): Promise<number> {
  const boxes = [
    { box: page.locator('[data-item] input[inputmode="decimal"]').first(), text: '1234567890' },
    {
      box: page.locator('[data-item] textarea').first(),
      text: 'Đã ban hành kế hoạch cải cách hành chính của phường. ',
    },
  ]
  let longest = 0
  for (const { box, text } of boxes) {
    await box.focus()
    await box.press('Control+End')
    await page.evaluate(() => {
      const times: number[] = []
      const tick = (time: number) => {
        times.push(time)
        requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
      ;(window as unknown as Watched).frames = times
    })
    for (const letter of text) {
      await session.send('Input.insertText', { text: letter })
      await page.waitForTimeout(45)
    }
    // The checks run, and the answer is saved, after a pause.
    await page.waitForTimeout(1_500)
    const times = await page.evaluate(() => (window as unknown as Watched).frames)
    longest = Math.max(longest, ...times.slice(1).map((time, at) => time - times[at]!))
  }
  return longest
}

/** The cookies of the first of the installation's people whose own page is a self-report that may be written, and its address. */
async function officerOf(links: readonly string[], url: string, newContext: () => Promise<BrowserContext>) {
  for (const link of links) {
    const context = await newContext()
    try {
      const page = await context.newPage()
      // A link names the port of the run that printed it.
      await page.goto(url + new URL(link).pathname + new URL(link).search)
      await page.getByRole('button', { name: 'Tài khoản' }).waitFor()
      const path = new URL(page.url()).pathname
      if (!/^\/bao-cao\/./.test(path)) continue
      const box = page.locator('[data-item] :is(input, textarea)').first()
      const isWritten = await box.waitFor().then(
        () => true,
        () => false,
      )
      if (isWritten) return { storage: await context.storageState(), path: `${path}#steering` }
    } finally {
      await context.close()
    }
  }
  throw new Error('nobody of the installation writes a self-report')
}
