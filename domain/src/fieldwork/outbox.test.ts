import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ModelVisit } from './cases/model-visit.ts'
import { type CommandOutcome, type Deed, revisionOf, type SentCommand } from './commands-contract.ts'
import {
  add,
  chainFrom,
  filesFirst,
  filesNeeded,
  lastOf,
  newOutbox,
  nextBatch,
  type Outbox,
  removeFromSite,
  type Stop,
  takeIn,
} from './outbox.ts'
import { decide } from './outbox-decision.ts'
import { load, readOutbox, writeOutbox } from './outbox-file.ts'

const idOf = (nth: number) => `00000000-0000-4000-8000-${nth.toString(16).padStart(12, '0')}`
const inspectionId = idOf(0xfff0)
const madeAt = '2026-07-15T02:00:00Z'
const finding = (text: string) => ({
  fieldKey: 'steering',
  kind: 'shortcoming' as const,
  text,
  cause: '',
  responsible: '',
  registrationId: null,
})
const figure = (verified: number): Deed => ({
  kind: 'verify-figure',
  record: 'figure:a.b',
  payload: { verified, reason: '' },
})

interface Device {
  readonly personId: string
  outbox: Outbox
  /** What its screen shows: record → revision, and whose writing that was. */
  readonly view: Map<string, { revision: number; by: string | null }>
  /** Every command it ever made. */
  readonly made: Set<string>
  /** Files that lie on it, and those that it knows to have come. */
  readonly holds: Set<string>
  readonly up: Set<string>
}
interface Reply {
  readonly device: Device
  readonly outcomes: CommandOutcome[]
}
interface Request {
  readonly device: Device
  readonly deviceId: string
  readonly commands: readonly SentCommand[]
}

/** Two devices of one person and one of another's, a server, and a network that loses, doubles and reorders. */
class World {
  readonly server = new ModelVisit()
  readonly devices: Device[] = [1, 1, 2].map((person, nth) => ({
    personId: idOf(0xaa00 + person),
    outbox: newOutbox({ inspectionId, personId: idOf(0xaa00 + person), deviceId: idOf(0xdd00 + nth) }),
    view: new Map(),
    made: new Set(),
    holds: new Set(),
    up: new Set(),
  }))
  requests: Request[] = []
  replies: Reply[] = []
  findings: string[] = []
  photos: string[] = []
  /** By command: the file that it brings. */
  readonly needed = new Map<string, string>()
  /** Photos whose removal the server has confirmed. */
  get removed(): string[] {
    const done = ({ commandId }: { commandId: string }) => this.server.answers.get(commandId)?.outcome === 'done'
    return this.server.effects
      .filter((one) => done(one) && this.removals.has(one.commandId))
      .map(({ record }) => record)
  }
  readonly removals = new Set<string>()
  /** How often a file came whole. */
  readonly fileCame = new Map<string, number>()
  /** By command: whose writing its maker had seen of the record. */
  readonly saw = new Map<string, string | null>()
  private count = 0

  next = () => idOf(++this.count)

  write(device: Device, what: number): void {
    const deed = this.deedOf(what)
    if (!deed) return
    const commandId = this.next()
    const seen = device.view.get(deed.record)
    const needs = deed.kind === 'keep-site-record' && deed.payload.topic === 'photo' ? [deed.payload.sha256] : []
    for (const hash of needs) {
      device.holds.add(hash)
      this.needed.set(commandId, hash)
    }
    device.outbox = add(device.outbox, deed, { commandId, madeAt, base: seen?.revision ?? null, needs })
    device.made.add(commandId)
    this.saw.set(commandId, seen?.by ?? null)
  }

