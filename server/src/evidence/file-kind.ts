import { cleanText } from '@cchc/domain/papers/clean-text.ts'
import { fromBuffer, type ZipFile } from 'yauzl'

/** A kind of file that is taken as proof. */
export interface FileKind {
  readonly mediaType: string
  /** Without the dot; the first is the one a file without a fitting ending gets. */
  readonly endings: readonly string[]
}

/** What the refusal says is taken. */
export const kindsInWords = 'PDF, ảnh JPEG, PNG, WEBP, Word .docx, Excel .xlsx'

const pdf: FileKind = { mediaType: 'application/pdf', endings: ['pdf'] }
const starts: readonly { kind: FileKind; bytes: readonly (number | null)[] }[] = [
  { kind: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] }, bytes: [0xff, 0xd8, 0xff] },
  {
    kind: { mediaType: 'image/png', endings: ['png'] },
    bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
  {
    kind: { mediaType: 'image/webp', endings: ['webp'] },
    bytes: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
  },
]

const contentTypes = '[Content_Types].xml'
/** By the type of their main part; the types of files with macros are others and are not taken. */
const office: readonly { kind: FileKind; mainPart: string }[] = [
  {
    kind: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
    mainPart: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  },
  {
    kind: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
    mainPart: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  },
]

/** The kind of a file by its content, whatever its name says; null when it is none of those taken. */
export async function fileKindOf(bytes: Buffer): Promise<FileKind | null> {
  const start = starts.find((one) => one.bytes.every((byte, index) => byte === null || bytes[index] === byte))
  if (start) return start.kind
  // Readers of PDF accept up to 1,024 bytes before its mark.
  if (bytes.subarray(0, 1024 + 5).includes('%PDF-')) return pdf
  if (bytes.length < 4 || bytes.readUInt32BE(0) !== 0x504b0304) return null
  const types = await readContentTypes(bytes).catch(() => null)
  return office.find(({ mainPart }) => types?.includes(`"${mainPart}"`))?.kind ?? null
}

/** The name a file is kept under: NFC, without folders and unprintable characters, with an ending that fits its kind. */
export function keptName(name: string, kind: FileKind): string {
  const bare = cleanText(name)
    .replace(/^.*[/\\]/s, '')
    .replace(/\s+/g, ' ')
    .trim()
  const dot = bare.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [bare.slice(0, dot), bare.slice(dot + 1)] : [bare, '']
  if (kind.endings.includes(ending.toLowerCase())) return `${stem.slice(0, 150)}.${ending}`
  return `${(bare || 'Tài liệu').slice(0, 150)}.${kind.endings[0]}`
}

const mostBytes = 1024 * 1024

/** The list of a zip's parts that Word and Excel write into it, or null; unpacks nothing else, and of it at most 1 MB. */
async function readContentTypes(bytes: Buffer): Promise<string | null> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, opened) =>
      opened ? resolve(opened) : reject(error),
    )
  })
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(null))
    zip.on('entry', (entry) => {
      if (entry.fileName !== contentTypes) return zip.readEntry()
      if (entry.isEncrypted() || entry.uncompressedSize > mostBytes) return resolve(null)
      zip.openReadStream(entry, (error, stream) => {
        if (!stream) return reject(error)
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
        stream.on('error', reject)
      })
    })
    zip.readEntry()
  })
}
