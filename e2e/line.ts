import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What becomes of one request on a bad line; the rest goes through as it came. */
export type Mishap =
  /** It never reaches the server. */
  | 'lost'
  /** The server does what it says, and its answer never comes. */
  | 'answer-lost'
  /** It comes twice at the same moment; the answer of the second is given. */
  | 'doubled'
  /** The server is killed while it is doing it. */
  | 'killed'

export interface Letter {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** The line between tablets and the server: as bad as the story says, and its own address stays while the server is away. */
export interface Line {
  readonly url: string
  /** Sends a request that came before once more, long after. */
  replay(letter: Letter): Promise<Answer>
  close(): Promise<void>
}

export interface Weather {
  /** What becomes of this request. */
  mishap(letter: Letter): Mishap | null
  /** Kills the server, and gives when another one answers in its place. */
  killServer(): Promise<void>
  /** What is laid over an answer on its way back. */
  change(letter: Letter, answer: Answer): Answer
}

export async function openLine(server: { port: number }, weather: Weather): Promise<Line> {
  const agent = new Agent({ keepAlive: true })
  const forward = ({ method, path, headers, body }: Letter, told?: (answer: IncomingMessage) => boolean) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ host: 'localhost', port: server.port, method, path, headers, agent }, (answer) => {
        if (told?.(answer)) return
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
        answer.on('end', () =>
          resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) }),
        )
      })
      asked.on('error', reject).end(body)
    })

  const carry = async (letter: Letter, response: ServerResponse) => {
    const mishap = weather.mishap(letter)
    if (mishap === 'lost') return response.destroy()
    if (mishap === 'killed') {
      const dying = forward(letter).catch(() => undefined)
      // Long enough to have begun, too short to be through.
      await new Promise((resolve) => setTimeout(resolve, 25))
      const restarted = weather.killServer()
      await dying
      response.destroy()
      return restarted
    }
    if (mishap === 'answer-lost') {
      await forward(letter)
      return response.destroy()
    }
    if (mishap === 'doubled') {
      const [, second] = await Promise.all([forward(letter), forward(letter)])
      return give(response, weather.change(letter, second))
    }
    const isStream = (answer: IncomingMessage) => {
      if (!answer.headers['content-type']?.startsWith('text/event-stream')) return false
      response.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(response).on('error', () => undefined)
      answer.on('error', () => response.destroy())
      return true
    }
    return give(response, weather.change(letter, await forward(letter, isStream)))
  }

  const front = createServer((incoming, response) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part)).on('error', () => undefined)
    incoming.on('end', () => {
      const { method = 'GET', url: path = '/' } = incoming
      const headers = path === '/sw.js' ? readable(incoming.headers) : incoming.headers
      void carry({ method, path, headers, body: Buffer.concat(parts) }, response).catch(() => response.destroy())
    })
  })
  await new Promise<void>((resolve) => front.listen(0, 'localhost', resolve))
  return {
    url: `http://localhost:${(front.address() as AddressInfo).port}`,
    replay: (letter) => forward(letter),
    close: () =>
      new Promise((resolve) => {
        front.close(() => resolve())
        front.closeAllConnections()
        agent.destroy()
      }),
  }
}

/** Asks for an answer that comes whole and as it is written, so that it can be changed. */
function readable(headers: Letter['headers']): Letter['headers'] {
  const { 'accept-encoding': _, 'if-none-match': __, 'if-modified-since': ___, ...others } = headers
  return others
}

function give(response: ServerResponse, { status, headers, body }: Answer): void {
  const { 'transfer-encoding': _, ...kept } = headers
  response.writeHead(status, { ...kept, 'content-length': body.length })
  response.end(body)
}
