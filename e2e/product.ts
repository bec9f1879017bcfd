import type { AddressInfo } from 'node:net'
import { onTestFailed, onTestFinished } from 'vitest'
import { makeSignInLink } from '../server/src/accounts/make-sign-in-link.ts'
import { ensureWebBundle } from '../server/src/platform/web-bundle.ts'
import { openTestHouse, type TestHouse } from '../server/test/house.ts'
import type { TestPerson } from '../server/test/people.ts'
import { type BrowserHouse, openBrowser, type Screen, type sizes } from './browser.ts'

/** The whole product as people meet it: a real server over a real PostgreSQL, a settable clock, and Chromium. */
export interface Product extends BrowserHouse {
  readonly house: TestHouse
  /** The person's own window, signed in by a link when it is first asked for; the same window from then on. */
  as(person: TestPerson, size?: keyof typeof sizes, withWorker?: boolean): Promise<Screen>
  /** Sets the clock: "2026-07-14 08:00" in Viet Nam. Pages learn of it when they are opened next. */
  at(time: string): void
  /** Fails the running test where a page or a request had a problem, and keeps pictures when it fails. */
  watch(): void
}

export async function openProduct(): Promise<Product> {
  const house = await openTestHouse({ webFolder: await ensureWebBundle(console.log) })
  await house.app.listen({ port: 0, host: 'localhost' })
  const { port } = house.app.server.address() as AddressInfo
  const browser = await openBrowser(`http://localhost:${port}`)
  const screens = new Map<string, Promise<Screen>>()

  const enter = async (person: TestPerson, size: keyof typeof sizes, withWorker: boolean) => {
    const screen = await browser.screen(`${person.username} ${size}`, size, withWorker)
    const token = await makeSignInLink(house.ground, house.personId(person), 1)
    await screen.page.goto(`/sign-in/link?token=${token}`)
    await screen.page.getByRole('button', { name: 'Tài khoản' }).waitFor()
    await screen.look()
    return screen
  }

  return {
    ...browser,
    house,
    as(person, size = 'desk', withWorker = false) {
      const key = `${person.username} ${size}`
      const screen = screens.get(key) ?? enter(person, size, withWorker)
      screens.set(key, screen)
      return screen
    },
    at: (time) => house.clock.set(new Date(`${time.replace(' ', 'T')}:00+07:00`).toISOString()),
    watch() {
      onTestFailed(({ task }) => browser.photograph(task.name))
      onTestFinished(() => browser.expectNoProblems())
    },
    async close() {
      await browser.close()
      await house.close()
    },
  }
}
