import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { type FileStore, type Keeper, storeIn } from './files.ts'
import { errorText, StartProblem } from './start-problem.ts'

/** An S3-compatible service that files are kept on. */
export interface S3Settings {
  /** Null is Amazon's own, by region. */
  readonly endpoint: string | null
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/**
 * Opens a store on an S3-compatible service and writes one small object to see that it may; uploads under way lie below
 * `folder`. The client is loaded only here, so that an installation on disk does not wait for it. Refuses with a `StartProblem`.
 */
export async function openObjectStore(settings: S3Settings, folder: string): Promise<FileStore> {
  const { endpoint, bucket } = settings
  const keeper = await openKeeper(settings)
  await keeper.put('cchc-start', Buffer.from('Kiểm tra CCHC')).catch((error) => {
    throw new StartProblem(
      `Không ghi được vào kho tệp S3 (S3_ENDPOINT ${endpoint ?? 'mặc định'}, S3_BUCKET ${bucket}): ${reasonOf(error)}. Kiểm tra các biến S3_… hoặc bỏ hết để lưu tệp trong DATA_DIR.`,
    )
  })
  return storeIn(keeper, folder)
}

async function openKeeper(settings: S3Settings): Promise<Keeper> {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings
  const s3 = await import('@aws-sdk/client-s3')
  const client = new s3.S3Client({
    ...(endpoint ? { endpoint } : {}),
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: endpoint !== null,
    // Checksums in trailers are Amazon's own; other services refuse them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const at = (key: string) => ({ Bucket: bucket, Key: key })
  const bodyOf = async (key: string) => {
    const { Body } = await client.send(new s3.GetObjectCommand(at(key)))
    if (!Body) throw new Error(`object ${key} has no content`)
    return Body
  }
  return {
    has: (key) =>
      client.send(new s3.HeadObjectCommand(at(key))).then(
        () => true,
        (error: { $metadata?: { httpStatusCode?: number } }) => {
          // Who may not list a bucket is told 403 of what is not there; writing then says what is wrong.
          if ([403, 404].includes(error.$metadata?.httpStatusCode ?? 0)) return false
          throw error
        },
      ),
    put: async (key, bytes) => {
      await client.send(new s3.PutObjectCommand({ ...at(key), Body: bytes }))
    },
    putFile: async (key, path) => {
      const { size } = await stat(path)
      await client.send(new s3.PutObjectCommand({ ...at(key), Body: createReadStream(path), ContentLength: size }))
    },
    get: async (key) => (await bodyOf(key)).transformToByteArray(),
    open: async (key) => (await bodyOf(key)) as Readable,
    drop: async (key) => {
      await client.send(new s3.DeleteObjectCommand(at(key)))
    },
  }
}

/** What the service said: its code and its words. */
function reasonOf(error: unknown): string {
  const { name, code, Code, message } = (error ?? {}) as {
    name?: string
    code?: string
    Code?: string
    message?: string
  }
  const words = [code ?? Code ?? name, message].filter((part) => part && part !== 'Error')
  return words.length > 0 ? words.join(': ') : errorText(error)
}
