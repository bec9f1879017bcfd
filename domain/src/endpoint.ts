import type { z } from 'zod'
import type { Permission } from './access/permissions.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call an endpoint: a permission; `signed-in` for anyone with an account; `public` for anyone at all.
 * There is no default, so an endpoint that says nothing about access does not compile.
 */
export type Access = Permission | 'signed-in' | 'public'

/** In every answer of the server: the hash of the sources that its pages are built of. */
export const buildHeader = 'x-build'

type Shape = z.ZodType
/** Marks a reply or a body that is not JSON. */
export type Bytes = { readonly bytes: string }

/** One entry of the HTTP contract, read by the server (`serve`), the browser (`call`) and the OpenAPI document. */
export interface Endpoint<P extends Shape, Q extends Shape, B extends Shape, R extends Shape | Bytes> {
  readonly method: Method
  /** Path under `/api`, with `:name` for parameters. */
  readonly path: string
  readonly access: Access
  /** One English sentence for the OpenAPI document. */
  readonly summary: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** The body is one uploaded file of at most this many bytes; `body` then describes the other form fields. */
  readonly upload?: { readonly maxBytes: number }
  readonly reply: R
  /**
   * The answer is a stream of server-sent events that ends when the caller leaves or may no longer read it; `reply` is the
   * shape of each event. Its query is `StreamQuery` or more.
   */
  readonly stream?: true
  /** A question too long for an address: the database holds it to changing nothing. */
  readonly changesNothing?: true
  /** Most calls a minute from one address, for what somebody might try out by the thousand. */
  readonly perMinute?: number
}

/** Declares one entry of the contract; it exists for its types. */
export function endpoint<
  P extends Shape = z.ZodUndefined,
  Q extends Shape = z.ZodUndefined,
  B extends Shape = z.ZodUndefined,
  R extends Shape | Bytes = z.ZodUndefined,
>(entry: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return entry
}

// biome-ignore lint/suspicious/noExplicitAny: a contract entry of any shape is meant
export type AnyEndpoint = Endpoint<any, any, any, any>

/** What an act receives once the request has been parsed. */
export type Input<E extends AnyEndpoint> =
  // biome-ignore lint/suspicious/noExplicitAny: the reply plays no part in the input
  E extends Endpoint<infer P, infer Q, infer B, any>
    ? { params: z.infer<P>; query: z.infer<Q>; body: z.infer<B>; file: UploadedFile | undefined }
    : never

/** A file that came with a request; `bytes` is whole and within the endpoint's limit. */
export interface UploadedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A file that goes out instead of JSON. */
export interface Download {
  readonly name: string
  readonly mediaType: string
  /** Whole, or piece by piece as they are sent. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>
  /** To be shown by the browser rather than saved: only for what it cannot run. */
  readonly inline?: boolean
}

export type Reply<E extends AnyEndpoint> = E['reply'] extends Shape ? z.infer<E['reply']> : Download
