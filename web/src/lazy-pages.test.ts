import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lazyPages } from '../lazy-pages.ts'

test('finds the pages that the routes declare', () => {
  const pages = lazyPages(readFileSync(join(import.meta.dirname, 'routes.tsx'), 'utf8'))
  expect(pages).toContainEqual({ address: '/bao-cao/$inspectionId', module: 'self-reports/SelfReportPage.tsx' })
  expect(pages.length).toBeGreaterThan(30)
})

test('refuses a page that it cannot read', () => {
  const written = `createRoute({ path: '/a', component: lazyRouteComponent(load) })`
  expect(() => lazyPages(written)).toThrow('declares 1 lazy pages, of which 0 can be read')
})
