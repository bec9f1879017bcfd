// Runs a TypeScript file of this project: node server/bin/run.js FILE [ARGUMENTS].
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onNode24 } from './node-24.js'

await onNode24(async () => {
  const [file, ...args] = process.argv.slice(2)
  process.argv = [process.argv[0], resolve(file), ...args]
  await import(pathToFileURL(resolve(file)))
})
