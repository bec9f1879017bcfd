import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface SlowLineOptions {
  /** Where the server is. */
  readonly port: number
  /** Of each direction, shared by all connections. */
  readonly bytesPerSecond: number
  /** There and back, in milliseconds. */
  readonly latency: number
  /** The line is cut, with every connection on it, when so many bytes of files have gone to the server. */
  readonly cutAt?: readonly number[]
  /** Told just after each cut. */
  readonly onCut?: () => void
}

export interface SlowLine {
  readonly address: string
  /** Bytes of files that went to the server, by the upload that they belong to. */
  readonly fileBytes: ReadonlyMap<string, number>
  /** Bytes of files that had gone whole before: those that came after the device had its upload looked into. */
  readonly sentAgain: () => number
  /** All bytes in each direction, heads and answers included. */
  readonly total: { up: number; down: number }
  /** Bytes that the device put on the line and that a cut lost before they reached the server. */
  readonly lost: () => number
  readonly cuts: () => number
  close(): Promise<void>
}

/** Bytes pass in portions of this size, so that a cut falls into the middle of a file. */
const portion = 4 * 1024

/** A line of its own between a device and the server: so many bytes a second, so late, cut now and then, every byte counted. */
export async function openSlowLine({
  port,
  bytesPerSecond,
  latency,
  cutAt = [],
  onCut,
}: SlowLineOptions): Promise<SlowLine> {
  const pairs = new Set<readonly [Socket, Socket]>()
  const fileBytes = new Map<string, number>()
  const total = { up: 0, down: 0 }
  let cuts = 0
  let ofFiles = 0
  const whole = new Set<string>()
  let sentAgain = 0
  let lost = 0
  const cut = () => {
    cuts += 1
    for (const sockets of pairs) for (const socket of sockets) socket.destroy()
    onCut?.()
  }
  const count = (uploadId: string, bytes: number) => {
    fileBytes.set(uploadId, (fileBytes.get(uploadId) ?? 0) + bytes)
    if (whole.has(uploadId)) sentAgain += bytes
    ofFiles += bytes
    if (ofFiles >= (cutAt[cuts] ?? Number.POSITIVE_INFINITY)) cut()
  }
  const up = lane(bytesPerSecond, latency / 2)
  const down = lane(bytesPerSecond, latency / 2)
  const server = createServer((device) => {
    const there = connect(port, '127.0.0.1')
    const pair = [device, there] as const
    pairs.add(pair)
    const seen = fileCounter(count, (uploadId) => whole.add(uploadId))
    const toServer = (bytes: Buffer) => {
      total.up += bytes.length
      seen(bytes)
    }
    const toDevice = (bytes: Buffer) => {
      total.down += bytes.length
    }
    const drop = (bytes: number) => {
      lost += bytes
    }
    carry({ from: device, to: there, take: up, passed: toServer, dropped: drop })
    carry({ from: there, to: device, take: down, passed: toDevice, dropped: () => undefined })
    for (const socket of pair) {
      socket.on('error', () => undefined)
      socket.on('close', () => {
        // What the other end is still to get is on its way.
        const arrives = Math.max(up(0).arrives, down(0).arrives)
        setTimeout(() => {
          pairs.delete(pair)
          for (const other of pair) other.destroy()
        }, arrives + 50)
      })
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fileBytes,
    sentAgain: () => sentAgain,
    total,
    lost: () => lost,
    cuts: () => cuts,
    async close() {
      for (const sockets of pairs) for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** One direction: when so many bytes will have come through, after all that was put on it before. */
function lane(bytesPerSecond: number, delay: number) {
  let free = 0
  return (bytes: number) => {
    const now = performance.now()
    free = Math.max(free, now) + (bytes / bytesPerSecond) * 1000
    return { through: free - now, arrives: free - now + delay }
  }
}

interface Way {
  readonly from: Socket
  readonly to: Socket
  readonly take: ReturnType<typeof lane>
  readonly passed: (bytes: Buffer) => void
  readonly dropped: (bytes: number) => void
}

function carry({ from, to, take, passed, dropped }: Way): void {
  // One after the other, whatever timers do.
  const onTheWay: Buffer[] = []
  const arrive = () => {
    const part = onTheWay.shift()!
    if (to.destroyed) return dropped(part.length)
    to.write(part)
    passed(part)
  }
  // No more is read than the line takes, so that a sender feels how slow it is.
  from.on('data', async (bytes: Buffer) => {
    from.pause()
    for (let at = 0; at < bytes.length; at += portion) {
      if (to.destroyed) return dropped(bytes.length - at)
      const part = bytes.subarray(at, at + portion)
      const { through, arrives } = take(part.length)
      onTheWay.push(part)
      setTimeout(arrive, arrives)
      await new Promise((go) => setTimeout(go, through))
    }
    from.resume()
  })
  from.on('end', () => setTimeout(() => to.end(), take(0).arrives + 20))
}

/** Reads the requests of one connection as they pass, and tells how much of which upload's file went by, and which is whole. */
function fileCounter(
  count: (uploadId: string, bytes: number) => void,
  finish: (uploadId: string) => void,
): (bytes: Buffer) => void {
  let head = ''
  let left = 0
  let uploadId: string | null = null
  return (bytes) => {
    let rest = bytes
    while (rest.length > 0) {
      if (left > 0) {
        const here = Math.min(left, rest.length)
        left -= here
        rest = rest.subarray(here)
        if (uploadId) count(uploadId, here)
        continue
      }
      head += rest.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      const after = head.length - end - 4
      rest = rest.subarray(rest.length - after)
      uploadId = /^PATCH \/api\/uploads\/(\S+) /.exec(head)?.[1] ?? null
      const finished = /^POST \/api\/uploads\/([^/\s]+)\/finish /.exec(head)?.[1]
      if (finished) finish(finished)
      left = Number(/^content-length: (\d+)/im.exec(head.slice(0, end))?.[1] ?? 0)
      head = ''
    }
  }
}
