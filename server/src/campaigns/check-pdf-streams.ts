import { inflateSync } from 'node:zlib'
import { UnreadablePaper } from './unreadable-paper.ts'

/** Bytes of one unpacked stream; a coloured A4 page scanned at 400 dpi fits. */
export const MOST_STREAM_BYTES = 64 * 1024 * 1024
/** A stream may be packed more than once; nobody needs it more often than this. */
const MOST_PACKINGS = 3
const ZLIB_MARK = 0x78

/**
 * Refuses a PDF in which a small packed stream unpacks to more than `MOST_STREAM_BYTES`: the reader would keep it
 * whole in memory. Streams packed in other ways, or encrypted, are left to the limits of the reading thread.
 */
export function checkPdfStreams(bytes: Buffer, fileName: string): void {
  let at = bytes.indexOf('stream')
  while (at >= 0) {
    const end = bytes.indexOf('endstream', at)
    if (end < 0) return
    if (end > at) {
      const start = bytes[at + 6] === 0x0d && bytes[at + 7] === 0x0a ? at + 8 : at + 7
      if (isTooLarge(bytes.subarray(start, end))) {
        throw new UnreadablePaper(
          'paper-unpacks-too-large',
          `Tệp PDF “${fileName}” có phần khi mở ra lớn hơn ${MOST_STREAM_BYTES / (1024 * 1024)} MB, không giống một văn bản bình thường, nên không được mở. Hãy xuất lại PDF từ Word.`,
        )
      }
    }
    at = bytes.indexOf('stream', end + 'endstream'.length)
  }
}

function isTooLarge(packed: Buffer): boolean {
  let content = packed
  for (let times = 0; times < MOST_PACKINGS && content[0] === ZLIB_MARK; times++) {
    try {
      content = inflateSync(content, { maxOutputLength: MOST_STREAM_BYTES })
    } catch (error) {
      return error instanceof RangeError
    }
  }
  return false
}
