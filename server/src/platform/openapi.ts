import { permissions, type Role, roleNames } from '@cchc/domain/access/permissions.ts'
import type { Access, AnyEndpoint } from '@cchc/domain/endpoint.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/** Serves the contract as OpenAPI 3.1 at /api/openapi.json and as a readable page at /api. */
export function describeContract(app: FastifyInstance, contract: readonly AnyEndpoint[]): void {
  let document: object | undefined
  app.get('/api/openapi.json', async () => {
    document ??= openApiOf(contract)
    return document
  })
  app.get('/api', async (_request, reply) => reply.type('text/html; charset=utf-8').send(readablePage(contract)))
}

/** The OpenAPI document of the given entries. */
export function openApiOf(contract: readonly AnyEndpoint[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const entry of contract) {
    const path = `/api${entry.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [entry.method.toLowerCase()]: operationOf(entry) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kiểm tra CCHC', version: '1', description: 'HTTP contract of the inspection system.' },
    paths,
  }
}

function operationOf(entry: AnyEndpoint): object {
  return {
    summary: entry.summary,
    'x-access': entry.access,
    parameters: [...parametersOf(entry.params, 'path'), ...parametersOf(entry.query, 'query')],
    ...(entry.body || entry.upload ? { requestBody: requestBodyOf(entry) } : {}),
    responses: {
      200: {
        description: 'Done',
        content:
          'bytes' in entry.reply
            ? { [entry.reply.bytes]: {} }
            : {
                [entry.stream ? 'text/event-stream' : 'application/json']: { schema: schemaOf(entry.reply, 'output') },
              },
      },
      default: {
        description: 'Refused: code, a Vietnamese sentence, and details where a screen needs them',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: {
                error: {
                  type: 'object',
                  properties: { code: { type: 'string' }, sentence: { type: 'string' }, details: {} },
                },
              },
            },
          },
        },
      },
    },
  }
}

function requestBodyOf(entry: AnyEndpoint): object {
  if (entry.upload)
    return {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
          },
        },
      },
    }
  return { required: true, content: { 'application/json': { schema: schemaOf(entry.body, 'input') } } }
}

function parametersOf(shape: z.ZodType | undefined, place: 'path' | 'query'): object[] {
  if (!shape) return []
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    properties?: Record<string, object>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return schema
}

function readablePage(contract: readonly AnyEndpoint[]): string {
  const rows = contract
    .map(
      (entry) =>
        `<tr><td><code>${entry.method}</code></td><td><code>/api${escapeHtml(entry.path)}</code></td><td>${escapeHtml(entry.summary)}</td><td>${escapeHtml(whoMay(entry.access))}</td></tr>`,
    )
    .join('\n')
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Giao diện lập trình – Kiểm tra CCHC</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:24px auto;max-width:1100px;padding:0 16px;color:#14212b}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #dfe6eb;padding:8px;text-align:left;vertical-align:top}code{font-size:14px}div{overflow-x:auto}</style>
<h1>Giao diện lập trình</h1><p>Bản máy đọc được: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1). Mọi lời từ chối có dạng <code>{"error": {"code", "sentence", "details"}}</code>.</p>
<div tabindex="0"><table><thead><tr><th>Cách gọi</th><th>Địa chỉ</th><th>Việc</th><th>Ai được gọi</th></tr></thead><tbody>${rows}</tbody></table></div></html>`
}

function whoMay(access: Access): string {
  if (access === 'public') return 'mọi người'
  if (access === 'signed-in') return 'người đã đăng nhập'
  return permissions[access].map((role: Role) => roleNames[role]).join(', ')
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
