import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

/** One thing a script has done by another program; `args` begin with a JavaScript or TypeScript file of this project. */
export interface Task {
  readonly name: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export const root = join(import.meta.dirname, '..')
const tool = (...path: string[]) => join('node_modules', ...path)

const tsc = (project: string): Task => ({
  name: `types: ${project}`,
  args: [tool('typescript', 'bin', 'tsc'), '-p', project],
})
const biome: Task = {
  name: 'lint and format',
  args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings'],
}
export const vitest = (...projects: string[]): Task => ({
  name: `tests: ${projects.join(', ')}`,
  args: [tool('vitest', 'vitest.mjs'), 'run', ...projects.flatMap((project) => ['--project', project])],
})

/** Every script that writes files which are kept in the repository; with `--check` it only tells whether they are stale. */
export function generators(...args: string[]): Task[] {
  const scripts = readdirSync(join(root, 'scripts')).filter((name) => /^generate-.*\.ts$/.test(name))
  return scripts.sort().map((script) => ({
    name: `generated: ${script.slice('generate-'.length, -'.ts'.length)}`,
    args: [join('scripts', script), ...args],
  }))
}

/** Everything that answers in seconds: types, lint, boundaries, rules, generated files; the longest first. */
export function quickTasks(): Task[] {
  const types = ['server', 'web', 'domain/tsconfig.test.json', 'domain'].map(tsc)
  return [vitest('rules', 'shape'), ...types, ...generators('--check'), biome]
}

/** Runs tasks side by side, as many as there are processors; prints the output of those that fail. True when all passed. */
export async function runTogether(tasks: readonly Task[]): Promise<boolean> {
  const waiting = [...tasks]
  let passed = true
  const worker = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      const begun = performance.now()
      const { code, output } = await run(task, 'pipe')
      const seconds = ((performance.now() - begun) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${task.name} (${seconds} s)`)
      if (code === 0) continue
      passed = false
      console.log(output.trimEnd())
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker))
  return passed
}

/** Runs one task with its output shown as it comes. True when it passed. */
export async function runShown(task: Task): Promise<boolean> {
  console.log(`— ${task.name}`)
  return (await run(task, 'inherit')).code === 0
}

function run({ args, env }: Task, stdio: 'pipe' | 'inherit') {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    let output = ''
    // No colours where nobody looks at a terminal.
    const child = spawn(process.execPath, [...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', stdio, stdio],
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}
