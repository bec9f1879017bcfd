import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Refusal } from './refusal.ts'
import { Clash, Saver } from './saver.ts'
import type { Unsent, UnsentPlace } from './unsent.ts'

interface Saved {
  text: string
  revision: number
  by: string
}

/** A server with one text a key, its revisions, and a switch for the network; answers after 100 ms. */
function house(initial: Record<string, Saved> = {}) {
  const held = new Map(Object.entries(initial))
  const drawer = new Map<string, Unsent<string>>()
  const arrived: string[] = []
  let network = true
  const unsent: UnsentPlace<string> = {
    keys: () => [...drawer.keys()],
    read: (key) => drawer.get(key) ?? null,
    keep: (key, value) => void drawer.set(key, value),
    drop: (key) => void drawer.delete(key),
  }
  const open = (writable = true) => {
    const saver = new Saver<string, Saved>({
      send: async (key, text, revision) => {
        await new Promise((resolve) => setTimeout(resolve, 100))
        if (!network) throw new Refusal(0, 'no-answer', 'Không kết nối được.')
        if (text === 'forbidden') throw new Refusal(422, 'wrong-kind-of-answer', 'Không ghi được.')
        const there = held.get(key)
        if ((there?.revision ?? 0) !== revision) throw new Clash(there)
        arrived.push(`${key}=${text}`)
        const saved = { text: text.trim(), revision: revision + 1, by: 'me' }
        held.set(key, saved)
        return saved
      },
      blank: '',
      valueOf: (saved) => saved.text,
      revisionOf: (saved) => saved.revision,
      same: (a, b) => a.trim() === b.trim(),
      isComplete: (_key, text) => text !== 'half',
      unsent,
    })
    saver.writable = writable
    for (const [key, saved] of held) saver.load(key, saved)
    return saver
  }
  const cut = () => {
    network = false
  }
  const mend = () => {
    network = true
  }
  return { held, drawer, arrived, open, cut, mend }
}

