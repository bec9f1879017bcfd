import { expect, test } from 'vitest'
import { zip } from '../../test/make-zip.ts'
import { fileKindOf, keptName } from './file-kind.ts'

const sheet = (mainPart: string) => {
  const types = `<Types><Override PartName="/xl/workbook.xml" ContentType="${mainPart}"/></Types>`
  return zip([{ name: '[Content_Types].xml', data: Buffer.from(types) }])
}
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test.each<[name: string, bytes: Buffer, kept: string | null]>([
  ['Báo cáo'.normalize('NFD'), Buffer.from('%PDF-1.7'), 'Báo cáo.pdf'],
  ['../../ảnh chụp.exe', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]), 'ảnh chụp.exe.jpg'],
  ['ảnh.JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]), 'ảnh.JPEG'],
  ['a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'a.png'],
  ['a.webp', Buffer.from('RIFF1234WEBPVP8 '), 'a.webp'],
  ['bảng.xlsx', sheet(`${xlsx}.main+xml`), 'bảng.xlsx'],
  ['virus.pdf', Buffer.from('MZ\x90\x00'), null],
  ['trang.pdf', Buffer.from('<html><script>alert(1)</script></html>'), null],
  ['macro.docx', sheet('application/vnd.ms-word.document.macroEnabled.main+xml'), null],
  ['khác.zip', zip([{ name: 'a.txt', data: Buffer.from('a') }]), null],
])('%s is judged by its content, whatever its name says', async (name, bytes, kept) => {
  const kind = await fileKindOf(bytes)
  expect(kind && keptName(name, kind)).toBe(kept)
})
