import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** One browser's storage, shared by its pages; each page loads the modules anew. */
let stored: Map<string, string>
let room: number

beforeEach(() => {
  stored = new Map()
  room = Number.POSITIVE_INFINITY
  const storage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => {
      if (stored.size >= room && !stored.has(name)) throw new DOMException('full', 'QuotaExceededError')
      stored.set(name, text)
    },
    removeItem: (name: string) => stored.delete(name),
  }
  // As in a browser, the names of what is stored are the storage's own keys.
  vi.stubGlobal(
    'localStorage',
    new Proxy(storage, {
      ownKeys: () => [...stored.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  )
})
afterEach(() => vi.unstubAllGlobals())

/** A page: `leave` as when it is closed or loaded again; without it, it ended by force. */
async function openPage() {
  const listeners = new Map<string, (event: object) => void>()
  vi.resetModules()
  vi.stubGlobal('document', {})
  vi.stubGlobal('addEventListener', (name: string, listener: (event: object) => void) => listeners.set(name, listener))
  const { unsentPlace } = await import('./unsent.ts')
  const { pageId } = await import('./page-id.ts')
  return {
    pageId,
    place: unsentPlace<string>('me.report.answer'),
    leave: () => listeners.get('pagehide')?.({}),
    comeBack: () => listeners.get('pageshow')?.({ persisted: true }),
  }
}
const typed = (value: string, at = '2026-07-01T02:00:00Z') => ({ value, revision: 3, at })

test('two pages of one report keep what is theirs, and neither drops the other’s', async () => {
  const one = await openPage()
  const two = await openPage()
  one.place.keep('x', typed('của trang một'))
  two.place.keep('x', typed('của trang hai'))
  expect(one.place.read('x')?.value).toBe('của trang một')
  one.place.drop('x')
  expect(two.place.read('x')?.value).toBe('của trang hai')
  expect(one.place.read('x')).toBeNull()
})

test('a page that is loaded again finds its writing at once, with the revision that it started from', async () => {
  const before = await openPage()
  before.place.keep('x', typed('chưa gửi'))
  before.leave()
  const after = await openPage()
  expect(after.place.keys()).toEqual(['x'])
  expect(after.place.read('x')).toEqual(typed('chưa gửi'))
  after.place.drop('x')
  expect(stored.size).toBe(0)
})

test('of two pages that are gone, the newer writing comes first and the other is still there after it', async () => {
  const one = await openPage()
  const two = await openPage()
  one.place.keep('x', typed('cũ hơn', '2026-07-01T02:00:00Z'))
  two.place.keep('x', typed('mới hơn', '2026-07-01T03:00:00Z'))
  one.leave()
  const meanwhile = await openPage()
  expect(meanwhile.place.read('x')?.value).toBe('cũ hơn')
  meanwhile.leave()
  two.leave()
  // Both bear the same name now; the one that is given up last must not lie over the other.
  const after = await openPage()
  const found = [after.place.read('x')?.value]
  after.place.drop('x')
  found.push(after.place.read('x')?.value)
  expect(found.sort()).toEqual(['cũ hơn', 'mới hơn'])
})

test('writing of a page that ended by force is found when it does not answer', async () => {
  const dead = await openPage()
  dead.place.keep('x', typed('máy tắt đột ngột'))
  vi.stubGlobal('BroadcastChannel', undefined)
  const after = await openPage()
  expect(after.place.read('x')).toBeNull()
  const found = await new Promise<string>((resolve) => after.place.whenLeft?.(resolve))
  expect(found).toBe('x')
  expect(after.place.read('x')?.value).toBe('máy tắt đột ngột')
})

test('a page that comes back as it was goes on with its own', async () => {
  const page = await openPage()
  page.place.keep('x', typed('đang viết'))
  page.leave()
  page.comeBack()
  page.place.drop('x')
  expect(stored.size).toBe(0)
})

test('a full storage is said, and what was kept before stays', async () => {
  const page = await openPage()
  expect(page.place.keep('x', typed('một'))).toBe(true)
  room = 1
  expect(page.place.keep('y', typed('hai'))).toBe(false)
  expect(page.place.read('x')?.value).toBe('một')
})
