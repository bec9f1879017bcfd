import type { FileKind } from '@cchc/domain/evidence/kinds.ts'
import { MOST_PICTURE_DOTS } from '@cchc/domain/evidence/limits.ts'
import type { Sharp } from 'sharp'
import { RefusedFile } from './refused-file.ts'

/** Dots along the longer side of what is shown before the picture itself is opened. */
const PREVIEW_DOTS = 1600

const smaller = 'Giảm kích thước ảnh (ví dụ mở bằng Paint, lưu lại) rồi tải lên.'
const damaged = () =>
  new RefusedFile('là ảnh bị hỏng nên không mở được', 'Mở thử trên máy, lưu lại thành JPEG hoặc PNG rồi tải lên.')

const writers: Partial<Record<FileKind, (picture: Sharp) => Sharp>> = {
  jpeg: (picture) => picture.jpeg({ quality: 92 }),
  png: (picture) => picture.png(),
  webp: (picture) => picture.webp({ quality: 92 }),
  gif: (picture) => picture.gif(),
}

/**
 * Writes a picture anew to `clean`, turned the right way up, and a small one of it to `preview`. What is written holds the
 * picture and nothing else: no place, no camera, no other file behind it; with `keepLocation` the camera's own notes stay.
 * Throws `RefusedFile` for a damaged picture and for one of more dots than any scan has.
 */
export async function cleanPicture(
  { path, kind, keepLocation }: { path: string; kind: FileKind; keepLocation: boolean },
  { clean, preview }: { clean: string; preview: string },
): Promise<{ frames: number }> {
  const { default: sharp } = await import('sharp')
  const open = (animated: boolean) =>
    sharp(path, { animated, failOn: 'error', limitInputPixels: MOST_PICTURE_DOTS, sequentialRead: true })
  // Read from the head of the file alone, before anything is unpacked.
  const about = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw damaged()
    })
  const frames = about.pages ?? 1
  const dots = about.width * (about.pageHeight ?? about.height) * frames
  if (dots > MOST_PICTURE_DOTS)
    throw new RefusedFile(
      `là ảnh ${Math.round(dots / 1_000_000).toLocaleString('vi')} triệu điểm ảnh, quá 100 triệu`,
      smaller,
    )
  if (about.format !== kind) throw damaged()
  try {
    const whole = frames > 1 ? open(true) : open(false).autoOrient()
    await writers[kind]!(keepLocation ? whole.keepExif() : whole).toFile(clean)
    await open(false)
      .autoOrient()
      .resize({ width: PREVIEW_DOTS, height: PREVIEW_DOTS, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toFile(preview)
  } catch {
    throw damaged()
  }
  return { frames }
}
