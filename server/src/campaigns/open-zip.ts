import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { UnreadablePaper } from './unreadable-paper.ts'

/** A Word file of a long plan with pictures stays far below each of these; a zip bomb does not. */
export const MOST_ZIP_ENTRIES = 2_000
/** Bytes of all entries together, unpacked. */
export const MOST_UNPACKED_BYTES = 100 * 1024 * 1024
/** Bytes of one XML part, unpacked; parsing takes many times as much memory. */
export const MOST_XML_BYTES = 16 * 1024 * 1024
/** Unpacked to packed size of the whole; below `RATIO_FROM_BYTES` unpacked a high ratio does no harm. */
export const MOST_RATIO = 150
export const RATIO_FROM_BYTES = 4 * 1024 * 1024

const megabytes = (bytes: number) => `${Math.round(bytes / (1024 * 1024))} MB`

/**
 * Opens a zip and unpacks the named parts as text. Checks first, by the sizes the zip declares, then again while
 * unpacking every entry, that it is no zip bomb. Throws `UnreadablePaper` for a bomb, a locked or a damaged zip.
 */
export async function openZip(
  bytes: Buffer,
  fileName: string,
  wanted: readonly string[],
  mostXmlBytes = MOST_XML_BYTES,
): Promise<Map<string, string>> {
  const damaged = () =>
    new UnreadablePaper(
      'paper-damaged',
      `Tệp “${fileName}” bị hỏng nên không mở được. Hãy mở bằng Word, lưu lại rồi tải lên.`,
    )
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, opened) =>
      opened ? resolve(opened) : reject(error),
    )
  }).catch(() => {
    throw damaged()
  })
  if (zip.entryCount > MOST_ZIP_ENTRIES)
    throw tooLarge(fileName, `có ${zip.entryCount} thành phần (giới hạn ${MOST_ZIP_ENTRIES})`)

  const entries = await listEntries(zip).catch(() => {
    throw damaged()
  })
  if (entries.some((entry) => entry.isEncrypted())) {
    throw new UnreadablePaper(
      'paper-locked',
      `Tệp “${fileName}” được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi tải lại.`,
    )
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (unpacked > MOST_UNPACKED_BYTES)
    throw tooLarge(fileName, `dung lượng ${megabytes(unpacked)} (giới hạn ${megabytes(MOST_UNPACKED_BYTES)})`)
  if (unpacked > RATIO_FROM_BYTES && unpacked / bytes.length > MOST_RATIO) {
    throw tooLarge(
      fileName,
      `dung lượng gấp ${Math.round(unpacked / bytes.length)} lần tệp (giới hạn ${MOST_RATIO} lần)`,
    )
  }
  const xml = entries.find((entry) => entry.fileName.endsWith('.xml') && entry.uncompressedSize > mostXmlBytes)
  if (xml) throw tooLarge(fileName, `phần chữ ${megabytes(xml.uncompressedSize)} (giới hạn ${megabytes(mostXmlBytes)})`)

  const texts = new Map<string, string>()
  for (const entry of entries) {
    const content = await unpack(zip, entry, wanted.includes(entry.fileName)).catch(() => {
      throw damaged()
    })
    if (content !== null) texts.set(entry.fileName, content)
  }
  return texts
}

function tooLarge(fileName: string, what: string): UnreadablePaper {
  return new UnreadablePaper(
    'paper-unpacks-too-large',
    `Tệp “${fileName}” khi mở ra ${what}, không giống một văn bản bình thường, nên không được mở. Hãy kiểm tra lại tệp.`,
  )
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
}

/** Unpacks an entry, to be kept as text or only to see that it is as large as it says. */
function unpack(zip: ZipFile, entry: Entry, keep: boolean): Promise<string | null> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (!stream) return reject(error)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        if (keep) chunks.push(chunk)
      })
      stream.on('end', () => resolve(keep ? Buffer.concat(chunks).toString('utf8') : null))
      stream.on('error', reject)
    })
  })
}
