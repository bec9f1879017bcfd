import type { CommandOutcome, StandingRecord } from '@cchc/domain/fieldwork/commands-contract.ts'
import type { Batch } from '@cchc/domain/fieldwork/outbox.ts'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { finding, inspectionId, lan, openStore, place, visit } from './cases/house.ts'
import { keepDecision, keepDeed, outboxOf, unsentOf } from './outbox-store.ts'
import { sendAll } from './send-outbox.ts'
import { loadUnsentFile, writeUnsentFile } from './unsent-file.ts'
import { withUnsent } from './with-unsent.ts'

const now = new Date('2026-07-15T02:00:00Z')
const findingDeed = (number: number, text: string) => ({
  kind: 'record-finding' as const,
  record: `finding:00000000-0000-4000-8000-00000000000${number}`,
  payload: finding(text),
})
const figureDeed = (verified: number, reason: string) => ({
  kind: 'verify-figure' as const,
  record: 'figure:c1.tong',
  payload: { verified, reason },
})
const noAnswer = new Refusal(0, 'no-answer', 'Không kết nối được với máy chủ.')

/** Takes every command once, by its id; `lost` loses so many answers after their work is done. */
function server({ lost = 0, stops = {} as Record<string, CommandOutcome['outcome']> } = {}) {
  const taken = new Map<string, string>()
  let toLose = lost
  let requests = 0
  const post = async (_: string, { commands }: Batch): Promise<CommandOutcome[]> => {
    requests += 1
    const outcomes = commands.map((command): CommandOutcome => {
      const { commandId, record, payload } = command
      const figure = { ...visit.figures[0]!, verified: 7, revision: 4 }
      if (stops[record] === 'clash')
        return { outcome: 'clash', commandId, theirs: { of: 'figure', figure }, sentence: 'Đã có người ghi.' }
      if (stops[record] === 'refused')
        return { outcome: 'refused', commandId, code: 'session-not-open', sentence: 'Buổi đã khóa.' }
      if (stops[record] === 'waiting') return { outcome: 'waiting', commandId, sentence: 'Chờ.' }
      taken.set(commandId, record)
      const standing = record.startsWith('figure')
        ? { of: 'figure', figure: { ...figure, ...(payload as object), revision: 1 } }
        : { of: 'finding', finding: null }
      return { outcome: 'done', commandId, revision: 1, record: standing as StandingRecord }
    })
    if (toLose > 0) {
      toLose -= 1
      throw noAnswer
    }
    return outcomes
  }
  return { post, taken, requests: () => requests }
}

async function threeKept() {
  const house = openStore()
  for (const [at, text] of ['Một', 'Hai', 'Ba'].entries())
    await keepDeed(place, findingDeed(at + 1, text), null, now, house.store)
  return house
}

it('counts what is unsent, and shows it on the visit at once', async () => {
  const { store } = await threeKept()
  await keepDeed(place, figureDeed(90, 'Trùng hồ sơ'), 0, now, store)
  expect(await unsentOf(lan.personId, store)).toMatchObject({ unsent: 4, stopped: 0, sentAt: null })
  const shown = withUnsent(visit, (await outboxOf(lan.personId, inspectionId, store))!, lan)
  expect(shown.findings.map(({ text, mine, revision }) => [text, mine, revision])).toEqual([
    ['Một', true, 1],
    ['Hai', true, 1],
    ['Ba', true, 1],
  ])
  expect(shown.figures[0]).toMatchObject({ verified: 90, difference: -10, verifiedBy: lan.fullName, revision: 1 })
})

it('sends everything once, though answers are lost on the way', async () => {
  const { store } = await threeKept()
  const { post, taken, requests } = server({ lost: 2 })
  expect(await sendAll(lan.personId, post, store)).toMatch(/Không kết nối/)
  expect(await sendAll(lan.personId, post, store)).toMatch(/Không kết nối/)
  expect((await unsentOf(lan.personId, store)).unsent).toBe(3)
  expect(await sendAll(lan.personId, post, store)).toBeNull()
  expect([taken.size, requests()]).toEqual([3, 3])
  const after = await unsentOf(lan.personId, store)
  expect([after.unsent, after.places]).toEqual([0, []])
  expect(after.sentAt).not.toBeNull()
})

