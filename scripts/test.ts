import { ensureWebBundle } from '../server/src/platform/web-bundle.ts'
import { findChromium } from './find-chromium.ts'
import { quickTasks, runShown, runTogether, vitest } from './tasks.ts'

/**
 * `npm test`: what `npm run check` does, then the acts over a real PostgreSQL, then the browser journeys in Chromium.
 * Stops at the first stage that fails.
 */
async function test(): Promise<boolean> {
  if (!(await runTogether(quickTasks()))) return false
  await ensureWebBundle(console.log)
  if (!(await runShown(vitest('acts')))) return false
  return runShown({ ...vitest('browser'), env: { CHROMIUM_PATH: await findChromium(console.log, { headless: true }) } })
}

try {
  if (!(await test())) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
