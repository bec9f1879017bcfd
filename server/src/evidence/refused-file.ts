/** A file that is not taken: why, and how to mend it, as Vietnamese sentences without the file's name. */
export class RefusedFile extends Error {
  readonly why: string
  readonly mend: string

  constructor(why: string, mend: string) {
    super(why)
    this.name = 'RefusedFile'
    this.why = why
    this.mend = mend
  }
}
