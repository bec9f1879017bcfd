import { UnreadablePaper } from './unreadable-paper.ts'

export type PaperKind = 'txt' | 'docx' | 'pdf'

const startsWith = (bytes: Buffer, ...start: number[]) => start.every((byte, index) => bytes[index] === byte)
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]
/** How far into a file a PDF's mark may stand behind rubbish. */
const PDF_MARK_WITHIN = 1024
/** Share of a sample that may be control characters in a text. */
const MOST_CONTROLS = 0.01
const SAMPLE_BYTES = 64 * 1024

/**
 * Tells what a file is by its content, whatever its name says. A zip is taken for a Word file; whether it is one shows
 * when it is opened. Throws `UnreadablePaper` for old or locked Word files, pictures, RTF and other binary files.
 */
export function paperKind(bytes: Buffer, fileName: string): PaperKind {
  if (bytes.subarray(0, PDF_MARK_WITHIN).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'docx'
  if (startsWith(bytes, ...oldOffice)) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
      throw new UnreadablePaper(
        'paper-locked',
        `Tệp “${fileName}” được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu trong Word rồi tải lại.`,
      )
    }
    throw ofAnotherKind(fileName, 'tệp Office đời cũ (.doc, .xls)', 'Hãy mở bằng Word và lưu lại dạng .docx.')
  }
  if (bytes.subarray(0, 5).toString('latin1') === '{\\rtf') {
    throw ofAnotherKind(fileName, 'tệp RTF', 'Hãy mở bằng Word và lưu lại dạng .docx.')
  }
  if (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x49, 0x49, 0x2a, 0x00) ||
    startsWith(bytes, 0x4d, 0x4d, 0x00, 0x2a)
  ) {
    throw new UnreadablePaper(
      'paper-is-a-picture',
      `Tệp “${fileName}” là ảnh chụp hoặc ảnh quét, không có chữ để đọc. Hãy dùng bản .docx, .txt hoặc .pdf có chữ.`,
    )
  }
  if (encodingOf(bytes) === null)
    throw ofAnotherKind(fileName, 'tệp nhị phân', 'Hãy chọn tệp .docx, .pdf có chữ hoặc .txt.')
  return 'txt'
}

export function ofAnotherKind(fileName: string, what: string, advice: string): UnreadablePaper {
  return new UnreadablePaper(
    'paper-of-another-kind',
    `Tệp “${fileName}” là ${what}; chỉ đọc được văn bản Word (.docx), PDF có chữ và văn bản thuần (.txt), xét theo nội dung chứ không theo tên. ${advice}`,
  )
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258'

/** The encoding of a plain text, or null when the bytes are no text. Windows-1258 is what remains: a best effort for old files. */
function encodingOf(bytes: Buffer): Encoding | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const noughts = [0, 0]
  let controls = 0
  sample.forEach((byte, index) => {
    if (byte === 0) noughts[index % 2]! += 1
    else if (byte < 9 || (byte > 13 && byte < 32)) controls += 1
  })
  const half = sample.length / 2
  // Vietnamese in UTF-16 has a nought for most letters in one of the two places, and hardly any in the other.
  if (noughts[1]! > half * 0.4 && noughts[0]! < half * 0.05) return 'utf-16le'
  if (noughts[0]! > half * 0.4 && noughts[1]! < half * 0.05) return 'utf-16be'
  if (noughts[0]! + noughts[1]! > 0 || controls > sample.length * MOST_CONTROLS) return null
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1258'
  }
}

/** The text of a plain text file, without byte order mark, in NFC. */
export function decodeText(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes) ?? 'utf-8').decode(bytes).normalize('NFC')
}
