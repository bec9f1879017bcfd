import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { bringAxe, expectAccessible } from './accessible.ts'
import { chromiumArgs, chromiumPath, sizes } from './browser.ts'

/** A tablet: a browser whose profile outlives it, and that may be killed like one whose battery is empty. */
export interface Tablet {
  readonly page: Page
  readonly context: BrowserContext
  /** Has axe look at what is drawn now. */
  look(): Promise<void>
  box(label: string): Locator
  /** Waits until these words stand on the page. */
  reads(words: string | RegExp): Promise<void>
  button(name: string | RegExp): Locator
  /** Ends every process of it at once, as SIGKILL does. */
  kill(): Promise<void>
  /** Faults of its pages, which are none of the line's. */
  readonly problems: readonly string[]
  close(): Promise<void>
}

export interface TabletSettings {
  /** Where its profile lies. */
  readonly folder: string
  readonly address: string
  readonly size?: keyof typeof sizes
  readonly offline?: boolean
  /** By how many hours its clock is ahead. */
  readonly clockAhead?: number
  /** Whether the browser promises to keep what is stored. */
  readonly promisesRoom?: boolean
}

export async function switchOn({
  folder,
  address,
  size = 'tablet',
  offline = false,
  clockAhead = 0,
  promisesRoom = true,
}: TabletSettings): Promise<Tablet> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath,
    args: chromiumArgs,
    baseURL: address,
    viewport: sizes[size],
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
    offline,
    ...(size === 'phone' ? { hasTouch: true, isMobile: true } : {}),
  })
  // Generous: a limit is there for what hangs.
  context.setDefaultTimeout(90_000)
  await context.addInitScript(bringAxe)
  if (clockAhead !== 0) await context.addInitScript(wrongClock, clockAhead * 3_600_000)
  await context.addInitScript(
    `StorageManager.prototype.persist = StorageManager.prototype.persisted = async () => ${promisesRoom}`,
  )
  const page = context.pages()[0] ?? (await context.newPage())
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/^(Failed to load resource|Refusal: )/.test(message.text()))
      problems.push(message.text())
  })
  return {
    page,
    context,
    problems,
    look: () => expectAccessible(page),
    box: (label) => page.getByLabel(label, { exact: true }),
    reads: (words) => page.getByText(words).filter({ visible: true }).first().waitFor(),
    button: (name) =>
      page
        .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
        .filter({ visible: true })
        .first(),
    async kill() {
      await isSignInOnDisk(folder)
      for (const pid of await processesOf(folder)) process.kill(pid, 'SIGKILL')
      await context.close().catch(() => undefined)
    },
    close: () => context.close(),
  }
}

/** Runs in the page: what the clock of the device says is ahead of the truth. */
function wrongClock(ahead: number): void {
  const Truth = Date
  globalThis.Date = class extends Truth {
    constructor(...given: unknown[]) {
      // @ts-expect-error: whatever a date may be made of
      super(...(given.length > 0 ? given : [Truth.now() + ahead]))
    }
    static override now() {
      return Truth.now() + ahead
    }
  } as DateConstructor
}

/** Chromium writes cookies down half a minute late; a battery that lasts less long after a sign-in is not what is told here. */
async function isSignInOnDisk(folder: string): Promise<void> {
  const place = join(folder, 'Default', 'Network', 'Cookies')
  const older = join(folder, 'Default', 'Cookies')
  const has = async (file: string) => (await readFile(file, 'latin1').catch(() => '')).includes('cchc.session')
  const isThere = async () => (await has(place)) || (await has(older))
  await expect.poll(isThere, { message: 'the sign-in is not on disk', interval: 250 }).toBe(true)
}

/** The processes of the browser that keeps this profile. */
async function processesOf(folder: string): Promise<number[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(numbers.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return numbers.filter((_, at) => lines[at]!.includes(`--user-data-dir=${folder}`)).map(Number)
}
