import type { FileKind } from '@cchc/domain/evidence/kinds.ts'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import type { Found } from './look-into.ts'
import { RefusedFile } from './refused-file.ts'

/** A file of many pictures stays far below each of these; a zip bomb does not. */
const MOST_ENTRIES = 4_000
const MOST_UNPACKED_BYTES = 300 * 1024 * 1024
/** Unpacked to packed size; below `RATIO_FROM_BYTES` unpacked a high ratio does no harm. */
const MOST_RATIO = 150
const RATIO_FROM_BYTES = 8 * 1024 * 1024
/** Word files hold Excel files that hold pictures; more than this is a trap. */
const DEEPEST = 2
const MOST_NESTED = 30
const KEPT_BYTES = 2 * 1024 * 1024

/** Spent by a file and by everything packed inside it together. */
interface Spent {
  entries: number
  unpacked: number
  nested: number
}

const words = 'application/vnd.openxmlformats-officedocument'
const mainParts: readonly { kind: FileKind; type: string }[] = [
  { kind: 'docx', type: `${words}.wordprocessingml.document.main+xml` },
  { kind: 'xlsx', type: `${words}.spreadsheetml.sheet.main+xml` },
  { kind: 'pptx', type: `${words}.presentationml.presentation.main+xml` },
]
const openDocuments: Record<string, FileKind> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
}
const macros = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|^xl\/macrosheets\/|^(?:Basic|Scripts)\/.+/i
const saveAgain = 'Mở bằng Word hoặc Excel, lưu lại (hoặc xuất PDF) rồi tải lên.'

/** A Word, Excel, PowerPoint or OpenDocument file without macros, which unpacks to no more than such a file does. */
export async function checkOffice(bytes: Buffer): Promise<Found> {
  const contents = await unpack(bytes, { entries: 0, unpacked: 0, nested: 0 }, 0)
  const types = contents.get('[Content_Types].xml')?.toString('utf8')
  const kind =
    mainParts.find(({ type }) => types?.includes(`"${type}"`))?.kind ??
    openDocuments[contents.get('mimetype')?.toString('latin1').trim() ?? '']
  if (!kind && types?.includes('macroEnabled')) throw withMacros()
  if (!kind)
    throw new RefusedFile('là tệp nén, không phải tệp Word, Excel hay PowerPoint', 'Giải nén rồi tải từng tệp lên.')
  return { kind, pages: null, notes: [] }
}

/** Whether the file ends as a zip does, whatever it begins with. */
export function holdsZip(bytes: Buffer): boolean {
  const tail = bytes.subarray(-(22 + 0xffff))
  for (let at = tail.lastIndexOf('PK\x05\x06'); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1)) {
    if (at + 22 > tail.length) continue
    // Its comment runs to the end of the file, give or take what was appended.
    if (tail.readUInt16LE(at + 10) > 0 && at + 22 + tail.readUInt16LE(at + 20) <= tail.length) return true
  }
  return false
}

const withMacros = () =>
  new RefusedFile(
    'có mã lệnh (macro) bên trong',
    'Lưu lại dạng không có macro (.docx, .xlsx) hoặc xuất PDF rồi tải lên.',
  )
const damaged = () => new RefusedFile('bị hỏng nên không mở được', saveAgain)
const bomb = (what: string) =>
  new RefusedFile(
    `khi mở ra ${what}, không giống một tài liệu bình thường`,
    'Lưu lại tệp gọn hơn hoặc xuất PDF rồi tải lên.',
  )

/** Unpacks everything to nowhere, counting; gives the two parts that say what the file is. */
async function unpack(bytes: Buffer, spent: Spent, depth: number): Promise<Map<string, Buffer>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, opened) =>
      opened ? resolve(opened) : reject(error),
    )
  }).catch(() => {
    throw damaged()
  })
  spent.entries += zip.entryCount
  if (spent.entries > MOST_ENTRIES) throw bomb(`có hơn ${MOST_ENTRIES.toLocaleString('vi')} thành phần`)
  if (zip.comment.length > 0) throw new RefusedFile('có dữ liệu lạ nối sau phần nội dung', saveAgain)
  // yauzl itself refuses names that lead out of the folder or are absolute.
  const entries = await listEntries(zip).catch(() => {
    throw damaged()
  })
  if (entries.some((entry) => entry.isEncrypted()))
    throw new RefusedFile('có mật khẩu nên không xem được bên trong', 'Bỏ mật khẩu rồi tải lại.')
  if (entries.some(({ fileName }) => macros.test(fileName))) throw withMacros()
  requireWhole(bytes, entries)
  const declared = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (spent.unpacked + declared > MOST_UNPACKED_BYTES) throw bomb('dung lượng hơn 300 MB')
  if (declared > RATIO_FROM_BYTES && declared / bytes.length > MOST_RATIO)
    throw bomb(`dung lượng gấp ${Math.round(declared / bytes.length)} lần tệp`)
  const kept = new Map<string, Buffer>()
  for (const entry of entries) {
    const content = await read(zip, entry, spent).catch((error) => {
      throw error instanceof RefusedFile ? error : damaged()
    })
    if (content === null) continue
    if (content.isZip) {
      spent.nested += 1
      if (depth >= DEEPEST || spent.nested > MOST_NESTED) throw bomb('có quá nhiều tệp nén lồng nhau')
      await unpack(content.bytes, spent, depth + 1)
    } else kept.set(entry.fileName, content.bytes)
  }
  return kept
}

/** Every entry has bytes of its own, and the first begins the file: nothing is read twice, nothing stands before. */
function requireWhole(bytes: Buffer, entries: readonly Entry[]): void {
  const byPlace = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let end = 0
  for (const [index, entry] of byPlace.entries()) {
    const start = entry.relativeOffsetOfLocalHeader
    if (index === 0 && start !== 0) throw new RefusedFile('có dữ liệu lạ đứng trước phần nội dung', saveAgain)
    if (start < end || start + 30 > bytes.length) throw bomb('có các phần chồng lên nhau')
    end = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28) + entry.compressedSize
  }
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

const telling = new Set(['[Content_Types].xml', 'mimetype'])

/** Unpacks one entry; its bytes are given back where they say what the file is, or are a zip themselves. */
function read(zip: ZipFile, entry: Entry, spent: Spent): Promise<{ bytes: Buffer; isZip: boolean } | null> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (!stream) return reject(error)
      const chunks: Buffer[] = []
      let isZip: boolean | undefined
      const keeps = telling.has(entry.fileName) && entry.uncompressedSize <= KEPT_BYTES
      stream.on('data', (chunk: Buffer) => {
        spent.unpacked += chunk.length
        if (spent.unpacked > MOST_UNPACKED_BYTES) return stream.destroy(bomb('dung lượng hơn 300 MB'))
        isZip ??= chunk.length >= 4 && chunk.readUInt32BE(0) === 0x504b0304
        if (isZip || keeps) chunks.push(chunk)
      })
      stream.on('end', () =>
        resolve(chunks.length > 0 ? { bytes: Buffer.concat(chunks), isZip: isZip === true } : null),
      )
      stream.on('error', reject)
    })
  })
}
