import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOldOffice, makePdf, makeZip, officeParts } from './cases/make-files.ts'
import { cleanPicture } from './clean-picture.ts'
import { inspectFile } from './inspect-file.ts'
import { lookInto } from './look-into.ts'

/** What comes as a file and is none, or is more than one: each refused with its reason, or made harmless. */

const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#1d6' } })
  .jpeg()
  .toBuffer()
const docx = makeZip(officeParts('docx'))
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024)
const nest = (depth: number): Buffer =>
  makeZip(
    depth === 0
      ? officeParts('xlsx')
      : [...officeParts('docx'), { name: 'word/embeddings/a.docx', content: nest(depth - 1) }],
  )
const html = '<!DOCTYPE html><script>alert(1)</script>'

describe('what is taken, whatever its name says', () => {
  test.each([
    ['PDF', makePdf(3), 'bao-cao.docx', { kind: 'pdf', pages: 3, notes: [] }],
    [
      'PDF with blanks behind its end',
      Buffer.concat([makePdf(), Buffer.from('\r\n\0\0')]),
      'a',
      { kind: 'pdf', pages: 1 },
    ],
    ['Word', docx, 'anh.jpg', { kind: 'docx' }],
    ['Word with a table inside', nest(1), 'a', { kind: 'docx' }],
    ['Excel', makeZip(officeParts('xlsx')), 'a.pdf', { kind: 'xlsx' }],
    ['PowerPoint', makeZip(officeParts('pptx')), 'a', { kind: 'pptx' }],
    [
      'OpenDocument',
      makeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),
      'a',
      { kind: 'odt' },
    ],
    ['old Word', makeOldOffice('WordDocument'), 'a', { kind: 'doc' }],
    ['old Excel', makeOldOffice('Workbook'), 'a', { kind: 'xls' }],
    ['picture', picture, 'a.pdf', { kind: 'jpeg' }],
    ['text', Buffer.from('Số liệu quý III'), 'ghi-chu.html', { kind: 'text' }],
    ['table', Buffer.from('a;b\n1;2'), 'bang.CSV', { kind: 'csv' }],
    [
      'text in UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Số liệu', 'utf16le')]),
      'a',
      { kind: 'text' },
    ],
  ])('%s', async (_, bytes, name, found) => {
    expect(await lookInto(bytes, name)).toMatchObject(found)
  })

  test('a real signed-off decision, with its pages', async () => {
    const decision = readFileSync(join(import.meta.dirname, '..', 'campaigns', 'cases', 'decision-2251.pdf'))
    expect(await lookInto(decision, 'a')).toMatchObject({ kind: 'pdf', notes: [] })
  })

  test('a locked PDF is noted, its pages unknown', async () => {
    const locked = readFileSync(join(import.meta.dirname, '..', 'campaigns', 'cases', 'locked.pdf'))
    expect(await lookInto(locked, 'a')).toEqual({ kind: 'pdf', pages: null, notes: ['locked'] })
  })

  test('a PDF with a program is noted; nothing of it is run here', async () => {
    const bytes = makePdf(1, ['<< /S /JavaScript /JS (app.alert\\(1\\)) >>'], '/OpenAction 4 0 R')
    expect((await lookInto(bytes, 'a')).notes).toContain('script')
  })
})

