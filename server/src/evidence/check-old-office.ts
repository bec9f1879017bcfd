import type { FileKind } from '@cchc/domain/evidence/kinds.ts'
import type { Found } from './look-into.ts'
import { RefusedFile } from './refused-file.ts'

const holds = (bytes: Buffer, stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))

/** By the name of the stream that holds the text. */
const kinds: readonly { stream: string; kind: FileKind }[] = [
  { stream: 'WordDocument', kind: 'doc' },
  { stream: 'Workbook', kind: 'xls' },
]
/** Where macros lie, in Word and Excel. */
const macros = ['_VBA_PROJECT', 'VBA_PROJECT_CUR', 'Macros\0']

/** A Word or Excel file of 97–2003 without macros, told by the names of its streams. */
export function checkOldOffice(bytes: Buffer): Found {
  if (holds(bytes, 'EncryptedPackage'))
    throw new RefusedFile('có mật khẩu nên không xem được bên trong', 'Bỏ mật khẩu trong Word hoặc Excel rồi tải lại.')
  if (macros.some((stream) => holds(bytes, stream)))
    throw new RefusedFile('có mã lệnh (macro) bên trong', 'Lưu lại thành .docx hoặc .xlsx rồi tải lên.')
  const found = kinds.find(({ stream }) => holds(bytes, stream))
  if (!found)
    throw new RefusedFile('là tệp Office đời cũ không đọc được', 'Mở ra rồi lưu lại thành .docx, .xlsx hoặc PDF.')
  return { kind: found.kind, pages: null, notes: [] }
}
