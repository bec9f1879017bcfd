/** Thrown inside a row of openings that was told to close meanwhile; nobody needs to be told. */
export class Stopped extends Error {
  override name = 'Stopped'
}

export interface Openings {
  /** Waits for a step and keeps how to close what it opened; told to close in the meantime, closes it and throws `Stopped`. */
  open<T>(step: T | Promise<T>, close: (opened: T) => Promise<unknown>): Promise<T>
  /** Closes what has been opened, last first, each even if another fails; harmless when called again. */
  closeAll(): Promise<void>
}

/** A row of things that are opened one after the other and closed in the opposite order. */
export function openings(onFault: (error: unknown) => void): Openings {
  const closers: (() => Promise<unknown>)[] = []
  let closing: Promise<void> | undefined
  const closeInTurn = async () => {
    for (const close of closers.toReversed()) await close().catch(onFault)
  }
  return {
    async open(step, close) {
      const opened = await step
      if (closing) {
        await close(opened)
        throw new Stopped()
      }
      closers.push(() => close(opened))
      return opened
    },
    closeAll() {
      closing ??= closeInTurn()
      return closing
    },
  }
}
