import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { permissions, type Role, roleNames, roles } from '../domain/src/access/permissions.ts'
import type { AnyEndpoint } from '../domain/src/endpoint.ts'
import { inspectionStateNames, inspectionStates, nextInspectionState } from '../domain/src/inspections/states.ts'
import { refusalCodes, refusalStatus } from '../domain/src/refusals.ts'
import { printJourney } from '../server/test/journeys/journey.ts'
import { oneSeason } from '../server/test/journeys/one-season.ts'

/**
 * Writes `docs/generated`: who may do what, the states of an inspection, the HTTP contract, the refusals and the journeys, from
 * the very data that the product runs on. With `--check` it writes nothing and fails when a page is out of date.
 */
const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs', 'generated')
const notice = 'Written by `npm run generate`; change the data it comes from, not this page.'

const pages: Record<string, string> = {
  'permissions.md': permissionsPage(),
  'inspection-states.md': statesPage(),
  'contract.md': await contractPage(),
  'refusals.md': refusalsPage(),
  [`workflows/${oneSeason.name}.md`]: `${printJourney(oneSeason)}\n${notice}\n`,
}

const stale: string[] = []
for (const [name, text] of Object.entries(pages)) {
  const path = join(folder, name)
  if ((await readFile(path, 'utf8').catch(() => '')) === text) continue
  stale.push(`docs/generated/${name}`)
  if (process.argv.includes('--check')) continue
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, text)
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`${stale.join(', ')} out of date: run "npm run generate".`)
  process.exitCode = 1
}

function permissionsPage(): string {
  const rows = Object.entries(permissions).map(([permission, holders]) => {
    const held: readonly Role[] = holders
    return [`\`${permission}\``, ...roles.map((role) => (held.includes(role) ? '×' : ''))]
  })
  const legend = roles.map((role) => `- \`${role}\` – ${roleNames[role]}`).join('\n')
  return page('Who may do what', `${table(['permission', ...roles], rows)}\n\n${legend}`)
}

function statesPage(): string {
  const acts = ['schedule', 'announce', 'visit', 'conclude', 'close', 'cancel'] as const
  const rows = inspectionStates.map((state) => [
    `\`${state}\``,
    inspectionStateNames[state],
    ...acts.map((act) => nextInspectionState(state, act) ?? ''),
  ])
  return page(
    'States of an inspection',
    `Each cell is the state that the act leads to; an empty one is refused.\n\n${table(['state', 'tiếng Việt', ...acts], rows)}`,
  )
}

async function contractPage(): Promise<string> {
  const source = join(root, 'domain', 'src')
  const files = (await readdir(source, { recursive: true })).filter((name) => name.endsWith('contract.ts')).sort()
  const sections = await Promise.all(
    files.map(async (file) => {
      const module: Record<string, unknown> = await import(join(source, file))
      const entries = Object.values(module).filter(
        (value): value is AnyEndpoint =>
          typeof value === 'object' && value !== null && 'method' in value && 'access' in value,
      )
      const rows = entries.map(({ method, path, access, summary }) => [
        `\`${method} /api${path}\``,
        `\`${access}\``,
        summary,
      ])
      return `## ${file.replace(/\/contract\.ts$/, '')}\n\n${table(['entry', 'access', 'what it does'], rows)}`
    }),
  )
  return page('The HTTP contract', sections.join('\n\n'))
}

function refusalsPage(): string {
  return page(
    'Refusals',
    table(
      ['code', 'status'],
      refusalCodes.map((code) => [`\`${code}\``, String(refusalStatus(code))]),
    ),
  )
}

function page(title: string, body: string): string {
  return `# ${title}\n\n${body}\n\n${notice}\n`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
