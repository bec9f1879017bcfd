/**
 * React makes a few errors while it is loaded and throws none of them; their stack traces alone have the browser read
 * the whole bundle once more, a third of the time that loading it takes. So none are taken until the first page is drawn.
 */
const errors = Error as { stackTraceLimit?: number | undefined }
export const usualStackTraceLimit = errors.stackTraceLimit
errors.stackTraceLimit = 0
