/** A page whose code is loaded when it is first gone to. */
interface LazyPage {
  /** As the router writes it: `/bao-cao/$inspectionId`. */
  readonly address: string
  /** Its file, from `src`. */
  readonly module: string
}

/** The lazily loaded pages that a text of `routes.tsx` declares; refuses one that is written in a way that it cannot read. */
export function lazyPages(routes: string): LazyPage[] {
  const pages = [
    ...routes.matchAll(/path: '([^']+)',\s+component: lazyRouteComponent\(\(\) => import\('\.\/([^']+)'\)/g),
  ].map(([, address, module]) => ({ address: address!, module: module! }))
  const declared = routes.match(/lazyRouteComponent\(/g)?.length ?? 0
  if (pages.length !== declared)
    throw new Error(`routes.tsx declares ${declared} lazy pages, of which ${pages.length} can be read`)
  return pages
}
