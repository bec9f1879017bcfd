import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../tasks.ts'
import { type Bench, medianMs } from './bench.ts'

/** The whole of `cchc decision read` on the shipped decision, as a person waits for it. */
const bench: Bench = async () => {
  const args = [
    join('server', 'bin', 'cchc.js'),
    'decision',
    'read',
    join('server', 'seed', 'decision-2251.txt'),
    '--json',
  ]
  const value = await medianMs(5, async () => {
    const begun = performance.now()
    await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 50_000_000 })
    return performance.now() - begun
  })
  return [{ name: 'decision-read.ms', value, unit: 'ms', most: 2000 }]
}
export default bench
