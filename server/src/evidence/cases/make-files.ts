import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: Buffer | string
  /** Declared instead of the true unpacked size. */
  readonly claims?: number
  readonly encrypted?: boolean
}

/** A zip as any packer writes it, unless a part says otherwise. */
export function makeZip(parts: readonly ZipPart[], { comment = '' } = {}): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims, encrypted } of parts) {
    const bytes = Buffer.from(content)
    // OpenDocument wants its first part unpacked.
    const packed = name === 'mimetype' ? bytes : deflateRawSync(bytes, { level: 9 })
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(encrypted ? 1 : 0, 2)
    fields.writeUInt16LE(name === 'mimetype' ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claims ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, rest, Buffer.from(name)]))
    bodies.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  end.writeUInt16LE(Buffer.byteLength(comment), 16)
  return Buffer.concat([...bodies, central, Buffer.from('PK\x05\x06'), end, Buffer.from(comment)])
}

const main = 'application/vnd.openxmlformats-officedocument'
const typeOf = {
  docx: `${main}.wordprocessingml.document.main+xml`,
  xlsx: `${main}.spreadsheetml.sheet.main+xml`,
  pptx: `${main}.presentationml.presentation.main+xml`,
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
}

/** The parts of a small Office file; `more` are added behind. */
export function officeParts(kind: keyof typeof typeOf, ...more: ZipPart[]): ZipPart[] {
  const types = `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${typeOf[kind]}"/></Types>`
  return [
    { name: '[Content_Types].xml', content: types },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ]
}

/** A PDF of so many pages, all alike; `objects` are added as they stand. */
export function makePdf(pages = 1, objects: readonly string[] = [], catalog = ''): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ')
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'),
    ...objects,
  ]
  let text = '%PDF-1.7\n'
  const places = bodies.map((body, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return place
  })
  const xref = text.length
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`
  text += places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** The head of an Office file of 97–2003, with these names among its streams. */
export function makeOldOffice(...streams: string[]): Buffer {
  const head = Buffer.alloc(512)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head)
  return Buffer.concat([head, ...streams.map((name) => Buffer.from(`${name}\0\0`, 'utf16le')), Buffer.alloc(512)])
}