describe('two kinds of file at once', () => {
  test.each([
    ['a web page before a PDF', Buffer.concat([Buffer.from(html), makePdf()]), 'đứng trước phần PDF'],
    ['a program before a PDF', Buffer.concat([Buffer.from('MZ\0\0'), makePdf()]), 'đứng trước phần PDF'],
    [
      'a PDF that is a web page',
      Buffer.from(makePdf().toString('latin1').replace('\n', `\n%${html}\n`), 'latin1'),
      'trang web',
    ],
    ['a web page behind a PDF', Buffer.concat([makePdf(), Buffer.from(html)]), 'trang web'],
    ['a zip behind a PDF', Buffer.concat([makePdf(), docx]), 'tệp nén'],
    [
      'a zip inside a PDF',
      Buffer.from(
        makePdf(1, [
          `<< /Length 0 >>\nstream\n${makeZip([{ name: 'a', content: 'a' }], { comment: ' '.repeat(10) }).toString('latin1')}\nendstream`,
        ]).toString('latin1'),
        'latin1',
      ),
      'tệp nén',
    ],
    ['rubbish behind a PDF', Buffer.concat([makePdf(), Buffer.alloc(4096, 'x')]), 'nối sau'],
    ['something behind a Word file', makeZip(officeParts('docx'), { comment: html }), 'nối sau'],
    ['something before a Word file', Buffer.concat([Buffer.from('PK\x03\x04'), docx]), 'không|hỏng|đứng trước'],
    ['a web page named .txt', Buffer.from(html), 'trang web'],
    [
      'a drawing with a program',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'trang web|XML|loại tệp',
    ],
  ])('%s', async (_, bytes, why) => {
    await expect(lookInto(bytes, 'a.txt')).rejects.toMatchObject({ why: expect.stringMatching(why) })
  })

  test.each(['jpeg', 'png', 'gif', 'webp'] as const)(
    'a %s with a program behind it loses the program',
    async (kind) => {
      const hidden = Buffer.concat([
        await sharp(picture).toFormat(kind).toBuffer(),
        makeZip([{ name: 'Evil.class', content: 'x'.repeat(50) }]),
      ])
      const { bytes } = await cleaned(hidden, kind)
      expect(bytes.includes('PK\x03\x04')).toBe(false)
      expect((await sharp(bytes).metadata()).width).toBe(40)
    },
  )
})

describe('what unpacks to more than any paper', () => {
  test.each([
    ['a zip bomb', makeZip(officeParts('docx', { name: 'word/media/a.bin', content: zeros(40) })), 'gấp \\d+ lần'],
    [
      'one that lies about its size',
      makeZip(officeParts('docx', { name: 'word/media/a.bin', content: zeros(40), claims: 10 })),
      'hỏng',
    ],
    [
      'one of many bombs',
      makeZip(
        officeParts(
          'docx',
          ...Array.from({ length: 80 }, (_, index) => ({
            name: `word/media/${index}`,
            content: 'a',
            claims: 5_000_000,
          })),
        ),
      ),
      '300 MB',
    ],
    [
      'too many parts',
      makeZip(
        officeParts('xlsx', ...Array.from({ length: 4_100 }, (_, index) => ({ name: `xl/${index}`, content: '' }))),
      ),
      '4.000 thành phần',
    ],
    ['zips in zips in zips', nest(4), 'lồng nhau'],
    [
      'a PDF stream',
      makePdf(1, [
        `<< /Filter /FlateDecode /Length 1 >>\nstream\n${deflateSync(zeros(80)).toString('latin1')}\nendstream`,
      ]),
      'mở ra lớn hơn',
    ],
  ])('%s', async (_, bytes, why) => {
    await expect(lookInto(bytes, 'a.docx')).rejects.toMatchObject({ why: expect.stringMatching(why) })
  })

  test('parts that share their bytes', async () => {
    const bytes = makeZip(officeParts('docx', { name: 'a', content: 'x'.repeat(2000) }))
    // The last part's place in the directory is that of the one before.
    const end = bytes.lastIndexOf('PK\x01\x02')
    bytes.writeUInt32LE(bytes.lastIndexOf('PK\x03\x04') - 5, end + 42)
    await expect(lookInto(bytes, 'a')).rejects.toMatchObject({ name: 'RefusedFile' })
  })

  test('10,000 pages', async () => {
    const path = await fileOf(makePdf(10_000))
    await expect(inspectFile(path, 'a.pdf')).rejects.toMatchObject({
      why: 'có 10.000 trang, quá 2.000 trang',
      mend: expect.stringContaining('Tách riêng'),
    })
  })

  test('a picture of more dots than any scan, told from its head alone', async () => {
    const huge = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(huge.length).toBeLessThan(2 * 1024 * 1024)
    await expect(cleaned(huge, 'png')).rejects.toMatchObject({ why: expect.stringContaining('144 triệu điểm ảnh') })
  })
})

