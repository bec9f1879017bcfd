import { ensureWebBundle } from '../server/src/platform/web-bundle.ts'

/** `npm run build`: builds the web application where it is missing or older than its sources; `npm start` does so by itself. */
console.log(await ensureWebBundle(console.log))
