import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadBodyFont()],
  // Data, not code: the map reads the boundaries that the catalogue was seeded from.
  resolve: { alias: { '@boundaries': join(import.meta.dirname, '..', 'server', 'seed') } },
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
  },
})
