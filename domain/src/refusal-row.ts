/**
 * One reason for a no: its HTTP status and the Vietnamese sentence, which says what is wrong, where, by which rule, and how to
 * mend it.
 */
export interface RefusalRow {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  readonly sentence: (p: Record<string, string>) => string
}
