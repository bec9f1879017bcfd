import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProduct } from './product.ts'

/**
 * Run as process 1 of a process namespace, as in a container without an init: this process never reaps what is handed down
 * to it, so killed servers stay as zombies. Starts the product on the given data folder from the given checkout, kills it and its PostgreSQL, starts
 * it again and prints the status of its first answer.
 */
const dataDir = process.argv[2]!
const from = process.argv[3]!
const first = await runProduct({ dataDir, from })
await first.answers()
const postmaster = Number.parseInt(await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10)
first.process.kill('SIGKILL')
await first.ended
process.kill(postmaster, 'SIGKILL')

const second = await runProduct({ dataDir, from })
await second.answers()
console.log((await fetch(`${second.url}/api/session`)).status)
second.process.kill('SIGTERM')
process.exitCode = (await second.ended) ?? 1