  private deedOf(what: number): Deed | null {
    const text = `x${this.count % 5}`
    const pick = this.findings[what % Math.max(this.findings.length, 1)]
    const photo = this.photos[what % Math.max(this.photos.length, 1)]
    switch (what % 9) {
      case 0:
        return figure(this.count % 3)
      case 1:
        return {
          kind: 'save-minutes',
          record: 'minutes',
          payload: { chair: text, secretary: '', exchange: '', unitOpinion: '' },
        }
      case 2: {
        const record = `finding:${this.next()}`
        this.findings.push(record)
        return { kind: 'record-finding', record, payload: finding(text) }
      }
      case 3:
      case 4:
        return pick ? { kind: 'edit-finding', record: pick, payload: finding(text) } : null
      case 5:
        return pick ? { kind: 'remove-finding', record: pick, payload: {} } : null
      case 7: {
        const record = `site:${this.next()}`
        this.photos.push(record)
        const sha256 = (this.count % 7).toString(16).repeat(64)
        const about = { findingId: null, size: 1, takenAt: madeAt, caption: text, spot: null }
        return { kind: 'keep-site-record', record, payload: { topic: 'photo', sha256, ...about } }
      }
      case 8: {
        const payload = { topic: 'note' as const, text, takenAt: madeAt }
        return photo ? { kind: 'keep-site-record', record: photo, payload } : null
      }
      default:
        return { kind: 'start-session', record: 'session', payload: { startedAt: null } }
    }
  }

  look(device: Device): void {
    for (const [record, { revision, by }] of this.server.records) device.view.set(record, { revision, by })
  }

  send(device: Device, waiting: ReadonlySet<string> = new Set()): boolean {
    const batch = nextBatch(device.outbox, device.up, waiting)
    if (batch) this.requests.push({ device, ...batch })
    return batch !== null
  }

  /** Takes back or removes a photo, before or after it went. */
  removePhoto(device: Device, what: number): void {
    const record = this.photos[what % Math.max(this.photos.length, 1)]
    if (!record) return
    const commandId = this.next()
    const before = device.outbox
    device.outbox = removeFromSite(before, record.slice('site:'.length), { commandId, madeAt })
    if (device.outbox === before) return
    device.made.add(commandId)
    this.saw.set(commandId, null)
    this.removals.add(commandId)
  }

  /** Sends the next file, unless the server has it by its hash; `lost` loses its bytes on the way, or the last answer. */
  sendFile(device: Device, lost: 'bytes' | 'answer' | null): boolean {
    const gone = filesNeeded(device.outbox).filter((hash) => !device.holds.has(hash))
    const [hash] = filesFirst(device.outbox, new Set([...device.up, ...gone]))
    if (!hash) return false
    const isThere = this.server.files.has(hash)
    if (!isThere && lost === 'bytes') return true
    if (!isThere) this.fileCame.set(hash, (this.fileCame.get(hash) ?? 0) + 1)
    this.server.files.add(hash)
    if (lost === null || isThere) device.up.add(hash)
    return true
  }

  deliver(nth: number, keep: boolean): void {
    const request = take(this.requests, nth, keep)
    if (!request) return
    const { device, deviceId, commands } = request
    this.replies.push({ device, outcomes: this.server.receive(device.personId, deviceId, commands) })
  }

  hear(nth: number, keep: boolean): void {
    const reply = take(this.replies, nth, keep)
    if (reply) reply.device.outbox = takeIn(reply.device.outbox, reply.outcomes)
  }

  decide(device: Device, choice: number): void {
    const stopped = Object.keys(device.outbox.stops)
    const commandId = stopped[choice % Math.max(stopped.length, 1)]
    if (!commandId) return
    const made = { commandId: this.next(), madeAt, findingId: this.next() }
    const choose = (['mine', 'theirs', 'copy'] as const)[choice % 3]!
    const before = device.outbox.lastOrder
    const first = chainFrom(device.outbox, commandId)[0]!
    const stop = device.outbox.stops[commandId]!
    if (stop.outcome === 'clash') this.showTheirs(device, first.record, stop)
    device.outbox = decide(device.outbox, commandId, { choose }, made)
    if (device.outbox.lastOrder === before) return
    device.made.add(made.commandId)
    this.saw.set(
      made.commandId,
      stop.outcome === 'clash' ? this.server.shown.get(commandId)! : this.saw.get(first.commandId)!,
    )
    const { record } = device.outbox.queue.at(-1)!
    if (record.endsWith(made.findingId)) this.findings.push(record)
  }

