import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { type BarePage, openBareBrowser } from './bare-browser.ts'
import type { Bench } from './bench.ts'
import { startProduct } from './product.ts'

/** How much slower the processor is made, for the office PCs that the form is for. */
const slowDown = 4
const runs = 5

/**
 * Opening the self-report of a commune (all its questions) on a slow processor, and the longest frame while an officer writes
 * in a figure and in a text. Interactive: the first box is drawn and the last long task is over. The promise is of an officer
 * who comes from another page of the product; beside it the first opening ever, with an empty cache in a browser just begun.
 */
const bench: Bench = async ({ dataDir, links, chromium: executablePath }) => {
  const product = await startProduct(dataDir)
  try {
    const { cookies, path } = await officerOf(links, product.url, executablePath)
    const figures = { first: [] as number[], fromWithin: [] as number[], frames: [] as number[] }
    for (let run = 0; run < runs; run += 1) {
      const page = await openBareBrowser(executablePath, cookies)
      await page.send('Page.enable')
      await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchOpening})()` })
      await page.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
      const open = async () => {
        await page.send('Page.navigate', { url: product.url + path })
        const interactive = await page.ask<number>('window.interactive')
        // What the browser makes of the code it keeps when there is nothing else to do.
        await sleep(3_000)
        return interactive
      }
      figures.first.push(await open())
      await page.send('Page.navigate', { url: `${product.url}/yeu-cau` })
      await sleep(3_000)
      figures.fromWithin.push(await open())
      figures.frames.push(await longestFrame(page))
      await page.close()
    }
    if (process.env.BENCH_PROFILE) console.log(figures)
    const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(runs / 2)]!
    return [
      { name: 'report-form.firstEverMs', value: middle(figures.first), unit: 'ms' },
      { name: 'report-form.interactiveMs', value: middle(figures.fromWithin), unit: 'ms', most: 1_500 },
      { name: 'report-form.longestFrameMs', value: middle(figures.frames), unit: 'ms', most: 50 },
    ]
  } finally {
    await product.stop()
  }
}
export default bench

interface Watched {
  interactive: Promise<number>
  framesSeen: number[]
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
async function longestFrame(page: BarePage): Promise<number> {
  const boxes = [
    { box: '[data-item] input[inputmode="decimal"]', text: '1234567890' },
    { box: '[data-item] textarea', text: 'Đã ban hành kế hoạch cải cách hành chính của phường. ' },
  ]
  let longest = 0
  for (const { box, text } of boxes) {
    await page.ask(`(${putCursor})(${JSON.stringify(box)})`)
    await sleep(300)
    await page.ask(`(${watchFrames})()`)
    for (const letter of text) {
      await page.send('Input.insertText', { text: letter })
      await sleep(45)
    }
    // The checks run, and the answer is saved, after a pause.
    await sleep(1_500)
    const times = await page.ask<number[]>('window.framesSeen')
    longest = Math.max(longest, ...times.slice(1).map((time, at) => time - times[at]!))
  }
  return longest
}

/** In the page: puts the cursor at the end of a box. */
function putCursor(selector: string): void {
  const box = document.querySelector<HTMLInputElement>(selector)!
  box.focus()
  box.setSelectionRange(box.value.length, box.value.length)
}

/** In the page: notes the time of each frame from the next one on. */
function watchFrames(): void {
  const times: number[] = []
  const tick = (time: number) => {
    times.push(time)
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
  ;(window as unknown as Watched).framesSeen = times
}

/** The cookies of the first of the installation's people whose own page is a self-report that may be written, and its address. */
async function officerOf(links: readonly string[], url: string, executablePath: string) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    for (const link of links) {
      const context = await browser.newContext()
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
      if (isWritten) return { cookies: await context.cookies(), path: `${path}#steering` }
    }
    throw new Error('nobody of the installation writes a self-report')
  } finally {
    await browser.close()
  }
}
