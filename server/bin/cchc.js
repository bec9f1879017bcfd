#!/usr/bin/env node
import { onNode24 } from './node-24.js'

// `cchc … | head` closes the pipe early; that is no fault.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
})

await onNode24(async () => {
  const { main } = await import('../src/cli/main.ts')
  process.exitCode = await main(process.argv.slice(2))
})
