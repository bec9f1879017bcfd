import { gzipSync } from 'node:zlib'
import { chromium, type Request } from 'playwright-core'
import type { Bench } from './bench.ts'
import { startProduct } from './product.ts'

/**
 * What a browser with an empty cache loads for the first screen, JavaScript and CSS together, gzipped: the heavier of the
 * sign-in page and the page that a signed-in person lands on.
 */
const bench: Bench = async ({ dataDir, links, chromium: executablePath }) => {
  const product = await startProduct(dataDir)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const weighScreen = async (address: string) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const weights: Promise<number>[] = []
    const weigh = async (request: Request) => {
      const reply = await request.response()
      return gzipSync(await reply!.body(), { level: 9 }).length
    }
    page.on('requestfinished', (request) => {
      if (['script', 'stylesheet'].includes(request.resourceType())) weights.push(weigh(request))
    })
    await page.goto(address, { waitUntil: 'networkidle' })
    // What comes later is not of the first screen, and would be asked for after its page is gone.
    page.removeAllListeners('requestfinished')
    const total = (await Promise.all(weights)).reduce((sum, weight) => sum + weight, 0)
    await context.close()
    if (total === 0) throw new Error(`${address} loaded no script`)
    return total
  }
  try {
    // A link names the port of the run that printed it.
    const landing = links.map((link) => product.url + new URL(link).pathname + new URL(link).search)
    const addresses = [product.url, ...landing.slice(0, 1)]
    const totals: number[] = []
    for (const address of addresses) totals.push(await weighScreen(address))
    return [{ name: 'first-screen.gzipBytes', value: Math.max(...totals), unit: 'bytes', most: 220_000 }]
  } finally {
    await browser.close()
    await product.stop()
  }
}
export default bench
