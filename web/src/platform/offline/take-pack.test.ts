import { describe, expect, it } from 'vitest'
import { keepBegun, readBegun } from './begun.ts'
import { inspectionId, lan, openStore, visit } from './cases/house.ts'
import { keptAnswer } from './kept-answers.ts'
import { dropPack, packsOf, takePack } from './take-pack.ts'

const campaignId = '33333333-3333-4333-8333-333333333333'
const address = `/api/inspections/${inspectionId}/visit`
const session = { viewer: { ...lan, permissions: [] }, today: '2026-07-14', illustrative: false }

/** A server that answers these addresses with a status, and all others with 200. */
function server(statuses: Record<string, number> = {}, view = visit) {
  return (async (asked: string) => {
    const status = Object.entries(statuses).find(([end]) => asked.includes(end))?.[1] ?? 200
    if (status === 0) throw new TypeError('no network')
    const told = asked.endsWith('/visit') ? view : asked.endsWith('/session') ? session : { asked }
    return new Response(JSON.stringify(told), { status })
  }) as typeof fetch
}

const taking = (store: ReturnType<typeof openStore>['store'], fetch: typeof globalThis.fetch) => ({
  personId: lan.personId,
  inspectionId,
  campaignId,
  store,
  fetch,
  storage: { persisted: async () => true },
  now: () => new Date('2026-07-14T13:00:00Z'),
})

it('keeps every answer of a visit for one person, with its size and time, and tells how far it is', async () => {
  const { store } = openStore()
  const told: string[] = []
  const onProgress = (done: number, of: number) => void told.push(`${done}/${of}`)
  const { pack, warning } = await takePack({ ...taking(store, server()), onProgress })
  expect(warning).toBeNull()
  expect(pack).toMatchObject({ unitName: visit.unitName, takenAt: '2026-07-14T13:00:00.000Z', without: [] })
  expect(pack.bytes).toBeGreaterThan(500)
  expect([told[0], told.at(-1)]).toEqual(['0/9', '9/9'])
  expect(await keptAnswer(lan.personId, address, undefined, store)).toEqual(visit)
  expect(await keptAnswer(lan.personId, `/api/inspections/${inspectionId}/self-report`, undefined, store)).toBeDefined()
  expect(await keptAnswer(lan.personId, `${address}/pen`, undefined, store)).toBeDefined()
  const another = '44444444-4444-4444-8444-444444444444'
  expect(await keptAnswer(another, address, undefined, store)).toBeUndefined()
  expect(await packsOf(another, store)).toEqual([])
})

it('leaves out what this person may not read', async () => {
  const { store } = openStore()
  const { pack } = await takePack(
    taking(store, server({ [`${campaignId}/recommendations`]: 403, '/attachments': 404 })),
  )
  expect(pack.without).toHaveLength(2)
})

it('opens with the kept session for a fortnight, on the day that it then is', async () => {
  const { store } = openStore()
  await takePack(taking(store, server()))
  const at = (day: string) => keptAnswer(lan.personId, '/api/session', new Date(`${day}T02:00:00Z`), store)
  expect(await at('2026-07-15')).toMatchObject({ today: '2026-07-15', viewer: { fullName: lan.fullName } })
  expect(await at('2026-07-29')).toBeUndefined()
})

describe('a pack that cannot be taken', () => {
  it.each([
    ['nobody answers', { '/self-report': 0 }, /không kết nối được/],
    ['the server has a fault', { '/attachments': 500 }, /không kết nối được/],
    ['the visit may not be seen', { '/visit': 404 }, /không được xem/],
    ['the session is over', { '/visit': 401 }, /Đăng nhập lại/],
  ])('because %s says so and leaves the one before whole', async (_, statuses, sentence) => {
    const { store } = openStore()
    await takePack(taking(store, server()))
    const changed = { ...visit, unitName: 'Tên khác' }
    await expect(takePack(taking(store, server(statuses, changed)))).rejects.toThrow(sentence)
    expect(await keptAnswer(lan.personId, address, undefined, store)).toEqual(visit)
  })

  it('because the device is full says so and leaves the one before whole', async () => {
    const { store, full } = openStore()
    await takePack(taking(store, server()))
    full(true)
    await expect(takePack(taking(store, server({}, { ...visit, unitName: 'Tên khác' })))).rejects.toThrow(
      /hết chỗ trống/,
    )
    expect(await keptAnswer(lan.personId, address, undefined, store)).toEqual(visit)
    expect(await packsOf(lan.personId, store)).toMatchObject([{ unitName: visit.unitName }])
  })
})

it('warns where the browser may delete it by itself', async () => {
  const { store } = openStore()
  const { warning } = await takePack({ ...taking(store, server()), storage: { persist: async () => false } })
  expect(warning).toMatch(/có thể tự xóa/)
})

it('forgets everything of a person with the last pack, what was begun included', async () => {
  const { store } = openStore()
  await takePack(taking(store, server()))
  const place = { personId: lan.personId, inspectionId }
  await keepBegun(place, { text: 'Viết dở' }, store)
  expect(await readBegun(place, store)).toEqual({ text: 'Viết dở' })
  expect(await readBegun({ ...place, personId: 'another' }, store)).toBeUndefined()
  await dropPack(lan.personId, inspectionId, store)
  expect([await store.packs.count(), await store.answers.count()]).toEqual([0, 0])
  expect(await readBegun(place, store)).toBeUndefined()
})
