import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { root } from './tasks.ts'

/** Chromium without a window around its pages, which costs the processor a good deal less. */
const headlessPlaces = ['/usr/lib/chromium/chromium-headless-shell']

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
 * With `headless` one without a window will do, and comes first: the same pages, drawn by the same code.
 */
export async function findChromium(log: (line: string) => void, { headless = false } = {}): Promise<string> {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (await starts(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH is "${wanted}", which does not start.`)
  }
  const places = [...(headless ? headlessPlaces : []), ...usualPlaces, chromium.executablePath()]
  const found = await firstThatStarts(places)
  if (found) return found
  for (const [what, commands] of ways(headless)) {
    log(`No Chromium on this machine; trying ${what} …`)
    if (!commands.every(run)) continue
    const got = await firstThatStarts(places)
    if (got) return got
  }
  throw new Error(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.',
  )
}

type Command = readonly [program: string, ...args: string[]]

function run([program, ...args]: Command): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { cwd: root, stdio: 'inherit', env }).status === 0
}

/** What is tried in turn, each as the commands that follow each other. */
function ways(headless: boolean): [string, Command[]][] {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  const download = [process.execPath, join('node_modules', 'playwright-core', 'cli.js'), 'install'] as const
  const fromDebian = (name: string): [string, Command[]] => [
    `the system package ${name}`,
    [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', name],
    ],
  ]
  return [
    ...(isRootOnDebian && headless ? [fromDebian('chromium-headless-shell')] : []),
    ...(isRootOnDebian ? [fromDebian('chromium')] : []),
    ["Playwright's download", [[...download, ...(isRootOnDebian ? ['--with-deps'] : []), 'chromium']]],
  ]
}

async function firstThatStarts(places: readonly string[]): Promise<string | undefined> {
  for (const path of places) if (await starts(path)) return path
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
