import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { errorText, StartProblem } from './start-problem.ts'

const root = join(import.meta.dirname, '..', '..', '..')
/** What the bundle is made of; a change in any of these makes it stale. */
const sources = [
  'web/src/**/*',
  'web/public/**/*',
  'web/*.{html,json,ts}',
  'domain/src/**/*.{ts,json}',
  'server/seed/*.geojson',
  'package-lock.json',
]

/**
 * Answers with the folder of the built web application, building it first where it is missing or older than its sources
 * (told by their hash, which is kept with it). It lies in `web/dist`; where the checkout cannot be written to, in `elsewhere`.
 * Refuses with a `StartProblem` when it cannot be built.
 */
export async function ensureWebBundle(log: (line: string) => void, elsewhere?: string): Promise<string> {
  const hash = await hashSources()
  const places = [join(root, 'web', 'dist'), ...(elsewhere === undefined ? [] : [elsewhere])]
  const findFresh = async () => {
    for (const place of places) if ((await bundleHash(place)) === hash) return place
    return undefined
  }
  const fresh = await findFresh()
  if (fresh) return fresh
  log('Đang dựng giao diện web (chỉ lần đầu hoặc khi mã nguồn đổi)…')
  const faults: string[] = []
  for (const place of places) {
    try {
      await build(place, hash)
      return place
    } catch (error) {
      if (error instanceof StartProblem) throw error
      // Another start may have put the same bundle there in the meantime.
      const found = await findFresh()
      if (found) return found
      faults.push(errorText(error))
    }
  }
  throw new StartProblem(`Không ghi được giao diện web (${faults.join('; ')}). Hãy cấp quyền ghi cho thư mục mã nguồn.`)
}

/** The hash of the sources that the bundle in this folder was built of; empty where it is not known. */
export const bundleHash = (folder: string): Promise<string> =>
  readFile(join(folder, '.sources'), 'utf8').catch(() => '')

/** Made beside its place and moved there, so that nobody is served half a bundle. */
async function build(place: string, hash: string): Promise<void> {
  const workshop = `${place}-${process.pid}`
  const unfinished = join(workshop, 'dist')
  try {
    await mkdir(unfinished, { recursive: true })
    await runVite(unfinished, hash)
    await compressFiles(unfinished)
    await writeFile(join(unfinished, '.sources'), hash)
    await rm(place, { recursive: true, force: true })
    await rename(unfinished, place)
  } finally {
    await rm(workshop, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function hashSources(): Promise<string> {
  const files = (await filesOf(root, sources)).filter((file) => !/\.test\.tsx?$/.test(file)).sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(await readFile(join(root, file)))
  return hash.digest('hex')
}

async function filesOf(folder: string, patterns: string[]): Promise<string[]> {
  const files: string[] = []
  for await (const entry of glob(patterns, { cwd: folder, withFileTypes: true })) {
    if (entry.isFile()) files.push(relative(folder, join(entry.parentPath, entry.name)))
  }
  return files
}

async function runVite(folder: string, hash: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!(await stat(vite).catch(() => undefined))) {
    throw new StartProblem(
      'Giao diện web chưa được dựng và máy này thiếu công cụ dựng. Hãy chạy "npm ci" (không bỏ các gói dev).',
    )
  }
  let output = ''
  const child = spawn(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'warn'], {
    cwd: join(root, 'web'),
    env: { ...process.env, NODE_ENV: 'production', CCHC_SOURCES: hash },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new StartProblem(`Không dựng được giao diện web:\n${output.trim()}`)
}

/** Files that shrink are kept compressed beside themselves, so that serving them costs nothing. */
async function compressFiles(folder: string): Promise<void> {
  const files = await filesOf(folder, ['**/*.{js,css,html,svg,json,geojson,webmanifest}'])
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(folder, file))
      if (bytes.length < 1024) return
      const brotli = {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }
      await writeFile(join(folder, `${file}.br`), await promisify(brotliCompress)(bytes, brotli))
      await writeFile(join(folder, `${file}.gz`), await promisify(gzip)(bytes, { level: 9 }))
    }),
  )
}
