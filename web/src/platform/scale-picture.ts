import { Refusal } from './refusal.ts'

/** Dots along the longer side of a photo that is sent, and of the small picture of it. */
const sentDots = 2000
const thumbDots = 320

export interface Scaled {
  readonly blob: Blob
  readonly thumb: Blob
}

/**
 * Draws a picture anew as JPEG, turned the right way up and no larger than is needed to read a notice on a wall. What is drawn
 * holds the picture alone: no place, no camera.
 */
export async function scalePicture(file: Blob): Promise<Scaled> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new Refusal(
      0,
      'not-a-picture',
      'Máy này không mở được ảnh vừa chọn. Chọn ảnh JPEG, PNG hoặc WebP; ảnh HEIC của iPhone thì đổi “Định dạng camera” sang “Tương thích nhất” rồi chụp lại.',
    )
  })
  try {
    return { blob: await drawn(picture, sentDots, 0.85), thumb: await drawn(picture, thumbDots, 0.72) }
  } finally {
    picture.close()
  }
}

async function drawn(picture: ImageBitmap, most: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, most / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const pen = canvas.getContext('2d')
  if (!pen) throw new Refusal(0, 'no-memory', 'Máy không đủ bộ nhớ để xử lý ảnh. Đóng bớt ứng dụng rồi chụp lại.')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
  canvas.width = 0
  if (!blob) throw new Refusal(0, 'no-memory', 'Máy không đủ bộ nhớ để xử lý ảnh. Đóng bớt ứng dụng rồi chụp lại.')
  return blob
}
