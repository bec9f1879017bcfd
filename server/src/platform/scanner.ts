import { connect } from 'node:net'
import type { Readable } from 'node:stream'

/** What a virus scanner says of a file. `problem` is why it could not say, when asking again would not help. */
export type ScanVerdict = { readonly infected: string } | { readonly clean: true } | { readonly problem: string }

export interface Scanner {
  /** Rejects when the scanner does not answer; the question can then be asked again. */
  scan(file: Readable): Promise<ScanVerdict>
}

/** Milliseconds without a word from the scanner; it may need a while for a large file. */
const PATIENCE_MS = 60_000

/**
 * Asks a clamd over TCP by its INSTREAM command: chunks with their length before them, an empty one at the end, one line as
 * the answer. Its own limit of a stream (`StreamMaxLength`) should not be below the 50 MB that are taken here.
 */
export function openScanner({ host, port }: { host: string; port: number }, patienceMs = PATIENCE_MS): Scanner {
  return {
    async scan(file) {
      const socket = connect({ host, port })
      socket.setTimeout(patienceMs, () => socket.destroy(new Error(`máy quét vi-rút ${host}:${port} không trả lời`)))
      const answered = answerOf(socket)
      answered.catch(() => file.destroy())
      try {
        socket.write('zINSTREAM\0')
        for await (const chunk of file) {
          // Once it has answered it reads no more.
          if (socket.destroyed || socket.readableEnded) break
          if (!socket.write(framed(chunk as Buffer)))
            await Promise.race([new Promise((done) => socket.once('drain', done)), answered])
        }
        if (socket.writable) socket.write(Buffer.alloc(4))
        return verdictOf(await answered)
      } finally {
        file.destroy()
        socket.destroy()
      }
    },
  }
}

function framed(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length)
  return Buffer.concat([length, chunk])
}

function answerOf(socket: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const done = () => resolve(Buffer.concat(chunks).toString('utf8').replaceAll('\0', '').trim())
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if (chunk.includes(0)) done()
    })
    socket.on('end', done)
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('máy quét vi-rút ngắt kết nối')))
  })
}

function verdictOf(answer: string): ScanVerdict {
  const infected = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (infected) return { infected }
  if (/^stream: OK$/.test(answer)) return { clean: true }
  if (/size limit exceeded/i.test(answer)) return { problem: 'tệp lớn hơn mức máy quét nhận (StreamMaxLength)' }
  throw new Error(`máy quét vi-rút trả lời không hiểu được: ${answer.slice(0, 200) || '(trống)'}`)
}
