/** Most room that a drawn signature takes on a page, in points. */
export const signatureBox = { width: 150, height: 62 }

/** A PNG given as a data address: its bytes, and its size in points where it fills the box without being stretched. */
export function pictureIn(
  address: string,
  box: { readonly width: number; readonly height: number },
): { bytes: Buffer; width: number; height: number } {
  const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
  // The first chunk of every PNG: width and height after signature, length and name.
  const [dotsAcross, dotsDown] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const scale = Math.min(box.width / dotsAcross, box.height / dotsDown)
  return { bytes, width: dotsAcross * scale, height: dotsDown * scale }
}
