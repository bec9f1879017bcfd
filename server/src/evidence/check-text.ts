import { kindsInWords } from '@cchc/domain/evidence/kinds.ts'
import type { Found } from './look-into.ts'
import { RefusedFile } from './refused-file.ts'

const markup = /^\s*(?:<!doctype|<html|<head|<body|<script|<svg|<\?xml|<\?php|<iframe|<!--)/i
const notTaken = () =>
  new RefusedFile(
    'không phải loại tệp được nhận',
    `Chỉ nhận ${kindsInWords}; loại tệp xét theo nội dung, không theo tên.`,
  )

/** Plain text in UTF-8, UTF-16 or an old Vietnamese encoding; a table of values where the name says .csv. */
export function checkText(bytes: Buffer, name: string): Found {
  const isUtf16 =
    bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
  // Control characters but tab, line feeds and form feed stand in no text.
  const isBinary =
    !isUtf16 && bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b) || byte === 0x7f)
  if (bytes.length === 0 || isBinary) throw notTaken()
  const encoding = !isUtf16 ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, 64 * 1024))
  if (text.includes('\0')) throw notTaken()
  if (markup.test(text))
    throw new RefusedFile('là trang web hoặc tệp XML, có thể chứa mã lệnh', 'In trang đó thành PDF rồi tải lên.')
  return { kind: /\.csv$/i.test(name.trim()) ? 'csv' : 'text', pages: null, notes: [] }
}
