import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { root } from './tasks.ts'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The path of a Chromium that starts: `CHROMIUM_PATH`, an installed one, or Playwright's. Where there is none, gets one:
 * the system's package when this is root on Debian, else Playwright's own download. Otherwise throws one sentence on how.
 */
export async function findChromium(log: (line: string) => void): Promise<string> {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (await starts(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH is "${wanted}", which does not start.`)
  }
  const found = await firstThatStarts()
  if (found) return found
  for (const [what, commands] of ways()) {
    log(`No Chromium on this machine; trying ${what} …`)
    if (
      !commands.every(
        ([program, ...args]) =>
          spawnSync(program, args, {
            cwd: root,
            stdio: 'inherit',
            env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
          }).status === 0,
      )
    )
      continue
    const got = await firstThatStarts()
    if (got) return got
  }
  throw new Error(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.',
  )
}

function ways(): [string, [string, ...string[]][]][] {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  const playwright = ['install', ...(isRootOnDebian ? ['--with-deps'] : []), 'chromium']
  return [
    ...(isRootOnDebian
      ? ([
          [
            'the system package',
            [
              ['apt-get', 'update'],
              ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
            ],
          ],
        ] as [string, [string, ...string[]][]][])
      : []),
    ["Playwright's download", [[process.execPath, join('node_modules', 'playwright-core', 'cli.js'), ...playwright]]],
  ]
}

async function firstThatStarts(): Promise<string | undefined> {
  for (const path of [...usualPlaces, chromium.executablePath()]) if (await starts(path)) return path
  return undefined
}

/** A file is not enough: Ubuntu's package is a stub that asks for snap, and a download may lack libraries. */
async function starts(path: string): Promise<boolean> {
  if (!existsSync(path)) return false
  return promisify(execFile)(path, ['--version'], { timeout: 20_000 }).then(
    () => true,
    () => false,
  )
}