describe('Saver', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

  it('saves once, after a pause in the typing', async () => {
    const { open, arrived, drawer } = house()
    const saver = open()
    for (const text of ['a', 'ab', 'abc']) {
      saver.write('x', text)
      await pass(300)
    }
    expect(arrived).toEqual([])
    expect(drawer.get('x')?.value).toBe('abc')
    await pass(400)
    expect(arrived).toEqual(['x=abc'])
    expect(saver.slot('x')).toMatchObject({ value: 'abc', phase: 'still', savedHere: true })
    expect(drawer.size).toBe(0)
  })

  it('keeps the blank between two words that are typed apart', async () => {
    const { open, arrived } = house()
    const saver = open()
    saver.write('x', 'one')
    await pass(800)
    saver.write('x', 'one ')
    expect(saver.slot('x')).toMatchObject({ value: 'one ', phase: 'still' })
    saver.write('x', 'one t')
    await pass(800)
    expect(arrived).toEqual(['x=one', 'x=one t'])
  })

  it('sends the saves of one thing one after another, the last text last', async () => {
    const { open, arrived, held } = house()
    const saver = open()
    saver.write('x', 'one')
    saver.flush('x')
    await pass(50)
    saver.write('x', 'one two')
    saver.flush('x')
    saver.write('x', 'one two three')
    expect(saver.slot('x')).toMatchObject({ value: 'one two three', phase: 'saving' })
    await pass(1_000)
    expect(arrived).toEqual(['x=one', 'x=one two three'])
    expect(held.get('x')).toMatchObject({ text: 'one two three', revision: 2 })
  })

  it('waits for everything in flushAll, also for what was typed meanwhile', async () => {
    const { open, arrived } = house()
    const saver = open()
    saver.write('x', 'one')
    saver.write('y', 'two')
    const done = saver.flushAll()
    await pass(50)
    saver.write('x', 'one more', true)
    await pass(500)
    await done
    expect(arrived).toEqual(['x=one', 'y=two', 'x=one more'])
  })

  it('keeps typing through a cut network and sends when it is back', async () => {
    const { open, arrived, cut, mend, drawer } = house()
    const saver = open()
    cut()
    saver.write('x', 'one')
    saver.write('y', 'two')
    await pass(800)
    expect(saver.slot('x')).toMatchObject({ value: 'one', phase: 'failed', problem: 'Không kết nối được.' })
    expect(drawer.size).toBe(2)
    mend()
    await pass(5_000)
    expect(arrived.sort()).toEqual(['x=one', 'y=two'])
    expect(saver.slot('x').phase).toBe('still')
    expect(drawer.size).toBe(0)
  })

  it('does not send again by itself what the server refuses, but sends the next text', async () => {
    const { open, arrived } = house()
    const saver = open()
    saver.write('x', 'forbidden')
    await pass(60_000)
    expect(saver.slot('x')).toMatchObject({ phase: 'failed', problem: 'Không ghi được.', value: 'forbidden' })
    saver.write('x', 'allowed')
    await pass(800)
    expect(arrived).toEqual(['x=allowed'])
  })

  it('lets a value wait that is not complete, and sends it once it is', async () => {
    const { open, arrived, drawer } = house()
    const saver = open()
    saver.write('x', 'half', true)
    await pass(5_000)
    await saver.flushAll()
    expect([arrived.length, saver.slot('x').phase, drawer.size]).toEqual([0, 'waiting', 1])
    saver.write('x', 'half and the rest', true)
    await pass(200)
    expect(arrived).toEqual(['x=half and the rest'])
  })

  it('finds unsent text after a reload and sends it', async () => {
    const { open, arrived, cut, mend } = house({ x: { text: 'old', revision: 3, by: 'me' } })
    const before = open()
    cut()
    before.write('x', 'typed before the power went')
    mend()
    const after = open()
    expect(after.slot('x')).toMatchObject({ value: 'typed before the power went', phase: 'waiting' })
    expect(after.slot('x').restoredAt).toMatch(/^\d{4}-/)
    await pass(800)
    expect(arrived).toContain('x=typed before the power went')
  })

  it('shows both texts when another has saved, and overwrites nothing before the choice', async () => {
    const { open, held, arrived } = house({ x: { text: 'old', revision: 3, by: 'me' } })
    const saver = open()
    held.set('x', { text: 'theirs', revision: 4, by: 'Trần H.' })
    saver.write('x', 'mine')
    await pass(800)
    expect(saver.slot('x')).toMatchObject({ phase: 'clash', value: 'mine', theirs: { text: 'theirs', by: 'Trần H.' } })
    saver.write('x', 'mine, longer')
    await pass(5_000)
    expect(arrived).toEqual([])
    saver.resolve('x', { value: 'theirs and mine' })
    await pass(200)
    expect(held.get('x')).toMatchObject({ text: 'theirs and mine', revision: 5 })
    expect(saver.slot('x')).toMatchObject({ value: 'theirs and mine', phase: 'still', theirs: null })
  })

  it('takes the other text when it is kept, without a save', async () => {
    const { open, held, arrived, drawer } = house({ x: { text: 'old', revision: 3, by: 'me' } })
    const saver = open()
    held.set('x', { text: 'theirs', revision: 4, by: 'Trần H.' })
    saver.write('x', 'mine')
    await pass(800)
    saver.resolve('x', { keepTheirs: true })
    await pass(800)
    expect(saver.slot('x')).toMatchObject({ value: 'theirs', phase: 'still' })
    expect([arrived.length, drawer.size]).toEqual([0, 0])
    saver.write('x', 'theirs, and mine after it', true)
    await pass(200)
    expect(held.get('x')?.revision).toBe(5)
  })

  it('is no clash when both wrote the same', async () => {
    const { open, held } = house({ x: { text: 'old', revision: 3, by: 'me' } })
    const saver = open()
    held.set('x', { text: 'same', revision: 4, by: 'Trần H.' })
    saver.write('x', 'same ')
    await pass(800)
    expect(saver.slot('x').phase).toBe('still')
  })

  it('takes in what others saved, but not under the hands of the person', async () => {
    const { open } = house({ x: { text: 'old', revision: 3, by: 'me' }, y: { text: 'old', revision: 1, by: 'me' } })
    const saver = open()
    saver.write('x', 'mine')
    saver.load('x', { text: 'theirs', revision: 4, by: 'Trần H.' })
    saver.load('y', { text: 'theirs', revision: 2, by: 'Trần H.' })
    saver.load('y', { text: 'stale', revision: 1, by: 'me' })
    expect(saver.slot('x').value).toBe('mine')
    expect(saver.slot('y').value).toBe('theirs')
  })

  it('puts unsent writing aside when nothing may be sent any more, and takes it up when it may again', async () => {
    const { open, arrived, cut, mend } = house({ x: { text: 'old', revision: 3, by: 'me' } })
    const saver = open()
    cut()
    saver.write('x', 'too late')
    await pass(800)
    saver.writable = false
    expect(saver.slot('x')).toMatchObject({ value: 'old', stranded: 'too late', phase: 'still' })
    expect(open(false).slot('x')).toMatchObject({ value: 'old', stranded: 'too late' })
    mend()
    saver.write('x', 'ignored')
    saver.writable = true
    await pass(800)
    expect(arrived).toEqual(['x=too late'])
  })

  it('draws only who looks at the thing that changed, and gives the same object until it does', () => {
    const { open } = house({ x: { text: 'a', revision: 1, by: 'me' }, y: { text: 'b', revision: 1, by: 'me' } })
    const saver = open()
    const drawn: string[] = []
    const stop = saver.subscribe('x', () => drawn.push('x'))
    saver.subscribe('y', () => drawn.push('y'))
    const before = saver.slot('y')
    saver.write('x', 'aa')
    stop()
    saver.write('x', 'aaa')
    expect(drawn).toEqual(['x'])
    expect(saver.slot('y')).toBe(before)
  })

  it('sends what has waited for the network in one request, each with an outcome of its own', async () => {
    const batches: string[][] = []
    const held = new Map<string, Saved>([['c', { text: 'theirs', revision: 5, by: 'them' }]])
    let network = false
    const saver = new Saver<string, Saved>({
      send: async (key, text, revision) => {
        if (!network) throw new Refusal(0, 'no-answer', 'Không kết nối được.')
        return { text: `${key}:${text}`, revision: revision + 1, by: 'me' }
      },
      sendTogether: async (batch) => {
        if (!network) throw new Refusal(0, 'no-answer', 'Không kết nối được.')
        batches.push(batch.map(({ key }) => key))
        return batch.map(({ key, value, revision }) => {
          const there = held.get(key)
          if (there) return new Clash(there)
          if (value === 'forbidden') return new Refusal(422, 'wrong-kind-of-answer', 'Không ghi được.')
          return { text: value, revision: revision + 1, by: 'me' }
        })
      },
      blank: '',
      valueOf: (saved) => saved.text,
      revisionOf: (saved) => saved.revision,
      same: (a, b) => a === b,
      unsent: null,
    })
    for (const key of ['a', 'b', 'c', 'd', 'e']) saver.load(key, null)
    for (const key of ['a', 'b', 'c', 'd']) saver.write(key, key === 'd' ? 'forbidden' : `text ${key}`)
    await pass(2_000)
    expect(['a', 'b', 'c', 'd'].map((key) => saver.slot(key).phase)).toEqual(['failed', 'failed', 'failed', 'failed'])
    network = true
    const done = saver.flushAll()
    saver.write('a', 'text a and more')
    await done
    expect(batches).toEqual([['a', 'b', 'c', 'd']])
    expect(['a', 'b', 'c', 'd', 'e'].map((key) => saver.slot(key).phase)).toEqual([
      'waiting',
      'still',
      'clash',
      'failed',
      'still',
    ])
    expect(saver.slot('d').problem).toBe('Không ghi được.')
    await pass(2_000)
    expect(saver.slot('a')).toMatchObject({ phase: 'still', saved: { text: 'a:text a and more', revision: 2 } })
  })

  it('takes up what another page left, after its own, and lets the two meet', async () => {
    const left = [{ value: 'left by another page', revision: 1, at: '2026-07-01T01:00:00Z' }]
    const saver = new Saver<string, Saved>({
      send: async (_key, text, revision) => {
        if (revision !== 1) throw new Error('unexpected')
        if (text !== 'first') throw new Clash({ text: 'first', revision: 2, by: 'me' })
        return { text, revision: 2, by: 'me' }
      },
      blank: '',
      valueOf: (saved) => saved.text,
      revisionOf: (saved) => saved.revision,
      same: (a, b) => a === b,
      unsent: { keys: () => [], read: () => left[0] ?? null, keep: () => false, drop: () => void left.shift() },
    })
    saver.load('x', { text: 'old', revision: 1, by: 'me' })
    expect(saver.slot('x')).toMatchObject({ phase: 'waiting', value: 'left by another page' })
    left.unshift({ value: 'first', revision: 1, at: '2026-07-01T02:00:00Z' })
    saver.write('x', 'first')
    expect(saver.unkept).toBe(1)
    await pass(700)
    expect(saver.slot('x')).toMatchObject({ phase: 'waiting', value: 'left by another page' })
    await pass(700)
    expect(saver.slot('x')).toMatchObject({ phase: 'clash', theirs: { text: 'first' } })
    expect(saver.unkept).toBe(0)
  })
})
