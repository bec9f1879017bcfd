import type { Page } from 'playwright-core'
import type { Screen } from './browser.ts'

const menu = ({ page }: Screen) => page.getByRole('navigation', { name: 'Chính' })

/** What stood in each window's menu when axe looked at it. */
const looked = new WeakMap<Page, string>()

/** Opens the menu where the window is too narrow to show it all the time. Axe looks at it whenever it says something new. */
async function openMenu({ page, look }: Screen): Promise<void> {
  const opener = page.getByRole('button', { name: 'Mở danh mục' })
  if (!(await opener.isVisible())) return
  await opener.click()
  const opened = page.getByRole('dialog', { name: 'Danh mục' })
  await opened.waitFor()
  const says = await opened.ariaSnapshot()
  if (looked.get(page) === says) return
  await look()
  looked.set(page, says)
}

/** Where the person is led to, without the counts beside the names. */
export async function placesOf(screen: Screen): Promise<string[]> {
  await openMenu(screen)
  const places = await menu(screen).getByRole('listitem').allInnerTexts()
  if (places.length > 0) await screen.page.keyboard.press('Escape')
  return places.map((text) => text.split('\n')[0]!.trim())
}

/** Goes to each of these places of the navigation by pressing its link, and has axe look at it. */
export async function visitEveryPlace(screen: Screen, places: readonly string[]): Promise<void> {
  for (const place of places) {
    await openMenu(screen)
    const link = menu(screen).getByRole('link', { name: place })
    const path = (await link.getAttribute('href')) ?? ''
    await link.click()
    // A unit with one inspection is led on to its own page.
    await screen.page.waitForURL((url) => url.pathname.startsWith(path))
    await screen.look()
  }
}
