import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { bringAxe, expectAccessible } from './accessible.ts'

/** The sizes that every page is made for: an office PC, a phone, and the tablet that goes along to a visit. */
export const sizes = {
  desk: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
  tablet: { width: 1024, height: 768 },
}

/** One person's own browser window: its cookies are nobody else's. */
export interface Screen {
  readonly page: Page
  /** Opens an address of the product by typing it, waits until the page is there, and has axe look at it. */
  open(path: string): Promise<void>
  /** Has axe look at what is drawn now; after every dialog, tab and message. */
  look(): Promise<void>
  /** The box to write in whose label is exactly this. */
  box(label: string): Locator
  /** Waits until these words stand on the page. */
  reads(words: string | RegExp): Promise<void>
  /** Waits for the dialog of this name and has axe look at it. */
  dialog(name: string): Promise<Locator>
  /** Shuts the window: one that stays open goes on hearing news and asking for what is new. */
  close(): Promise<void>
  /** Does what the server is to refuse with this status; any other refusal fails the test, and so does none. */
  refused(status: number, act: () => Promise<unknown>): Promise<void>
}

export interface BrowserHouse {
  /** `withWorker` lets the page keep its own files, so that it opens without network. */
  screen(name: string, size?: keyof typeof sizes, withWorker?: boolean): Promise<Screen>
  /** Fails with every console error, fault of a page, and request that was refused or lost since the last call. */
  expectNoProblems(): void
  /** Keeps a picture of every open page, to see why a test failed. */
  photograph(test: string): Promise<void>
  close(): Promise<void>
}

const pictures = join(import.meta.dirname, '..', 'test-output')

/** `CHROMIUM_PATH`, else the usual place. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
/**
 * What Chromium leaves out. The last two are Chromium's own surroundings of a page: suggestions under the address bar, which
 * nobody sees here, cost each window more than the page that it shows. The rest is what Playwright leaves out, whose list
 * this one takes the place of.
 */
const leftOut = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
]

export const chromiumArgs = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${leftOut.join(',')}`,
]

/** Starts Chromium; `address` is what paths are relative to. */
export async function openBrowser(address: string): Promise<BrowserHouse> {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArgs })
  const problems: string[] = []
  const screens = new Map<string, Page>()
  return {
    async screen(name, size = 'desk', withWorker = false) {
      const context = await openContext(browser, address, size, withWorker)
      const page = await context.newPage()
      screens.set(name, page)
      return watched(name, page, problems)
    },
    expectNoProblems() {
      if (problems.length > 0) throw new Error(problems.splice(0).join('\n'))
    },
    async photograph(test) {
      for (const [name, page] of screens) await keepPicture(page, `${test} ${name}`)
    },
    close: () => browser.close(),
  }
}

/** A picture of what is on screen, for whoever looks why a test failed. */
export async function keepPicture(page: Page, title: string): Promise<void> {
  await mkdir(pictures, { recursive: true })
  const file = title
    .normalize('NFD')
    .replaceAll(/[^\w]+/g, '-')
    .slice(0, 120)
  await page.screenshot({ path: join(pictures, `${file}.png`) }).catch(() => undefined)
}

async function openContext(
  browser: Browser,
  address: string,
  size: keyof typeof sizes,
  withWorker: boolean,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: sizes[size],
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // Colours in the middle of a change would be judged by axe.
    reducedMotion: 'reduce',
    // Each window would take the whole application along; the story of offline work asks for it.
    serviceWorkers: withWorker ? 'allow' : 'block',
    ...(size === 'phone' ? { hasTouch: true, isMobile: true } : {}),
  })
  // For what hangs, never to judge how fast a busy machine is.
  context.setDefaultTimeout(90_000)
  await context.addInitScript(bringAxe)
  return context
}

function watched(name: string, page: Page, problems: string[]): Screen {
  /** How often each status that a test asked for has come since it began to wait for it. */
  const awaited = new Map<number, number>()
  const said = (what: string) => problems.push(`${name}, ${new URL(page.url()).pathname}: ${what}`)
  page.on('pageerror', (error) => said(error.message))
  page.on('console', (message) => {
    // A refused request is told by the response itself, below.
    if (message.type() === 'error' && !/^(Failed to load resource|Refusal: )/.test(message.text())) said(message.text())
  })
  page.on('requestfailed', (request) => {
    // A navigation ends what the page left was still asking for; a download ends its navigation.
    const why = request.failure()?.errorText
    if (why !== 'net::ERR_ABORTED') said(`${request.method()} ${request.url()}: ${why}`)
  })
  page.on('response', (response) => {
    const status = response.status()
    if (status < 400) return
    const times = awaited.get(status)
    if (times === undefined) said(`${response.request().method()} ${response.url()}: ${status}`)
    else awaited.set(status, times + 1)
  })
  return {
    page,
    async open(path) {
      await page.goto(path)
      await expectAccessible(page)
    },
    look: () => expectAccessible(page),
    box: (label) => page.getByRole('textbox', { name: label, exact: true }),
    reads: (words) => page.getByText(words).filter({ visible: true }).first().waitFor(),
    async dialog(name) {
      const dialog = page.getByRole('dialog', { name })
      await dialog.waitFor()
      await expectAccessible(page)
      return dialog
    },
    close: () => page.context().close(),
    async refused(status, act) {
      awaited.set(status, 0)
      await act()
      await expect.poll(() => awaited.get(status), { message: `no request was refused with ${status}` }).not.toBe(0)
      awaited.delete(status)
    },
  }
}
