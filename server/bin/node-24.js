// Plain JavaScript, so that an old Node can at least read the sentence that says it is too old.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const packaged = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url))
/** Where Node keeps the compiled code between starts, which takes a third off the processor's work; it does without if it may not write there. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url))

/**
 * Runs `start` if this Node can run TypeScript from source; otherwise hands the same command line over to the Node 24 that
 * comes with `npm ci`; where that is missing too, says so in one sentence and ends with 1.
 */
export async function onNode24(start) {
  const [major] = process.versions.node.split('.').map(Number)
  if (major >= 24) {
    module.enableCompileCache(compiled)
    return start()
  }
  if (existsSync(packaged)) return handOver()
  console.error(
    `Cần Node 24 để chạy, máy đang dùng Node ${process.versions.node}. Hãy chạy lại "npm ci" với script cài đặt được bật (npm config set ignore-scripts false), hoặc cài Node 24.\n` +
      `Node 24 is needed, this is Node ${process.versions.node}. Run "npm ci" again with install scripts on, or install Node 24.`,
  )
  process.exitCode = 1
}

function handOver() {
  const child = spawn(packaged, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}
