import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One command of Chromium's own protocol to one page (or, without a session, to the browser) and its answer. */
type Send = (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>

/** The one tab of a browser with a profile of its own, which nothing listens to but what is asked of it. */
export interface BarePage {
  send(method: string, params?: object): Promise<Record<string, unknown>>
  /** Runs an expression in the page and waits for its promise. */
  ask<T>(expression: string): Promise<T>
  close(): Promise<void>
}

/**
 * Chromium as a person has it, with these cookies and nothing else yet: a test driver listens to the network, the scripts and
 * the console of its pages, for which the browser reads every script that asks for something once more, and its profiles keep
 * nothing of the code that they have run. That is a third of a page's opening, and nobody's but the driver's.
 */
export async function openBareBrowser(executable: string, cookies: readonly object[]): Promise<BarePage> {
  const profile = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-browser-'))
  const flags = ['--headless=new', '--no-sandbox', '--no-first-run', '--window-size=1366,768', '--mute-audio']
  const child = spawn(
    executable,
    [...flags, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const socket = new WebSocket(await addressIn(child.stderr))
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = () => reject(new Error('Chromium does not answer'))
  })
  const sendTo = sender(socket)
  await sendTo('Storage.setCookies', { cookies })
  const { targetInfos } = (await sendTo('Target.getTargets')) as { targetInfos: { targetId: string; type: string }[] }
  const { targetId } = targetInfos.find(({ type }) => type === 'page')!
  const { sessionId } = (await sendTo('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }
  const send: BarePage['send'] = (method, params) => sendTo(method, params, sessionId)
  return {
    send,
    ask: async <T>(expression: string) => {
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails))
      return (answer.result as { value: T }).value
    },
    close: async () => {
      socket.close()
      child.kill()
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The address that Chromium prints when it is ready. */
function addressIn(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    stderr.on('data', (piece) => {
      printed += piece
      const [, address] = /DevTools listening on (\S+)/.exec(printed) ?? []
      if (address) resolve(address)
    })
    stderr.once('end', () => reject(new Error(`Chromium ended: ${printed}`)))
  })
}

function sender(socket: WebSocket): Send {
  let last = 0
  const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>()
  socket.onmessage = ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as { id?: number; result: object; error?: object }
    const asked = id === undefined ? undefined : waiting.get(id)
    if (error) asked?.reject(new Error(JSON.stringify(error)))
    else asked?.resolve(result as Record<string, unknown>)
  }
  return (method, params = {}, sessionId) => {
    last += 1
    const answer = Promise.withResolvers<Record<string, unknown>>()
    waiting.set(last, answer)
    socket.send(JSON.stringify({ id: last, method, params, ...(sessionId ? { sessionId } : {}) }))
    return answer.promise
  }
}
