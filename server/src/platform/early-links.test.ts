import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { earlyLinks } from './early-links.ts'

let folder: string
let linksFor: Awaited<ReturnType<typeof earlyLinks>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cchc-early-links-'))
  const pages = { '/bao-cao': ['/assets/list.js'], '/bao-cao/$inspectionId': ['/assets/report.js', '/assets/ui.js'] }
  await writeFile(join(folder, 'pages.json'), JSON.stringify(pages))
  linksFor = await earlyLinks(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const code = '</assets/report.js>; rel=modulepreload, </assets/ui.js>; rel=modulepreload'
const session = '</api/session>; rel=preload; as=fetch; crossorigin'

test.each([
  [
    'the page of a report',
    '/bao-cao/0b-1',
    false,
    `${code}, ${session}, </api/inspections/0b-1/self-report>; rel=preload; as=fetch; crossorigin`,
  ],
  ['the same for a stranger, who may ask nothing', '/bao-cao/0b-1', true, `${code}, ${session}`],
  ['a page that asks nothing early', '/bao-cao', false, `</assets/list.js>; rel=modulepreload, ${session}`],
  ['an address of no page', '/bao-cao/0b-1/x', false, undefined],
  ['an address that would break out of the header', '/bao-cao/a>;b', false, undefined],
])('%s', (_, path, isStranger, links) => expect(linksFor(path, isStranger)).toBe(links))

test('a folder without the list gives none', async () => {
  expect((await earlyLinks(join(folder, 'nowhere')))('/bao-cao', false)).toBeUndefined()
})
