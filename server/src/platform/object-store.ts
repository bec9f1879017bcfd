import { Disk } from 'flydrive'
import { type FileStore, storeOnObjects } from './files.ts'
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
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings
  const { S3Driver } = await import('flydrive/drivers/s3')
  const disk = new Disk(
    new S3Driver({
      ...(endpoint ? { endpoint } : {}),
      bucket,
      region,
      credentials: { accessKeyId, secretAccessKey },
      forcePathStyle: endpoint !== null,
      // Checksums in trailers are Amazon's own; other services refuse them.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      supportsACL: false,
      visibility: 'private',
    }),
  )
  await disk.put('cchc-start', new Date().toISOString()).catch((error) => {
    throw new StartProblem(
      `Không ghi được vào kho tệp S3 (S3_ENDPOINT ${endpoint ?? 'mặc định'}, S3_BUCKET ${bucket}): ${reasonOf(error)}. Kiểm tra các biến S3_… hoặc bỏ hết để lưu tệp trong DATA_DIR.`,
    )
  })
  return storeOnObjects(disk, folder)
}

/** What the service said, without the library's wrapping. */
function reasonOf(error: unknown): string {
  const { cause } = (error ?? {}) as { cause?: { name?: string; code?: string } & Error }
  if (!cause) return errorText(error)
  return [cause.code ?? cause.name, cause.message].filter((part) => part && part !== 'UnknownError').join(': ')
}
