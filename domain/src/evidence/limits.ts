/** Bytes of one file as it is sent. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024
/** Bytes of all files of one owner, such as a self-report, those under way included. */
export const MOST_OWNER_BYTES = 1024 * 1024 * 1024
/** Files at one place, such as an item of a self-report. */
export const MOST_FILES_PER_PLACE = 20
/** Uploads that one person may have under way at once. */
export const MOST_OPEN_UPLOADS = 40
/** An upload that is not finished within this time is given up. */
export const UPLOAD_LIVES_HOURS = 24
/** Pages of one PDF: a paper with more is an archive, and its page is found by nobody. */
export const MOST_PAGES = 2_000
/** Dots of one picture, all frames together; a scan of an A3 page at 600 dpi has 70 million. */
export const MOST_PICTURE_DOTS = 100_000_000

/** "50 MB", "1,5 MB", "820 KB": a size as people read it. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  const tenths = Math.round((bytes * 10) / (1024 * 1024))
  return tenths >= 100 || tenths % 10 === 0
    ? `${Math.round(tenths / 10)} MB`
    : `${Math.floor(tenths / 10)},${tenths % 10} MB`
}
