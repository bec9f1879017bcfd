import { Readable } from 'node:stream'
import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { holds } from '@cchc/domain/access/permissions.ts'
import type { AnyEndpoint, Download, Input, Reply, UploadedFile } from '@cchc/domain/endpoint.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Context, Ground } from './context.ts'
import { withContext } from './context.ts'
import type { NewsDesk } from './news.ts'
import type { SignIn } from './sign-in.ts'

/** What the routes of every shelf are registered on. */
export interface Edge {
  readonly app: FastifyInstance
  readonly ground: Ground
  readonly signIn: SignIn
  /** Where what other processes commit is heard. */
  readonly news: NewsDesk
  /** Every entry served so far, for the OpenAPI document and for the tests that walk them all. */
  readonly contract: AnyEndpoint[]
  /** The act of every entry that needs an account. */
  readonly acts: Map<AnyEndpoint, Act<AnyEndpoint>>
}

/** What a caller sends to an entry, before it is parsed. */
export type Sent<E extends AnyEndpoint> = {
  params?: z.input<NonNullable<E['params']>>
  query?: z.input<NonNullable<E['query']>>
  body?: z.input<NonNullable<E['body']>>
  file?: UploadedFile
}

/** Performs an entry as a person, by the same access, parsing, transaction and act as a request; `now` sets the instant. */
export type Perform = <E extends AnyEndpoint>(
  viewer: Viewer,
  entry: E,
  sent: Sent<E>,
  options?: { now?: string },
) => Promise<Reply<E>>

/** The way in for what is done outside HTTP: the illustrative season and the command line. */
export function performer(edge: Edge): Perform {
  return async (viewer, entry, { params, query, body, file }, options = {}) => {
    if (entry.access !== 'signed-in' && (entry.access === 'public' || !holds(viewer, entry.access)))
      throw new Refusal('not-permitted')
    const act = edge.acts.get(entry)
    if (!act) throw new Refusal('no-such-address', { path: entry.path })
    const input = {
      params: entry.params?.parse(params),
      query: entry.query?.parse(query ?? {}),
      body: entry.body?.parse(body),
      file,
    }
    return withContext(edge.ground, viewer, (context) => act(context, input), {
      readOnly: isReading(entry),
      ...options,
    })
  }
}

/** One use case: it gets an open transaction and parsed input, and returns the reply or throws a Refusal. */
export type Act<E extends AnyEndpoint> = (context: Context, input: Input<E>) => Promise<Reply<E>>

/** A use case that anyone may call; it sees the request's own edge because it makes or ends a session. */
export type PublicAct<E extends AnyEndpoint> = (exchange: Exchange, input: Input<E>) => Promise<Reply<E>>

export interface Exchange {
  readonly ground: Ground
  readonly signIn: SignIn
  readonly headers: Headers
  /** Whether the request came from this very machine, by its socket and its Host header. */
  readonly fromThisMachine: boolean
  /** The signed-in viewer, if any. */
  readonly viewer: Viewer | null
  readonly setCookies: string[]
}

/** Serves one entry: session → access → parse → one transaction → act → parse the reply → commit. */
export function serve<E extends AnyEndpoint>(edge: Edge, entry: E, act: Act<E>): void {
  const { access } = entry
  if (access === 'public') throw new Error(`${entry.path} is public: use servePublic`)
  edge.acts.set(entry, act as Act<AnyEndpoint>)
  route(edge, entry, async (request) => {
    const viewer = await edge.signIn.viewerOf(headersOf(request))
    if (!viewer) throw new Refusal('not-signed-in')
    if (access !== 'signed-in' && !holds(viewer, access)) throw new Refusal('not-permitted')
    const input = await parseInput(entry, request)
    return withContext(edge.ground, viewer, (context) => act(context, input), { readOnly: isReading(entry) })
  })
}

function isReading(entry: AnyEndpoint): boolean {
  return entry.method === 'GET' || entry.changesNothing === true
}

