import { glob, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Bench, type Figure, rounded } from './bench/bench.ts'
import { startProduct } from './bench/product.ts'
import { findChromium } from './find-chromium.ts'

/**
 * `npm run bench [-- --json FILE] [NAME…]`: measures what the product promises and prints a table; with `--json` also writes one
 * flat object, figure to number; with names (`report-form`) only those benches. `slow-line` takes 17 minutes and runs only when
 * it is named. It measures and does not judge: the exit code is 1 only when something could not be measured.
 */
const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true })
const onlyByName = ['slow-line']
const isOneOf = (file: string, names: readonly string[]) => names.some((name) => file.endsWith(`/${name}.bench.ts`))
const isAsked = (file: string) => (positionals.length === 0 ? !isOneOf(file, onlyByName) : isOneOf(file, positionals))
const dataDir = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-bench-'))
try {
  const chromium = await findChromium(console.log)
  console.log("First run of an installation of the bench's own …")
  const first = await startProduct(dataDir)
  await first.stop()
  const figures: Figure[] = [{ name: 'start.firstRunMs', value: first.startMs, unit: 'ms' }]
  for await (const file of glob('bench/*.bench.ts', { cwd: import.meta.dirname })) {
    if (!isAsked(file)) continue
    const { default: bench } = (await import(join(import.meta.dirname, file))) as { default: Bench }
    figures.push(...(await bench({ dataDir, links: first.links, chromium })))
  }
  for (const figure of figures.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name, value, unit, most, least } = figure
    const atMost = most === undefined ? '' : `at most ${most} ${unit}${value <= most ? '' : '  MISSED'}`
    const atLeast =
      least === undefined
        ? ''
        : `at least ${rounded({ ...figure, value: least })} ${unit}${value >= least ? '' : '  MISSED'}`
    const promise = atMost + atLeast
    console.log(`${name.padEnd(42)}${String(rounded(figure)).padStart(10)} ${unit.padEnd(6)} ${promise}`.trimEnd())
  }
  if (values.json) {
    const flat = Object.fromEntries(figures.map((figure) => [figure.name, rounded(figure)]))
    await writeFile(values.json, `${JSON.stringify(flat, null, 2)}\n`)
  }
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
