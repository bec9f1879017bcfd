import type { CommandOutcome } from '@cchc/domain/fieldwork/commands-contract.ts'
import type { Batch } from '@cchc/domain/fieldwork/outbox.ts'
import { Refusal } from '../../refusal.ts'
import { sha256Of } from '../../sha256.ts'

/** A server of files and commands as small as can be, by the same protocol; it writes down what came, in order. */
export function openServer(has: readonly string[] = []) {
  const up = new Set(has)
  const uploads = new Map<string, { size: number; parts: Uint8Array<ArrayBuffer>[]; isDone: boolean }>()
  const came: string[] = []
  let received = 0
  let requests = 0
  let cutAt = Number.POSITIVE_INFINITY
  let refusal: { code: string; sentence: string } | null = null
  const lengthOf = (parts: Uint8Array[]) => parts.reduce((sum, { length }) => sum + length, 0)

  async function answer(path: string, { method, headers, body }: RequestInit): Promise<Response> {
    const told = headers as Record<string, string>
    if (path === '/api/uploads') {
      if (refusal) {
        const error = refusal
        refusal = null
        return new Response(JSON.stringify({ error }), { status: 422 })
      }
      const id = `u${uploads.size + 1}`
      uploads.set(id, { size: Number(told['upload-length']), parts: [], isDone: false })
      return new Response(null, { status: 201, headers: { location: `/api/uploads/${id}` } })
    }
    const upload = uploads.get(path.split('/')[3]!)
    if (!upload || (upload.isDone && !path.endsWith('/finish'))) return new Response(null, { status: 404 })
    if (method === 'PATCH') {
      if (Number(told['upload-offset']) !== lengthOf(upload.parts)) return new Response(null, { status: 409 })
      const bytes = new Uint8Array(await (body as Blob).arrayBuffer())
      received += bytes.length
      upload.parts.push(bytes)
    }
    if (path.endsWith('/finish')) {
      const hash = await sha256Of(new Uint8Array(await new Blob(upload.parts).arrayBuffer()))
      if (!upload.isDone) came.push(hash)
      upload.isDone = true
      up.add(hash)
      return new Response('{}')
    }
    return new Response(null, { headers: { 'upload-offset': String(lengthOf(upload.parts)) } })
  }

  return {
    came,
    bytes: () => received,
    hashes: () => [...up],
    refuseNext(code: string, sentence: string) {
      refusal = { code, sentence }
    },
    /** Loses the answer of one request about files, once; what it asked for is done. */
    cutAfter(nth: number) {
      cutAt = requests + nth
    },
    post: async (_: string, { commands }: Batch): Promise<CommandOutcome[]> =>
      commands.map(({ commandId, kind, needs }) => {
        if (needs.some((hash) => !up.has(hash))) return { outcome: 'waiting', commandId, sentence: '' }
        came.push(kind)
        return { outcome: 'done', commandId, revision: 1, record: { of: 'site', site: null } }
      }),
    way: {
      filesUp: async () => [...up],
      ask: async (path: string, request: RequestInit) => {
        requests += 1
        const reply = await answer(path, request)
        if (requests !== cutAt) return reply
        throw new Refusal(0, 'no-answer', 'Đứt')
      },
    },
  }
}
