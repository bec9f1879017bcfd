import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSignInLink } from '../../server/src/accounts/make-sign-in-link.ts'
import { type FileStore, openFileStore } from '../../server/src/platform/files.ts'
import { ensureWebBundle } from '../../server/src/platform/web-bundle.ts'
import { buildCampaign } from '../../server/test/factories.ts'
import { openTestHouse, type TestHouse } from '../../server/test/house.ts'
import type { TestPerson } from '../../server/test/people.ts'
import { freePort, type Product, runProduct } from '../../server/test/product.ts'
import { visitDesk } from '../../server/test/visit-desk.ts'
import { keepPicture } from '../browser.ts'
import { type Letter, type Line, type Mishap, openLine } from '../line.ts'
import { switchOn, type Tablet, type TabletSettings } from '../tablet.ts'

/** What the story stands on: the product as a process of its own, the line to it, and an announced visit. */
export interface DayGround {
  readonly house: TestHouse
  readonly line: Line
  readonly inspectionId: string
  /** The files of the server, by their hash. */
  readonly files: FileStore
  /** What becomes of the next sendings of commands, one after another. */
  readonly weather: (Mishap | null)[]
  /** Sendings of commands that went out, with whatever became of them. */
  readonly sent: readonly Letter[]
  readonly sky: {
    /** So little signal that nothing but a sign-in gets through. */
    thin: boolean
    /** How often the application has been renewed since the morning. */
    version: number
  }
  switchOn(name: string, settings?: Partial<TabletSettings>): Promise<Tablet>
  enter(tablet: Tablet, person: TestPerson): Promise<void>
  commandsOnServer(): Promise<number>
  /** Pictures of every tablet, for whoever looks why a test failed. */
  photograph(test: string): Promise<void>
  close(): Promise<void>
}

const isSending = ({ method, path }: Letter) => method === 'POST' && path.endsWith('/visit/commands')

export async function openDay(): Promise<DayGround> {
  await ensureWebBundle(console.log)
  const house = await openTestHouse()
  house.clock.set(new Date().toISOString())
  const folder = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-day-'))
  const dataDir = join(folder, 'server')
  const place = { port: await freePort() }
  const weather: (Mishap | null)[] = []
  const sent: Letter[] = []
  const sky = { thin: false, version: 0 }
  const tablets = new Map<string, Tablet>()
  let server: Product | undefined

  const start = async () => {
    await mkdir(dataDir, { recursive: true })
    await writeFile(join(dataDir, 'secret'), 'a-secret-of-the-tests-only-0123456789\n', { mode: 0o600 })
    const env = { DATABASE_URL: house.databaseUrl, PUBLIC_URL: line.url }
    server = await runProduct({ dataDir, port: place.port, env })
    await server.answers()
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    server?.process.kill(signal)
    await server?.ended
  }

  const line = await openLine(place, {
    mishap(letter) {
      if (sky.thin && (isSending(letter) || letter.path.startsWith('/api/uploads'))) return 'lost'
      if (!isSending(letter)) return null
      sent.push(letter)
      return weather.shift() ?? null
    },
    async killServer() {
      await end('SIGKILL')
      await start()
    },
    change: ({ path }, answer) =>
      path === '/sw.js' && sky.version > 0
        ? { ...answer, body: Buffer.concat([answer.body, Buffer.from(`\n// version ${sky.version}\n`)]) }
        : answer,
  })
  const inspectionId = await visitDesk(house, await buildCampaign(house)).announcedVisit()
  await start()

  return {
    house,
    line,
    inspectionId,
    files: openFileStore(join(dataDir, 'files')),
    weather,
    sent,
    sky,
    async switchOn(name, settings = {}) {
      const tablet = await switchOn({ folder: join(folder, name), address: line.url, ...settings })
      tablets.set(name, tablet)
      return tablet
    },
    async enter({ page }, person) {
      const token = await makeSignInLink(house.ground, house.personId(person), 1)
      await page.goto(`/sign-in/link?token=${token}`)
      await page.getByRole('button', { name: 'Tài khoản' }).waitFor()
    },
    async commandsOnServer() {
      return (await house.owner.selectFrom('fieldCommands').select('commandId').execute()).length
    },
    async photograph(test) {
      for (const [name, { page, problems }] of tablets) {
        await keepPicture(page, `${test} ${name}`)
        for (const problem of problems) console.error(`${name}: ${problem}`)
      }
    },
    async close() {
      for (const tablet of tablets.values()) await tablet.close().catch(() => undefined)
      await end('SIGTERM')
      await line.close()
      await house.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
