import { holds, type Viewer } from '@cchc/domain/access/permissions.ts'
import type { AnyEndpoint, Input, Reply } from '@cchc/domain/endpoint.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Context, withContext } from './context.ts'
import { type Edge, headersOf, parseInput } from './serve.ts'

/** A stream in two parts, so that nothing is told before it is known that the viewer may hear it. */
export interface Stream<E extends AnyEndpoint, Place> {
  /** The row-level check, in a reading transaction; it refuses as an act does. It is asked again and again while the stream is open. */
  look(context: Context, input: Input<E>): Promise<Place>
  /** Begins to tell, what stands now first; gives the way to stop. */
  join(place: Place, telling: Telling<E>): () => void
}

export interface Telling<E extends AnyEndpoint> {
  readonly viewer: Viewer
  readonly input: Input<E>
  tell(event: Reply<E>): void
}

/** How often a stream's reader is asked again who they are and whether they may still read; their rights' change is heard at once. */
const askAgainEveryMs = 15_000
/** Proxies drop a connection on which nothing comes. */
const heartbeatEveryMs = 20_000
/** Streams that one person may have open in one process; the oldest gives way to the next. */
const mostOfOnePerson = 8
const mostOfAll = 2_000
/** A reader that takes nothing in any more is left, lest the process fill up with what it does not read. */
const mostUnreadBytes = 1_000_000

interface Open {
  readonly personId: string
  askAgain(): Promise<void>
  end(why: string): void
}

const openOf = new WeakMap<Edge, Set<Open>>()

/** The streams of one edge; a change of somebody's rights asks theirs again, and all end when the server stops. */
function streamsOf(edge: Edge): Set<Open> {
  const known = openOf.get(edge)
  if (known) return known
  const open = new Set<Open>()
  openOf.set(edge, open)
  const stopHearing = edge.news.hear((news) => {
    for (const stream of [...open])
      if (news.of === 'missed' || (news.of === 'person' && news.personId === stream.personId)) void stream.askAgain()
  })
  edge.app.addHook('preClose', async () => {
    stopHearing()
    for (const stream of [...open]) stream.end('stopping')
  })
  return open
}

/**
 * Serves one entry as server-sent events: session → access → parse → row-level check → events, until the reader leaves, may
 * no longer read, or the server stops. A last event `closed` says why it was ended here.
 */
export function serveStream<E extends AnyEndpoint, Place>(edge: Edge, entry: E, stream: Stream<E, Place>): void {
  const { access } = entry
  if (access === 'public' || !entry.stream) throw new Error(`${entry.path} is no stream for people with an account`)
  const open = streamsOf(edge)
  edge.contract.push(entry)

  /** Who reads and where, or a refusal. */
  const enter = async (request: FastifyRequest, fresh: boolean) => {
    const viewer = await edge.signIn.viewerOf(headersOf(request), fresh)
    if (!viewer) throw new Refusal('not-signed-in')
    if (access !== 'signed-in' && !holds(viewer, access)) throw new Refusal('not-permitted')
    const input = await parseInput(entry, request)
    const place = await withContext(edge.ground, viewer, (context) => stream.look(context, input), { readOnly: true })
    return { viewer, input, place }
  }

  edge.app.get(`/api${entry.path}`, async (request, reply) => {
    const { viewer, input, place } = await enter(request, false)
    if (open.size >= mostOfAll) throw new Refusal('too-many-requests')
    if (!input.query?.once) void edge.news.listen()
    const lines = beginEvents(reply)
    const telling = {
      viewer,
      input,
      tell: (event: Reply<E>) => lines.write(`data: ${JSON.stringify(entry.reply.parse(event))}\n\n`),
    }
    const leave = stream.join(place, telling)
    if (input.query?.once) {
      leave()
      lines.end()
      return reply
    }

    const own: Open = {
      personId: viewer.personId,
      async askAgain() {
        const refused = await enter(request, true).then(
          () => null,
          (error: unknown) => (error instanceof Refusal && error.status !== 503 ? error : null),
        )
        if (refused) own.end('not-permitted')
      },
      end(why) {
        lines.write(`event: closed\ndata: ${JSON.stringify({ why })}\n\n`)
        lines.end()
        gone()
      },
    }
    const asking = setInterval(() => void own.askAgain(), askAgainEveryMs)
    const beating = setInterval(() => lines.write(': \n\n'), heartbeatEveryMs)
    const gone = () => {
      if (!open.delete(own)) return
      clearInterval(asking)
      clearInterval(beating)
      leave()
    }
    const theirs = [...open].filter(({ personId }) => personId === viewer.personId)
    open.add(own)
    if (theirs.length >= mostOfOnePerson) theirs[0]!.end('too-many')
    reply.raw.once('close', gone)
    if (reply.raw.destroyed) gone()
    return reply
  })
}

/** Takes the answer out of the framework's hands, with what it would have said in its head; no proxy may hold it back or pack it. */
function beginEvents(reply: FastifyReply): { write(text: string): void; end(): void } {
  reply.hijack()
  const { raw } = reply
  raw.on('error', () => undefined)
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    // A connection kept for more would hold up the server's stop.
    connection: 'close',
  })
  raw.flushHeaders()
  return {
    write(text) {
      if (raw.writableEnded || raw.destroyed) return
      if (raw.writableLength > mostUnreadBytes) raw.destroy()
      else raw.write(text)
    },
    end: () => raw.end(),
  }
}
