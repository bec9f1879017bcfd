import { describe, expect, test } from 'vitest'
import type { Unsent, UnsentPlace } from '../platform/unsent.ts'
import { type Draft, DraftDesk, sameText } from './draft-desk.ts'

/** A server with one draft: refuses stale revisions, trims texts, drops empty ones. */
class Server {
  draft: Draft = { revision: 3, parts: { overview: 'Mở đầu', causes: 'Nguyên nhân' } }
  saves = 0

  save(draft: Draft): Draft {
    this.saves += 1
    if (draft.revision !== this.draft.revision) throw new Stale(this.draft)
    const parts = Object.entries(draft.parts).map(([key, text]) => [key, text.trim()])
    this.draft = { revision: draft.revision + 1, parts: Object.fromEntries(parts.filter(([, text]) => text !== '')) }
    return this.draft
  }

  /** Somebody else saves one part. */
  rival(key: string, text: string): void {
    this.draft = { revision: this.draft.revision + 1, parts: { ...this.draft.parts, [key]: text } }
  }
}

class Stale extends Error {
  readonly theirs: Draft

  constructor(theirs: Draft) {
    super('stale')
    this.theirs = theirs
  }
}

/** A drawer that lives as long as the test. */
function drawer(): UnsentPlace<string> & { kept: Map<string, Unsent<string>> } {
  const kept = new Map<string, Unsent<string>>()
  return {
    kept,
    keys: () => [...kept.keys()],
    read: (key) => kept.get(key) ?? null,
    keep: (key, unsent) => void kept.set(key, unsent),
    drop: (key) => void kept.delete(key),
  }
}

function open(server: Server, unsent: UnsentPlace<string> | null = null): DraftDesk {
  return new DraftDesk(server.draft, true, {
    save: async (draft) => server.save(draft),
    clashOf: (error) => (error instanceof Stale ? error.theirs : undefined),
    unsent,
  })
}

describe('a draft saved part by part', () => {
  test('keeps the other parts as they are', async () => {
    const server = new Server()
    const desk = open(server)
    desk.saver.write('causes', 'Nguyên nhân mới')
    expect(await desk.saveAll()).toBe(0)
    expect(server.draft).toEqual({ revision: 4, parts: { overview: 'Mở đầu', causes: 'Nguyên nhân mới' } })
  })

  test('saves several parts one after another under one revision', async () => {
    const server = new Server()
    const desk = open(server)
    desk.saver.write('overview', 'A')
    desk.saver.write('causes', 'B')
    desk.saver.write('results.steering', 'C')
    expect(await desk.saveAll()).toBe(0)
    expect(server.draft).toEqual({ revision: 6, parts: { overview: 'A', causes: 'B', 'results.steering': 'C' } })
    expect(server.saves).toBe(3)
  })

  test('takes in what another wrote in another part', async () => {
    const server = new Server()
    const desk = open(server)
    server.rival('overview', 'Người khác viết')
    desk.saver.write('causes', 'Của tôi')
    expect(await desk.saveAll()).toBe(0)
    expect(server.draft.parts).toEqual({ overview: 'Người khác viết', causes: 'Của tôi' })
    expect(desk.saver.slot('overview').value).toBe('Người khác viết')
  })

  test('shows both texts when another wrote in the same part, and overwrites neither', async () => {
    const server = new Server()
    const desk = open(server)
    server.rival('causes', 'Của người khác')
    desk.saver.write('causes', 'Của tôi')
    expect(await desk.saveAll()).toBe(1)
    const slot = desk.saver.slot('causes')
    expect([slot.phase, slot.value, slot.theirs?.text]).toEqual(['clash', 'Của tôi', 'Của người khác'])
    expect(server.draft.parts.causes).toBe('Của người khác')
    desk.saver.resolve('causes', { value: 'Gộp' })
    expect(await desk.saveAll()).toBe(0)
    expect(server.draft.parts.causes).toBe('Gộp')
  })

  test('finds a clash in a part that waited while another part brought the news', async () => {
    const server = new Server()
    const desk = open(server)
    desk.saver.write('causes', 'Của tôi')
    server.rival('causes', 'Của người khác')
    desk.saver.write('overview', 'Mở đầu mới', true)
    await desk.saveAll()
    expect(server.draft.parts).toEqual({ overview: 'Mở đầu mới', causes: 'Của người khác' })
    expect(desk.saver.slot('causes').phase).toBe('clash')
  })

  test('the same text from two people is no clash', async () => {
    const server = new Server()
    const desk = open(server)
    server.rival('causes', 'Như nhau')
    desk.saver.write('causes', 'Như nhau ')
    expect(await desk.saveAll()).toBe(0)
  })

  test('news from the server reach what is not being written and leave the rest', () => {
    const server = new Server()
    const desk = open(server)
    desk.saver.write('causes', 'Đang viết')
    server.rival('overview', 'Mới')
    server.rival('causes', 'Khác')
    desk.absorb(server.draft, true)
    expect(desk.saver.slot('overview').value).toBe('Mới')
    expect(desk.saver.slot('causes').value).toBe('Đang viết')
  })

  test('an answer that is older than what is known changes nothing', async () => {
    const server = new Server()
    const desk = open(server)
    const old = server.draft
    desk.saver.write('causes', 'Mới hơn')
    await desk.saveAll()
    desk.absorb(old, true)
    expect(desk.saver.slot('causes').value).toBe('Mới hơn')
  })
})

describe('what was not sent before the page was left', () => {
  test('is sent when it is opened again and nobody wrote meanwhile', async () => {
    const server = new Server()
    const place = drawer()
    open(server, place).saver.write('shortcomings.steering', 'Viết dở')
    const again = open(server, place)
    expect(again.saver.slot('shortcomings.steering').value).toBe('Viết dở')
    expect(await again.saveAll()).toBe(0)
    expect(server.draft.parts['shortcomings.steering']).toBe('Viết dở')
    expect(place.kept.size).toBe(0)
  })

  test('is a clash when the draft went on meanwhile, since nobody can say what it started from', async () => {
    const server = new Server()
    const place = drawer()
    open(server, place).saver.write('causes', 'Viết dở')
    server.rival('causes', 'Của người khác')
    const again = open(server, place)
    expect(await again.saveAll()).toBe(1)
    expect(again.saver.slot('causes').phase).toBe('clash')
    expect(server.draft.parts.causes).toBe('Của người khác')
  })

  test('is put aside where the draft may no longer be written', () => {
    const server = new Server()
    const place = drawer()
    open(server, place).saver.write('causes', 'Viết dở')
    const closed = new DraftDesk(server.draft, false, {
      save: async (draft) => server.save(draft),
      clashOf: () => undefined,
      unsent: place,
    })
    const slot = closed.saver.slot('causes')
    expect([slot.value, slot.stranded]).toEqual(['Nguyên nhân', 'Viết dở'])
  })
})

test.each([
  ['Hòa', 'Ho\u0300a', true],
  [' a ', 'a', true],
  ['a b', 'a  b', false],
  ['', ' ', true],
])('%j and %j say the same: %s', (a, b, same) => {
  expect(sameText(a, b)).toBe(same)
})
