import type { FileKind, FileNote } from '@cchc/domain/evidence/kinds.ts'
import { fileTypeFromBuffer } from 'file-type'
import { checkOffice } from './check-office.ts'
import { checkOldOffice } from './check-old-office.ts'
import { checkPdf } from './check-pdf.ts'
import { checkText } from './check-text.ts'
import { RefusedFile } from './refused-file.ts'

/** What a file is by its content. */
export interface Found {
  readonly kind: FileKind
  /** Of a PDF that can be opened. */
  readonly pages: number | null
  readonly notes: readonly FileNote[]
}

const pictures: Record<string, FileKind> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

/** Other kinds that people send, and what to do instead. */
const others: readonly { of: RegExp; why: string; mend: string }[] = [
  {
    of: /^image\/hei[cf]/,
    why: 'là ảnh HEIC của điện thoại, trình duyệt và máy tính cơ quan không mở được',
    mend: 'Trên iPhone: Cài đặt → Camera → Định dạng → “Tương thích nhất” rồi chụp lại, hoặc gửi ảnh qua thư để được bản JPEG.',
  },
  {
    of: /^image\/(tiff|bmp|avif|jxl|vnd\.adobe|x-)/,
    why: 'là loại ảnh không xem được trong trình duyệt',
    mend: 'Lưu lại thành JPEG hoặc PNG; bản quét nhiều trang thì lưu thành PDF.',
  },
  {
    of: /^application\/(x-7z|x-rar|vnd\.rar|gzip|x-tar|x-bzip|x-xz|x-cab|x-lz|zstd|java-archive|x-apple)/,
    why: 'là tệp nén, không xem được bên trong',
    mend: 'Giải nén rồi tải từng tệp lên.',
  },
  { of: /^application\/rtf/, why: 'là tệp RTF', mend: 'Mở bằng Word rồi lưu thành .docx hoặc PDF.' },
  {
    of: /^(audio|video)\//,
    why: 'là tệp âm thanh hoặc phim',
    mend: 'Gửi biên bản, ảnh chụp hoặc bản ghi lời thay cho phim.',
  },
  {
    of: /^application\/(x-msdownload|x-elf|x-mach|wasm|x-ms-shortcut|x-shockwave)/,
    why: 'là chương trình chạy được',
    mend: 'Chỉ tải lên tài liệu và ảnh.',
  },
]

/**
 * Tells what a file is by its content and structure, whatever its name says; the name only parts .csv from .txt. Throws
 * `RefusedFile` for what is not taken, for what is two kinds of file at once, and for what unpacks to more than any paper does.
 */
export async function lookInto(bytes: Buffer, name: string): Promise<Found> {
  // It may be handed rubbish made to break it.
  const type = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? ''
  const picture = pictures[type]
  if (picture) return { kind: picture, pages: null, notes: [] }
  if (type === 'application/pdf' || bytes.subarray(0, 1024).includes('%PDF-')) return checkPdf(bytes)
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0x504b0304) return checkOffice(bytes)
  if (type === 'application/x-cfb') return checkOldOffice(bytes)
  const other = others.find(({ of }) => of.test(type))
  if (other) throw new RefusedFile(other.why, other.mend)
  return checkText(bytes, name)
}
