/** A no from the server, or the lack of an answer, as a sentence that a person can act on. `status` 0: nobody answered. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  /** What the screen needs beyond the sentence, such as both texts of a clash. */
  readonly details: unknown

  constructor(status: number, code: string, sentence: string, details: unknown = null) {
    super(sentence)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.details = details
  }

  get sentence(): string {
    return this.message
  }
}

/** The sentence to show for whatever went wrong. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.sentence
  return 'Trang này gặp lỗi ngoài dự tính. Hãy tải lại trang; nếu vẫn lỗi, báo quản trị hệ thống.'
}
