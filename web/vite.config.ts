import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'
import { lazyPages } from './lazy-pages.ts'

/** Asks the browser for the two fonts that every page draws first, before the style sheet names them. */
function preloadBodyFont(): Plugin {
  return {
    name: 'preload-body-font',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /be-vietnam-pro-(latin|vietnamese)-400-normal.*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
            injectTo: 'head-prepend' as const,
          })),
    },
  }
}

/**
 * Writes `pages.json`: address of a page → the files that its code needs beyond those of the first screen, which the server
 * names in the head of its answer, so that they are on their way before the first line of the application has run.
 */
function listPageFiles(): Plugin {
  return {
    name: 'list-page-files',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
      const withImports = (name: string, all = new Set<string>()): Set<string> => {
        if (all.has(name)) return all
        all.add(name)
        for (const imported of byName.get(name)?.imports ?? []) withImports(imported, all)
        return all
      }
      const start = withImports(chunks.find((chunk) => chunk.isEntry)!.fileName)
      const pages = lazyPages(readFileSync(join(import.meta.dirname, 'src', 'routes.tsx'), 'utf8'))
      const files = pages.map(({ address, module }) => {
        const page = chunks.find((chunk) => chunk.facadeModuleId === join(import.meta.dirname, 'src', module))
        if (!page) throw new Error(`${module} has no file of its own`)
        return [address, [...withImports(page.fileName)].filter((name) => !start.has(name)).map((name) => `/${name}`)]
      })
      this.emitFile({ type: 'asset', fileName: 'pages.json', source: JSON.stringify(Object.fromEntries(files)) })
    },
  }
}

const hashOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

/**
 * Builds `/sw.js`, a file of its own and without a hash in its name, which holds the list of the application's files. Files
 * of `assets` bear their hash in the name; the others have it beside them. The map's boundaries stay on the server.
 */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') throw new Error('the service worker needs index.html, which is not in the bundle')
        const shared = join(import.meta.dirname, 'public')
        const list = [
          { url: '/index.html', revision: hashOf(page.source) },
          ...Object.keys(bundle)
            .filter((file) => file.startsWith('assets/') && !/\.(geojson|map|woff)$/.test(file))
            .map((file) => ({ url: `/${file}`, revision: null })),
          ...globSync('**/*.{png,webmanifest}', { cwd: shared }).map((file) => ({
            url: `/${file}`,
            revision: hashOf(readFileSync(join(shared, file))),
          })),
        ].sort((a, b) => (a.url < b.url ? -1 : 1))
        const built = await build({
          configFile: false,
          logLevel: 'warn',
          define: { __PRECACHE__: JSON.stringify(list), 'process.env.NODE_ENV': '"production"' },
          publicDir: false,
          build: {
            write: false,
            rolldownOptions: {
              input: join(import.meta.dirname, 'src', 'platform', 'offline', 'service-worker.ts'),
              output: { format: 'iife' },
            },
          },
        })
        const [worker] = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
        if (worker?.type !== 'chunk') throw new Error('the service worker was not built')
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: worker.code })
      },
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadBodyFont(), listPageFiles(), serviceWorker()],
  resolve: {
    alias: [
      // Data, not code: the map reads the boundaries that the catalogue was seeded from.
      { find: '@boundaries', replacement: join(import.meta.dirname, '..', 'server', 'seed') },
      { find: /^zod$/, replacement: join(import.meta.dirname, 'src', 'platform', 'shapes-on-demand.ts') },
    ],
  },
  define: { 'import.meta.env.VITE_SOURCES': JSON.stringify(process.env.CCHC_SOURCES ?? '') },
  server: {
    port: 5173,
    proxy: { '/api': process.env.CCHC_API ?? 'http://localhost:3000' },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Read by the bench, which adds up what the first screen loads.
    manifest: true,
    chunkSizeWarningLimit: 700,
    // A style sheet for all, smaller than what a page's own would cost in requests.
    cssCodeSplit: false,
    // The server names the files of the page that is asked for; those of the next ones come as they are imported.
    modulePreload: { resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []) },
    rolldownOptions: {
      output: {
        // Few files, each of some size: on an old PC every file costs some milliseconds more than its bytes. A group only
        // imports from those above it, as the rooms do, so that none waits for another in a circle.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 7 },
            {
              name: 'rules',
              test: /node_modules(?!.*(tabler|cel|dexie))|domain[\\/]src[\\/](?!.*refusals)/,
              minShareCount: 14,
              priority: 6,
            },
            // Every sentence of a no, for the pages that find one themselves.
            { name: 'refusals', test: /domain[\\/]src[\\/].*refusals\.ts/, minShareCount: 2, priority: 5 },
            // Recipes and their reckoning, for the pages that reckon while somebody writes.
            {
              name: 'recipes',
              test: /@marcbachmann|domain[\\/]src[\\/]outlines[\\/](expression|compile|evaluate|check-outline|jumps)\.ts/,
              minShareCount: 2,
              priority: 4,
            },
            {
              name: 'ui',
              test: /tabler|web[\\/]src[\\/](ui|platform(?![\\/]offline)|shell)[\\/]/,
              minShareCount: 6,
              priority: 3,
            },
            // The device's store, for those alone who carry something along.
            {
              name: 'offline',
              test: /dexie|platform[\\/]offline[\\/](store|outbox-store|with-unsent)\.ts/,
              minShareCount: 2,
              priority: 2,
            },
            {
              name: 'report',
              test: /web[\\/]src[\\/](self-reports|evidence|document-requests)[\\/]/,
              minShareCount: 2,
              priority: 1,
            },
          ],
        },
      },
    },
  },
})
