import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Landing } from './shell/Landing.tsx'
import { ProblemPage } from './shell/ProblemPage.tsx'
import { Lost, Root, SignedIn } from './shell/Root.tsx'
import { Skeleton } from './ui/Skeleton.tsx'

/** Every address of the product. Each page is loaded when it is first gone to, or pointed at. */
const root = createRootRoute({ component: Root, notFoundComponent: Lost })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./shell/SignInRoutes.tsx'), 'SignInRoute'),
})
const signInByLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  component: lazyRouteComponent(() => import('./shell/SignInRoutes.tsx'), 'SignInByLinkRoute'),
})

/** Behind the sign-in. */
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn })
const home = createRoute({ getParentRoute: () => signedIn, path: '/', component: Landing })

const routeTree = root.addChildren([signIn, signInByLink, signedIn.addChildren([home])])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: ProblemPage,
  defaultPendingComponent: () => <Skeleton lines={8} />,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