  /** Whoever decides about a clash has theirs on screen, and goes on from it. */
  private showTheirs(device: Device, record: string, stop: Extract<Stop, { outcome: 'clash' }>): void {
    const revision = revisionOf(stop.theirs)
    if (revision === null || revision < (device.view.get(record)?.revision ?? 0)) return
    device.view.set(record, { revision, by: this.server.shown.get(stop.commandId)! })
  }

  /** Carries the outbox of one device to another as a file, whoever it belongs to. */
  carry(from: Device, to: Device): void {
    const file = readOutbox(writeOutbox(from.outbox))!
    const { outbox, problem } = load(to.outbox, file)
    expect(problem).toBe(from.personId === to.personId ? null : 'other-person')
    expect(load(outbox, file)).toMatchObject({ outbox, added: 0 })
    to.outbox = outbox
    // Its photos are in the file too.
    if (!problem) for (const hash of filesNeeded(file)) if (from.holds.has(hash)) to.holds.add(hash)
  }

  movePen(to: number): void {
    this.server.penHolder = [null, ...this.devices.map(({ personId }) => personId)][to % 4]!
  }

  /** A line at last: everything that can be sent is, and nothing is lost any more. */
  drain(): void {
    while (this.requests.length > 0) this.deliver(0, false)
    while (this.replies.length > 0) this.hear(0, false)
    for (let round = 0; round < 3; round++) {
      for (const device of this.devices) {
        while (this.sendFile(device, null));
        const waiting = new Set<string>()
        while (this.send(device, waiting)) {
          this.deliver(0, false)
          for (const { outcome, commandId } of this.replies[0]!.outcomes)
            if (outcome === 'waiting') waiting.add(commandId)
          this.hear(0, false)
        }
      }
    }
  }

  check(): void {
    const { effects, answers, session } = this.server
    expect(new Set(effects.map(({ commandId }) => commandId)).size).toBe(effects.length)
    for (const { made, outbox } of this.devices) {
      const held = new Set(Object.keys(outbox.stops).flatMap((id) => chainFrom(outbox, id).map((one) => one.commandId)))
      const queued = new Set(outbox.queue.map(({ commandId }) => commandId))
      const aside = new Set(outbox.aside.map(({ command }) => command.commandId))
      // What was taken back, and what builds on it, may have come all the same by another device of the person.
      const takenBack = new Set<string>()
      for (const { command, why } of outbox.aside)
        if (why === 'taken-back' || takenBack.has(command.after ?? '')) takenBack.add(command.commandId)
      for (const id of made) {
        // Its removal follows it.
        const isDone = answers.get(id)?.outcome === 'done' && !takenBack.has(id)
        // There, or visibly stopped, or kept aside: one of them, never two, never none.
        expect([isDone, queued.has(id), aside.has(id)].filter(Boolean)).toHaveLength(1)
        expect(outbox.settled.includes(id)).toBe(isDone)
      }
      if (session === 'open') expect([...queued].filter((id) => !held.has(id))).toEqual([])
      for (const id of aside) if (!takenBack.has(id)) expect(answers.get(id)?.outcome).not.toBe('done')
    }
    // No file came twice, and no photo stands without its own.
    for (const [hash, times] of this.fileCame) expect([hash, times]).toEqual([hash, 1])
    for (const { commandId, record } of effects) {
      const file = this.needed.get(commandId)
      if (file) expect([record, this.server.files.has(file)]).toEqual([record, true])
    }
    for (const record of this.removed)
      if (session === 'open') expect([record, this.server.kept(record).isGone]).toEqual([record, true])
    const last = new Map<string, number>()
    for (const { commandId, deviceId, order, record, over } of effects) {
      // In the order of the device, record by record.
      expect(order).toBeGreaterThan(last.get(`${deviceId} ${record}`) ?? 0)
      last.set(`${deviceId} ${record}`, order)
      // Over nobody's writing that its maker had not seen, or made the very same.
      const { personId } = this.devices.find(({ made }) => made.has(commandId))!
      const own = this.devices.filter((device) => device.personId === personId).flatMap(({ made }) => [...made])
      const same = own.filter((id) => answers.get(id)?.outcome === 'done').map((id) => this.server.shown.get(id))
      expect(over === null || over === this.saw.get(commandId) || same.includes(over)).toBe(true)
    }
    for (const { commandId } of effects) expect(answers.get(commandId)?.outcome).toBe('done')
  }
}

