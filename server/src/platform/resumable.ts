import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Server } from '@tus/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Context, withContext } from './context.ts'
import { refusalOf } from './problems.ts'
import { type Edge, headersOf } from './serve.ts'

/** What a shelf says about its uploads; each question is asked in a transaction of the sender's and answered no by a Refusal. */
export interface ResumableRules {
  readonly maxBytes: number
  /** A new upload of `size` bytes with what the sender says of it; may it begin? */
  begin(context: Context, upload: { uploadId: string; size: number; metadata: Record<string, string> }): Promise<void>
  /** Whether this upload is the sender's own, before anything is said or done about it. */
  requireOwn(context: Context, uploadId: string): Promise<void>
  /** The sender gave it up. */
  given(context: Context, uploadId: string): Promise<void>
}

/**
 * Serves resumable uploads by the tus protocol (1.0: creation, termination) below `/api/uploads`. Bytes go to the data folder
 * as they come, so that an upload goes on where it was cut. Session, same-site rule and access are those of every request.
 * The protocol's program is loaded with the first upload.
 */
export function serveResumable(edge: Edge, rules: ResumableRules): void {
  const { app, ground } = edge
  const senders = new WeakMap<IncomingMessage, Viewer>()
  let opened: Promise<Server> | undefined
  const open = async () => {
    const [{ Server }, { FileStore }] = await Promise.all([import('@tus/server'), import('@tus/file-store')])
    const asSender = <T>(request: unknown, work: (context: Context) => Promise<T>) => {
      const viewer = senders.get((request as { runtime: { node: { req: IncomingMessage } } }).runtime.node.req)
      if (!viewer) throw new Refusal('not-signed-in')
      return withContext(ground, viewer, work)
    }
    return new Server({
      path: '/api/uploads',
      datastore: new FileStore({ directory: ground.files.uploads.folder }),
      relativeLocation: true,
      maxSize: rules.maxBytes,
      allowedOrigins: () => false,
      namingFunction: () => randomUUID(),
      async onUploadCreate(request, { id, size, metadata }) {
        if (!size) throw new Refusal('no-file')
        const said = Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, value ?? '']))
        await asSender(request, (context) => rules.begin(context, { uploadId: id, size, metadata: said }))
        return {}
      },
      async onIncomingRequest(request, uploadId) {
        if (request.method !== 'POST') await asSender(request, (context) => rules.requireOwn(context, uploadId))
        if (request.method === 'DELETE') await asSender(request, (context) => rules.given(context, uploadId))
      },
      onResponseError(_, error) {
        const refusal = refusalOf(error) ?? ownRefusalOf(error)
        if (!refusal) return undefined
        const { code, message, details } = refusal
        return { status_code: refusal.status, body: JSON.stringify({ error: { code, sentence: message, details } }) }
      },
    })
  }
  const ownRefusalOf = (error: unknown) => {
    const { status_code: status } = error as { status_code?: number }
    if (status === 413)
      return new Refusal('file-too-large', {
        name: 'vừa chọn',
        limit: `${Math.round(rules.maxBytes / 1024 / 1024)} MB`,
      })
    return status === 404 || status === 410 ? new Refusal('no-such-upload') : undefined
  }

  // The body is left alone: it goes to the disk as it comes.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null))
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const viewer = await edge.signIn.viewerOf(headersOf(request))
    if (!viewer) throw new Refusal('not-signed-in')
    senders.set(request.raw, viewer)
    opened ??= open()
    const server = await opened
    reply.hijack()
    reply.raw.setHeader('cache-control', 'no-store')
    reply.raw.setHeader('x-content-type-options', 'nosniff')
    await server.handle(request.raw, reply.raw)
  }
  app.route({ method: 'POST', url: '/api/uploads', handler })
  app.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: '/api/uploads/:uploadId', handler })
}
