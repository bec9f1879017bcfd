/** Why a file cannot be read as a paper. */
export type UnreadableCode =
  | 'empty-paper'
  | 'paper-too-large'
  | 'paper-too-long'
  | 'paper-locked'
  | 'paper-is-a-picture'
  | 'paper-of-another-kind'
  | 'paper-damaged'
  | 'paper-unpacks-too-large'
  | 'paper-too-slow'

/** A file that cannot be read; `sentence` says what, why and how to mend it, in Vietnamese. */
export class UnreadablePaper extends Error {
  readonly code: UnreadableCode
  readonly sentence: string

  constructor(code: UnreadableCode, sentence: string) {
    super(sentence)
    this.name = 'UnreadablePaper'
    this.code = code
    this.sentence = sentence
  }
}