function take<T>(from: T[], nth: number, keep: boolean): T | undefined {
  const at = nth % Math.max(from.length, 1)
  return keep ? from[at] : from.splice(at, 1)[0]
}

const acts = [
  'write',
  'write',
  'write',
  'look',
  'send',
  'send',
  'deliver',
  'deliver',
  'double',
  'lose',
  'hear',
  'hear',
] as const
const rare = [
  'file',
  'file',
  'lose-file',
  'lose-file-answer',
  'remove-photo',
  'hear-double',
  'lose-reply',
  'decide',
  'decide',
  'carry',
  'reopen',
  'pen',
  'start',
  'close',
] as const
const step = fc.tuple(fc.constantFrom(...acts, ...rare), fc.nat(2), fc.nat(40))

function perform(world: World, [act, who, n]: [(typeof acts | typeof rare)[number], number, number]): void {
  const device = world.devices[who]!
  if (act === 'write') world.write(device, n)
  else if (act === 'look') world.look(device)
  else if (act === 'send') world.send(device)
  else if (act === 'deliver' || act === 'double') world.deliver(n, act === 'double')
  else if (act === 'lose') take(world.requests, n, false)
  else if (act === 'hear' || act === 'hear-double') world.hear(n, act === 'hear-double')
  else if (act === 'lose-reply') take(world.replies, n, false)
  else if (act === 'file') world.sendFile(device, null)
  else if (act === 'lose-file') world.sendFile(device, 'bytes')
  else if (act === 'lose-file-answer') world.sendFile(device, 'answer')
  else if (act === 'remove-photo') world.removePhoto(device, n)
  else if (act === 'decide') world.decide(device, n)
  else if (act === 'carry') world.carry(device, world.devices[n % 3]!)
  else if (act === 'reopen') device.outbox = readOutbox(writeOutbox(device.outbox))!
  else if (act === 'pen') world.movePen(n)
  else if (act === 'start' && world.server.session === 'not-started') world.server.session = 'open'
  else if (act === 'close' && world.server.session === 'open' && n === 0) world.server.session = 'closed'
}

test('whatever the network does, every command is there once or visibly stopped, in order, over nothing unseen', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const world = new World()
      for (const one of steps) perform(world, one)
      world.drain()
      world.check()
    }),
    // The same runs every time; for others change the seed, for rarer things the number.
    { numRuns: 10_000, seed: 20_260_715 },
  )
}, 300_000)

test('what waited behind a refusal, and was decided about, is not done by a request that comes late', () => {
  const world = new World()
  const device = world.devices[0]!
  world.server.session = 'open'
  world.movePen(3)
  for (const what of [1, 1]) world.write(device, what)
  world.send(device)
  world.deliver(0, true)
  world.hear(0, false)
  expect(Object.keys(device.outbox.stops)).toEqual([device.outbox.queue[0]!.commandId])
  world.decide(device, 1)
  world.movePen(0)
  world.drain()
  world.check()
  expect(world.server.effects).toEqual([])
  expect(device.outbox).toMatchObject({ queue: [], aside: [{ why: 'theirs' }, { why: 'theirs' }] })
})

test('a photo taken back here stays taken back when the other device has sent it, and its removal follows', () => {
  const world = new World()
  const [other, device] = world.devices as [Device, Device]
  world.write(device, 16)
  world.carry(device, other)
  world.sendFile(other, null)
  world.send(other)
  world.server.session = 'open'
  world.deliver(0, false)
  world.hear(0, false)
  world.removePhoto(device, 0)
  world.carry(other, device)
  world.drain()
  world.check()
  expect(world.server.kept(world.photos[0]!).isGone).toBe(true)
})

