import { formatNumber } from '@cchc/domain/formats/numbers.ts'

/** The size of a file in bytes as a person reads it: "2,4 MB", "310 KB". */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${formatNumber(bytes / 1024 / 1024, 1)} MB`
  return `${formatNumber(Math.max(1, bytes / 1024), 0)} KB`
}
