import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
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

const inspection = createRoute({
  getParentRoute: () => signedIn,
  path: '/lich/$inspectionId',
  component: lazyRouteComponent(() => import('./inspections/InspectionPage.tsx')),
})
const selfReports = createRoute({
  getParentRoute: () => signedIn,
  path: '/bao-cao',
  component: lazyRouteComponent(() => import('./self-reports/SelfReportsPage.tsx')),
})
const selfReport = createRoute({
  getParentRoute: () => signedIn,
  path: '/bao-cao/$inspectionId',
  component: lazyRouteComponent(() => import('./self-reports/SelfReportPage.tsx')),
})
const printedReport = createRoute({
  getParentRoute: () => signedIn,
  path: '/bao-cao/$inspectionId/ban-in',
  component: lazyRouteComponent(() => import('./self-reports/PrintedReportPage.tsx')),
})
const visits = createRoute({
  getParentRoute: () => signedIn,
  path: '/buoi-kiem-tra',
  component: lazyRouteComponent(() => import('./fieldwork/VisitsPage.tsx')),
})
/** The short address that tasks and messages use. */
const visitByShortAddress = createRoute({
  getParentRoute: () => signedIn,
  path: '/buoi-kiem-tra/$inspectionId',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/kiem-tra/$inspectionId/buoi-kiem-tra', params, replace: true })
  },
})
const visit = createRoute({
  getParentRoute: () => signedIn,
  path: '/kiem-tra/$inspectionId/buoi-kiem-tra',
  component: lazyRouteComponent(() => import('./fieldwork/VisitPage.tsx')),
})

const calendar = createRoute({
  getParentRoute: () => signedIn,
  path: '/quan-tri/ngay-nghi',
  component: lazyRouteComponent(() => import('./calendar/CalendarPage.tsx')),
})
const units = createRoute({
  getParentRoute: () => signedIn,
  path: '/quan-tri/don-vi',
  component: lazyRouteComponent(() => import('./units/UnitsPage.tsx')),
})
const accounts = createRoute({
  getParentRoute: () => signedIn,
  path: '/quan-tri/tai-khoan',
  component: lazyRouteComponent(() => import('./accounts/AccountsPage.tsx')),
})

const routeTree = root.addChildren([
  signIn,
  signInByLink,
  signedIn.addChildren([
    home,
    calendar,
    units,
    accounts,
    inspection,
    selfReports,
    selfReport,
    printedReport,
    visits,
    visitByShortAddress,
    visit,
  ]),
])

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
