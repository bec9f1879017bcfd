import { BorderStyle } from 'docx'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** A table that only sets things side by side. */
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
export const noMargins = { top: 0, bottom: 0, left: 0, right: 0 }
