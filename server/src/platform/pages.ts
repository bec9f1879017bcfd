import { existsSync } from 'node:fs'
import { buildHeader } from '@cchc/domain/endpoint.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { earlyLinks } from './early-links.ts'
import { sessionToken } from './sign-in.ts'
import { bundleHash } from './web-bundle.ts'

/** Serves the built web application; any address that is not a file is a page of it. */
export async function servePages(app: FastifyInstance, folder: string | null): Promise<void> {
  const hasPages = folder !== null && existsSync(folder)
  if (hasPages) {
    const hash = await bundleHash(folder)
    app.addHook('onSend', async (_, reply) => void reply.header(buildHeader, hash))
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        // Vite names these files by their content, so they never change.
        response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  const linksFor = hasPages ? await earlyLinks(folder) : undefined
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    if (
      !hasPages ||
      path.startsWith('/api') ||
      path.startsWith('/assets/') ||
      (request.method !== 'GET' && request.method !== 'HEAD')
    )
      throw new Refusal('no-such-address', { path })
    const links = linksFor?.(path, sessionToken(request.headers.cookie) === undefined)
    if (links) reply.header('link', links)
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
