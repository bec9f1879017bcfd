import type { Screen } from './browser.ts'

const menu = ({ page }: Screen) => page.getByRole('navigation', { name: 'Chính' })

/** Opens the menu where the window is too narrow to show it all the time. */
async function openMenu({ page, dialog }: Screen): Promise<void> {
  const opener = page.getByRole('button', { name: 'Mở danh mục' })
  if (!(await opener.isVisible())) return
  await opener.click()
  await dialog('Danh mục')
}

/** Where the person is led to, without the counts beside the names. */
export async function placesOf(screen: Screen): Promise<string[]> {
  await openMenu(screen)
  const places = await menu(screen).getByRole('listitem').allInnerTexts()
  if (places.length > 0) await screen.page.keyboard.press('Escape')
  return places.map((text) => text.split('\n')[0]!.trim())
}

/** Goes to every place of the navigation by pressing its link, and has axe look at each. */
export async function visitEveryPlace(screen: Screen): Promise<void> {
  for (const place of await placesOf(screen)) {
    await openMenu(screen)
    const link = menu(screen).getByRole('link', { name: place })
    const path = (await link.getAttribute('href')) ?? ''
    await link.click()
    // A unit with one inspection is led on to its own page.
    await screen.page.waitForURL((url) => url.pathname.startsWith(path))
    await screen.look()
  }
}
