import { MOST_SIGNATURE_BYTES } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'

/** Most dots of a drawing; a sharp screen's canvas has about a million. */
const MOST_DOTS = 8_000_000
/** A drawing is printed some 5 cm wide. */
const KEPT = { width: 640, height: 240 }
/** Less than this is a touch and no signature. */
const LEAST_DOTS = 24

const refused = (why: string) => new Refusal('signature-picture', { why })

/**
 * A drawn signature as it is kept: a PNG by its content, cut to its ink and written anew, so that it holds nothing else.
 * Refuses with `signature-picture` what is no PNG, too heavy, empty or a mere touch.
 */
export async function cleanSignature(base64: string): Promise<Buffer> {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length === 0) throw refused('khung ký còn trống')
  if (bytes.length > MOST_SIGNATURE_BYTES) throw refused('ảnh chữ ký nặng quá 300 kB')
  const { default: sharp } = await import('sharp')
  const open = () => sharp(bytes, { limitInputPixels: MOST_DOTS, failOn: 'error' })
  const about = await open()
    .metadata()
    .catch(() => {
      throw refused('tệp gửi lên không phải ảnh PNG')
    })
  if (about.format !== 'png') throw refused('tệp gửi lên không phải ảnh PNG')
  try {
    const { data, info } = await open().ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const ink = inkBox(data, info)
    if (ink === null) throw refused('khung ký còn trống')
    if (Math.max(ink.width, ink.height) < LEAST_DOTS) throw refused('nét ký quá ngắn')
    return await open()
      .ensureAlpha()
      .extract(ink)
      .resize({ ...KEPT, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer()
  } catch (error) {
    throw error instanceof Refusal ? error : refused('ảnh PNG bị hỏng')
  }
}

/** The smallest box that holds everything that is neither clear nor nearly white; null where there is nothing. */
function inkBox(dots: Buffer, { width, height }: { width: number; height: number }) {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      if (dots[at + 3]! < 24 || Math.min(dots[at]!, dots[at + 1]!, dots[at + 2]!) > 235) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 }
}
