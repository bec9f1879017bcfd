import type { FileNote } from '@cchc/domain/evidence/kinds.ts'
import { MOST_PAGES } from '@cchc/domain/evidence/limits.ts'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { checkPdfStreams } from '../campaigns/check-pdf-streams.ts'
import { UnreadablePaper } from '../campaigns/unreadable-paper.ts'
import { holdsZip } from './check-office.ts'
import type { Found } from './look-into.ts'
import { RefusedFile } from './refused-file.ts'

/** Bytes that careless programs leave after a PDF's end. */
const MOST_AFTER_END = 1024
const markup = /<(?:html|script|!doctype|svg|\?php|iframe|body)/i
const save = 'Mở bằng trình đọc PDF, chọn In → Lưu thành PDF rồi tải bản mới lên.'

/** A PDF that is a PDF from its first byte to its last and nothing else, with its pages counted. */
export async function checkPdf(bytes: Buffer): Promise<Found> {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-')
    throw new RefusedFile('có dữ liệu lạ đứng trước phần PDF', save)
  if (markup.test(bytes.subarray(0, 1024).toString('latin1')))
    throw new RefusedFile('vừa là PDF vừa là trang web', save)
  if (holdsZip(bytes)) throw new RefusedFile('vừa là PDF vừa là tệp nén', save)
  const end = bytes.lastIndexOf('%%EOF')
  if (end < 0) throw damaged()
  const after = bytes.subarray(end + 5)
  const bare = after.filter((byte) => byte > 0x20)
  if (after.length > MOST_AFTER_END && bare.length > 0)
    throw new RefusedFile('có dữ liệu lạ nối sau phần kết thúc của PDF', save)
  if (markup.test(after.toString('latin1'))) throw new RefusedFile('vừa là PDF vừa là trang web', save)
  try {
    checkPdfStreams(bytes, '')
  } catch (error) {
    if (error instanceof UnreadablePaper)
      throw new RefusedFile('có phần khi mở ra lớn hơn mọi văn bản bình thường', save)
    throw error
  }
  return countPages(bytes)
}

const damaged = () =>
  new RefusedFile('bị hỏng hoặc tải về chưa đủ nên không mở được', 'Mở thử trên máy, xuất lại PDF rồi tải lên.')

async function countPages(bytes: Buffer): Promise<Found> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  try {
    const document = await loading.promise
    const pages = document.numPages
    if (pages > MOST_PAGES)
      throw new RefusedFile(
        `có ${pages.toLocaleString('vi')} trang, quá ${MOST_PAGES.toLocaleString('vi')} trang`,
        'Tách riêng những trang cần minh chứng rồi tải lên.',
      )
    // The tree must hold the page that it counts last.
    await document.getPage(pages)
    const notes: FileNote[] = []
    if ((await document.getJSActions()) !== null || /\/(?:JavaScript|Launch)\b/.test(bytes.toString('latin1')))
      notes.push('script')
    if ((await document.getAttachments()) !== null) notes.push('embedded')
    return { kind: 'pdf', pages, notes }
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    if (error instanceof Error && error.name === 'PasswordException')
      return { kind: 'pdf', pages: null, notes: ['locked'] }
    throw damaged()
  } finally {
    await loading.destroy()
  }
}