it('writes what the server took into the kept visit in the same breath', async () => {
  const { store } = openStore()
  const address = `/api/inspections/${inspectionId}/visit`
  await store.answers.put({ personId: lan.personId, address, inspectionId, answer: visit })
  await keepDeed(place, figureDeed(90, 'Trùng hồ sơ'), 0, now, store)
  await sendAll(lan.personId, server().post, store)
  expect((await store.answers.get([lan.personId, address]))?.answer).toMatchObject({
    figures: [{ verified: 90, reason: 'Trùng hồ sơ', revision: 1 }],
  })
})

describe('what the server does not take', () => {
  it.each([
    ['clash', 1],
    ['refused', 1],
    ['waiting', 0],
  ] as const)('a %s stays here, and the others go', async (outcome, stopped) => {
    const { store } = await threeKept()
    await keepDeed(place, figureDeed(90, 'Trùng hồ sơ'), 0, now, store)
    const { post, taken } = server({ stops: { 'figure:c1.tong': outcome } })
    await sendAll(lan.personId, post, store)
    expect(taken.size).toBe(3)
    expect(await unsentOf(lan.personId, store)).toMatchObject({ unsent: 1, stopped })
  })

  it('a person decides about a clash, and theirs goes on top of the other', async () => {
    const { store } = openStore()
    const { commandId } = await keepDeed(place, figureDeed(90, 'Trùng hồ sơ'), 0, now, store)
    await sendAll(lan.personId, server({ stops: { 'figure:c1.tong': 'clash' } }).post, store)
    const { outbox } = await keepDecision(place, commandId, { choose: 'mine' }, now, store)
    expect(outbox.queue).toMatchObject([{ base: 4, payload: { verified: 90 } }])
    await sendAll(lan.personId, server().post, store)
    expect(await unsentOf(lan.personId, store)).toMatchObject({ unsent: 0, stopped: 0 })
  })
})

it('says when the device is full, and keeps what it had', async () => {
  const { store, full } = await threeKept()
  full(true)
  await expect(keepDeed(place, findingDeed(4, 'Bốn'), null, now, store)).rejects.toThrow(/hết chỗ trống/)
  expect((await unsentOf(lan.personId, store)).unsent).toBe(3)
  full(false)
  await keepDeed(place, findingDeed(4, 'Bốn'), null, now, store)
  expect((await unsentOf(lan.personId, store)).unsent).toBe(4)
})

describe('the file of what is unsent', () => {
  it('loaded twice on another device brings everything once, and the server takes it once from both', async () => {
    const { store } = await threeKept()
    const text = await writeUnsentFile(lan.personId, now, store)
    const other = openStore().store
    expect(await loadUnsentFile(lan.personId, text, other)).toBe(3)
    expect(await loadUnsentFile(lan.personId, text, other)).toBe(0)
    const { post, taken } = server()
    await sendAll(lan.personId, post, other)
    await sendAll(lan.personId, post, store)
    expect(taken.size).toBe(3)
    // Brought back to where it came from, after it was sent.
    expect(await loadUnsentFile(lan.personId, text, store)).toBe(0)
    expect((await unsentOf(lan.personId, store)).unsent).toBe(0)
  })

  it.each([
    ['nothing of the kind', 'abc'],
    ['other JSON', '{"format":"x"}'],
    ['cut off', '{"format":"cchc-unsent","visits":[{"unitName":"A","outbox":"{"}]}'],
  ])('%s is refused with a sentence', async (_, text) => {
    await expect(loadUnsentFile(lan.personId, text, openStore().store)).rejects.toThrow(/không phải tệp/)
  })

  it('of another person is refused, and nothing of it is taken', async () => {
    const { store } = await threeKept()
    const text = await writeUnsentFile(lan.personId, now, store)
    const other = openStore().store
    await expect(loadUnsentFile('55555555-5555-4555-8555-555555555555', text, other)).rejects.toThrow(/của người khác/)
    expect(await other.outboxes.count()).toBe(0)
  })
})