test('what another device had on screen is not written over from here unseen', () => {
  const world = new World()
  const [device, other, stranger] = world.devices as [Device, Device, Device]
  world.server.session = 'open'
  for (const writer of [stranger, device]) {
    world.write(writer, 1)
    world.send(writer)
    world.deliver(0, false)
    world.hear(0, false)
  }
  world.decide(device, 1)
  world.carry(device, other)
  world.write(other, 1)
  world.drain()
  world.check()
  expect(Object.values(other.outbox.stops)).toMatchObject([{ outcome: 'clash' }])
})

test('what was removed here does not come back with the outbox of the device that recorded it', () => {
  const world = new World()
  const [device, other] = world.devices as [Device, Device]
  world.write(device, 16)
  world.removePhoto(other, 0)
  world.carry(device, other)
  expect(lastOf(other.outbox, world.photos[0]!)?.kind).toBe('remove-site-record')
  world.server.session = 'open'
  world.drain()
  world.check()
  expect(world.server.kept(world.photos[0]!).isGone).toBe(true)
})

test('what builds on a command that another device put aside goes on from what took its place', () => {
  const world = new World()
  const [device, other] = world.devices as [Device, Device]
  world.server.session = 'open'
  world.movePen(3)
  world.write(device, 1)
  world.send(device)
  world.carry(device, other)
  world.write(other, 1)
  world.deliver(0, false)
  world.hear(0, false)
  world.decide(device, 0)
  world.carry(other, device)
  world.decide(device, 0)
  const [mine, built] = device.outbox.queue
  expect(built!.after).toBe(mine!.commandId)
  world.movePen(0)
  world.drain()
  world.check()
  expect(world.server.effects.map(({ commandId }) => commandId)).toEqual([mine!.commandId, built!.commandId])
})

describe('the outbox', () => {
  const ids = { inspectionId, personId: idOf(0xaa), deviceId: idOf(0xdd) }
  const made = (nth: number, needs: string[] = []) => ({ commandId: idOf(nth), madeAt, base: null, needs })
  const two = add(add(newOutbox(ids), figure(1), made(1)), figure(2), made(2))

  test('numbers what it is given, builds later on earlier, and takes nothing twice', () => {
    expect(two.queue.map(({ order, base, after }) => [order, base, after])).toEqual([
      [1, null, null],
      [2, null, idOf(1)],
    ])
    expect(add(two, figure(3), made(2))).toBe(two)
  })

  test('names the files to send first, and holds back what needs them and what builds on it, and nothing else', () => {
    const [one, other] = ['a'.repeat(64), 'b'.repeat(64)]
    const record = `finding:${idOf(9)}`
    const first = add(newOutbox(ids), { kind: 'record-finding', record, payload: finding('x') }, made(1, [one, other]))
    const outbox = add(add(first, { kind: 'edit-finding', record, payload: finding('y') }, made(2)), figure(1), made(3))
    const idsOf = (up: string[]) => nextBatch(outbox, new Set(up))?.commands.map(({ commandId }) => commandId)
    expect(filesFirst(outbox)).toEqual([one, other])
    expect(filesFirst(outbox, new Set([one]))).toEqual([other])
    expect(idsOf([one])).toEqual([idOf(3)])
    expect(idsOf([one, other])).toEqual([idOf(1), idOf(2), idOf(3)])
  })

  test('sends at most 200 at once', () => {
    const many = Array.from({ length: 230 }, (_, nth) => nth + 1).reduce(
      (box, nth) => add(box, figure(nth), made(nth)),
      newOutbox(ids),
    )
    expect(nextBatch(many)?.commands).toHaveLength(200)
  })

  test('a text that is no outbox is not read', () => {
    expect([readOutbox('x'), readOutbox('{}'), readOutbox(writeOutbox(two))]).toEqual([null, null, two])
  })
})