/** Serves an entry that needs no account. */
export function servePublic<E extends AnyEndpoint>(edge: Edge, entry: E, act: PublicAct<E>): void {
  if (entry.access !== 'public') throw new Error(`${entry.path} is not public: use serve`)
  route(edge, entry, async (request, reply) => {
    const headers = headersOf(request)
    const setCookies: string[] = []
    const viewer = await edge.signIn.viewerOf(headers)
    const answer = await act(
      {
        ground: edge.ground,
        signIn: edge.signIn,
        headers,
        viewer,
        setCookies,
        fromThisMachine: isFromThisMachine(request),
      },
      await parseInput(entry, request),
    )
    for (const cookie of setCookies) reply.header('set-cookie', cookie)
    return answer
  })
}

function route<E extends AnyEndpoint>(
  edge: Edge,
  entry: E,
  handle: (request: FastifyRequest, reply: FastifyReply) => Promise<Reply<E>>,
): void {
  edge.contract.push(entry)
  edge.app.route({
    method: entry.method,
    url: `/api${entry.path}`,
    config: entry.perMinute ? { rateLimit: { max: entry.perMinute, timeWindow: 60_000 } } : {},
    handler: async (request, reply) => {
      const answer = await handle(request, reply)
      reply.header('cache-control', 'no-store')
      if ('bytes' in entry.reply) return sendDownload(reply, answer as Download)
      return parseReply(entry, answer)
    },
  })
}

/** A reply that is not what the contract says is our fault, not the caller's. */
function parseReply(entry: AnyEndpoint, answer: unknown): unknown {
  const parsed = entry.reply.safeParse(answer)
  if (!parsed.success)
    throw new Error(`${entry.method} ${entry.path} answered against its contract: ${parsed.error.message}`)
  return parsed.data
}

/** What came with a request, parsed by its entry. */
export async function parseInput<E extends AnyEndpoint>(entry: E, request: FastifyRequest): Promise<Input<E>> {
  const file = entry.upload ? await readUpload(request, entry.upload.maxBytes) : undefined
  return {
    params: entry.params?.parse(request.params),
    query: entry.query?.parse(request.query),
    body: entry.body?.parse(request.body),
    file,
  } as Input<E>
}

async function readUpload(request: FastifyRequest, maxBytes: number): Promise<UploadedFile> {
  if (!request.isMultipart()) throw new Refusal('no-file')
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1 } })
  if (!part) throw new Refusal('no-file')
  const name = part.filename.normalize('NFC')
  const bytes = await part.toBuffer().catch(() => {
    throw new Refusal('file-too-large', { name, limit: `${Math.round(maxBytes / 1024 / 1024)} MB` })
  })
  if (bytes.length === 0) throw new Refusal('no-file')
  return { name, mediaType: part.mimetype, bytes }
}

/**
 * A file that goes out is saved and not shown, unless the act says otherwise, and runs nothing either way: its type is not
 * guessed, and what a browser might make of it has no origin, no script and no network.
 */
function sendDownload(reply: FastifyReply, download: Download): Buffer | Readable {
  const ascii = download.name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\w.() -]/g, '_')
  reply.header('content-type', download.mediaType)
  reply.header(
    'content-disposition',
    `${download.inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(download.name)}`,
  )
  reply.header('x-content-type-options', 'nosniff')
  reply.header(
    'content-security-policy',
    // The browser's own PDF viewer does not start in a sandbox; it is a program of the browser's and runs nothing of the page's.
    download.inline
      ? "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'self'"
      : "default-src 'none'; sandbox",
  )
  const { bytes } = download
  if (!(bytes instanceof Uint8Array)) return Readable.from(bytes, { objectMode: false })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value)
  return headers
}

const loopback = /^(::1|127\.|::ffff:127\.)/
const localHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

function isFromThisMachine(request: FastifyRequest): boolean {
  return (
    loopback.test(request.socket.remoteAddress ?? '') &&
    localHost.test(request.headers.host ?? '') &&
    !request.headers['x-forwarded-for']
  )
}