describe('macros, locks and other kinds', () => {
  test.each([
    ['macros in Word', makeZip(officeParts('docx', { name: 'word/vbaProject.bin', content: 'a' })), 'macro'],
    ['macros by type', makeZip(officeParts('docm')), 'macro'],
    [
      'macros of old Excel in a new one',
      makeZip(officeParts('xlsx', { name: 'xl/macrosheets/sheet1.xml', content: 'a' })),
      'macro',
    ],
    [
      'macros in OpenDocument',
      makeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
        { name: 'Basic/Standard/a.xml', content: 'a' },
      ]),
      'macro',
    ],
    ['macros in old Word', makeOldOffice('WordDocument', '_VBA_PROJECT'), 'macro'],
    ['a locked Word file', makeOldOffice('EncryptedPackage'), 'mật khẩu'],
    ['a locked part', makeZip(officeParts('docx', { name: 'a', content: 'a', encrypted: true })), 'mật khẩu'],
    [
      'a part that leads out of its folder',
      makeZip(officeParts('docx', { name: '../../../etc/cron.d/x', content: 'a' })),
      'hỏng',
    ],
    ['a part at an absolute place', makeZip(officeParts('docx', { name: '/etc/passwd', content: 'a' })), 'hỏng'],
    ['a plain zip', makeZip([{ name: 'a.txt', content: 'a' }]), 'tệp nén'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'chương trình|không phải loại'],
    ['a picture of a phone', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'), 'HEIC'],
    ['half a PDF', makePdf(5).subarray(0, 200), 'hỏng'],
    ['a PDF of nothing', Buffer.from('%PDF-1.7\n%%EOF\n'), 'hỏng'],
    ['rubbish', Buffer.from([1, 2, 3, 0, 255]), 'không phải loại'],
  ])('%s', async (_, bytes, why) => {
    await expect(lookInto(bytes, 'a.docx')).rejects.toMatchObject({ why: expect.stringMatching(why) })
  })

  test('a damaged picture is refused', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
    const whole = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#000', noise } })
      .jpeg()
      .toBuffer()
    await expect(cleaned(whole.subarray(0, whole.length / 2), 'jpeg')).rejects.toMatchObject({
      why: expect.stringContaining('hỏng'),
    })
  })

  test('a PDF whose pages lead round in a circle is refused as damaged', async () => {
    const looped = makePdf(5)
      .toString('latin1')
      .replace(/Kids \[.*?\]/, (kids) => 'Kids [2 0 R]'.padEnd(kids.length))
    await expect(inspectFile(await fileOf(Buffer.from(looped, 'latin1')), 'a.pdf')).rejects.toMatchObject({
      why: expect.stringContaining('hỏng'),
    })
  })
})

describe('where a picture was taken', () => {
  const located = () =>
    sharp({ create: { width: 40, height: 20, channels: 3, background: '#d61' } })
      .withExif({ IFD0: { Make: 'May anh' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 51/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()

  test('it is taken off, and the picture turned the right way up', async () => {
    const { bytes, preview } = await cleaned(await located(), 'jpeg')
    const about = await sharp(bytes).metadata()
    expect([about.exif, about.width, about.height]).toEqual([undefined, 20, 40])
    expect(bytes.includes('GPS') || bytes.includes('May anh')).toBe(false)
    expect((await sharp(preview).metadata()).format).toBe('webp')
  })

  test('it stays where that is asked for', async () => {
    const { bytes } = await cleaned(await located(), 'jpeg', true)
    const about = await sharp(bytes).metadata()
    expect(about.exif?.includes('May anh')).toBe(true)
    expect([about.width, about.height, about.orientation ?? 1]).toEqual([20, 40, 1])
  })
})

let folder: string
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-hostile-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function fileOf(bytes: Buffer): Promise<string> {
  count += 1
  const path = join(folder, String(count))
  await writeFile(path, bytes)
  return path
}

async function cleaned(bytes: Buffer, kind: 'jpeg' | 'png' | 'gif' | 'webp', keepLocation = false) {
  const path = await fileOf(bytes)
  const made = { clean: `${path}.clean`, preview: `${path}.preview` }
  await cleanPicture({ path, kind, keepLocation }, made)
  return { bytes: readFileSync(made.clean), preview: readFileSync(made.preview) }
}
