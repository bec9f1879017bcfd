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
  loader: async ({ params }) => (await import('./self-reports/data.ts')).loadSelfReport(params.inspectionId),
})
const printedReport = createRoute({
  getParentRoute: () => signedIn,
  path: '/bao-cao/$inspectionId/ban-in',
  component: lazyRouteComponent(() => import('./self-reports/PrintedReportPage.tsx')),
})
const draftImport = createRoute({
  getParentRoute: () => signedIn,
  path: '/bao-cao/$inspectionId/nhap-tu-tep',
  component: lazyRouteComponent(() => import('./self-reports/draft/DraftImportPage.tsx')),
})
const documentRequests = createRoute({
  getParentRoute: () => signedIn,
  path: '/yeu-cau',
  component: lazyRouteComponent(() => import('./document-requests/RequestsPage.tsx')),
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
    throw redirect({ to: '/kiem-tra/$inspectionId/buoi-kiem-tra', params, search: true, replace: true })
  },
})
const visit = createRoute({
  getParentRoute: () => signedIn,
  path: '/kiem-tra/$inspectionId/buoi-kiem-tra',
  component: lazyRouteComponent(() => import('./fieldwork/VisitPage.tsx')),
})
const readMinutes = createRoute({
  getParentRoute: () => signedIn,
  path: '/kiem-tra/$inspectionId/buoi-kiem-tra/doc-bien-ban',
  component: lazyRouteComponent(() => import('./fieldwork/ReadMinutesPage.tsx')),
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

const outlines = createRoute({
  getParentRoute: () => signedIn,
  path: '/quan-tri/de-cuong',
  component: lazyRouteComponent(() => import('./outlines/OutlinesPage.tsx')),
})
const outline = createRoute({
  getParentRoute: () => signedIn,
  path: '/quan-tri/de-cuong/$outlineVersionId',
  component: lazyRouteComponent(() => import('./outlines/OutlinePage.tsx')),
})

const campaigns = createRoute({
  getParentRoute: () => signedIn,
  path: '/dot-kiem-tra',
  component: lazyRouteComponent(() => import('./campaigns/CampaignsPage.tsx')),
})
const campaign = createRoute({
  getParentRoute: () => signedIn,
  path: '/dot-kiem-tra/$campaignId',
  component: lazyRouteComponent(() => import('./campaigns/CampaignPage.tsx')),
})
const review = createRoute({
  getParentRoute: () => signedIn,
  path: '/dot-kiem-tra/$campaignId/ra-soat',
  component: lazyRouteComponent(() => import('./campaigns/review/ReviewPage.tsx')),
})
const team = createRoute({
  getParentRoute: () => signedIn,
  path: '/dot-kiem-tra/$campaignId/doan',
  component: lazyRouteComponent(() => import('./campaigns/TeamPage.tsx')),
})
const busyTimes = createRoute({
  getParentRoute: () => signedIn,
  path: '/lich-ban',
  component: lazyRouteComponent(() => import('./availability/OwnBusyPage.tsx')),
})
const schedule = createRoute({
  getParentRoute: () => signedIn,
  path: '/lich',
  component: lazyRouteComponent(() => import('./inspections/SchedulePage.tsx')),
})

const unannouncedList = createRoute({
  getParentRoute: () => signedIn,
  path: '/dot-xuat',
  component: lazyRouteComponent(() => import('./unannounced/UnannouncedListPage.tsx')),
})
const proposeUnannounced = createRoute({
  getParentRoute: () => signedIn,
  path: '/dot-xuat/de-xuat',
  component: lazyRouteComponent(() => import('./unannounced/UnannouncedFormPage.tsx'), 'ProposePage'),
})
const unannounced = createRoute({
  getParentRoute: () => signedIn,
  path: '/dot-xuat/$inspectionId',
  component: lazyRouteComponent(() => import('./unannounced/UnannouncedPage.tsx')),
})
const editUnannounced = createRoute({
  getParentRoute: () => signedIn,
  path: '/dot-xuat/$inspectionId/sua',
  component: lazyRouteComponent(() => import('./unannounced/UnannouncedFormPage.tsx'), 'EditUnannouncedPage'),
})
const autoSchedule = createRoute({
  getParentRoute: () => signedIn,
  path: '/lich/xep-tu-dong',
  component: lazyRouteComponent(() => import('./scheduling/AutoSchedulePage.tsx')),
})
const thematic = createRoute({
  getParentRoute: () => signedIn,
  path: '/chuyen-de',
  component: lazyRouteComponent(() => import('./thematic/ThematicPage.tsx')),
})
const newRegistration = createRoute({
  getParentRoute: () => signedIn,
  path: '/chuyen-de/dang-ky',
  component: lazyRouteComponent(() => import('./thematic/RegistrationFormPage.tsx')),
})
const registrationSheet = createRoute({
  getParentRoute: () => signedIn,
  path: '/chuyen-de/nhap-excel',
  component: lazyRouteComponent(() => import('./thematic/SheetPage.tsx')),
})
const registration = createRoute({
  getParentRoute: () => signedIn,
  path: '/chuyen-de/$registrationId',
  component: lazyRouteComponent(() => import('./thematic/RegistrationPage.tsx')),
})
const editedRegistration = createRoute({
  getParentRoute: () => signedIn,
  path: '/chuyen-de/$registrationId/sua',
  component: lazyRouteComponent(() => import('./thematic/RegistrationFormPage.tsx')),
})
const logistics = createRoute({
  getParentRoute: () => signedIn,
  path: '/hau-can',
  component: lazyRouteComponent(() => import('./logistics/LogisticsPage.tsx')),
})
const transportDay = createRoute({
  getParentRoute: () => signedIn,
  path: '/hau-can/xe/$day',
  component: lazyRouteComponent(() => import('./logistics/TransportDayPage.tsx')),
})

const conclusions = createRoute({
  getParentRoute: () => signedIn,
  path: '/ket-luan',
  component: lazyRouteComponent(() => import('./conclusions/ConclusionsPage.tsx')),
})
const conclusion = createRoute({
  getParentRoute: () => signedIn,
  path: '/ket-luan/$inspectionId',
  component: lazyRouteComponent(() => import('./conclusions/ConclusionPage.tsx')),
})
const conclusionBoard = createRoute({
  getParentRoute: () => signedIn,
  path: '/ket-luan/$inspectionId/bang',
  component: lazyRouteComponent(() => import('./conclusions/board/BoardPage.tsx')),
})
const sentencePatterns = createRoute({
  getParentRoute: () => signedIn,
  path: '/ket-luan/mau-cau',
  component: lazyRouteComponent(() => import('./conclusions/patterns/PatternsPage.tsx')),
})
const followUp = createRoute({
  getParentRoute: () => signedIn,
  path: '/khac-phuc',
  component: lazyRouteComponent(() => import('./follow-up/FollowUpPage.tsx')),
})
const overdue = createRoute({
  getParentRoute: () => signedIn,
  path: '/khac-phuc/qua-han',
  component: lazyRouteComponent(() => import('./follow-up/OverduePage.tsx')),
})
const violations = createRoute({
  getParentRoute: () => signedIn,
  path: '/vi-pham',
  component: lazyRouteComponent(() => import('./follow-up/ViolationsPage.tsx')),
})
const recommendation = createRoute({
  getParentRoute: () => signedIn,
  path: '/khac-phuc/$recommendationId',
  component: lazyRouteComponent(() => import('./follow-up/RecommendationPage.tsx')),
})
const scoring = createRoute({
  getParentRoute: () => signedIn,
  path: '/cham-diem',
  component: lazyRouteComponent(() => import('./scoring/ScoringPage.tsx')),
})
const unitScoring = createRoute({
  getParentRoute: () => signedIn,
  path: '/cham-diem/$inspectionId',
  component: lazyRouteComponent(() => import('./scoring/UnitScoringPage.tsx')),
})
const scoringResults = createRoute({
  getParentRoute: () => signedIn,
  path: '/cham-diem/ket-qua',
  component: lazyRouteComponent(() => import('./scoring/ResultsPage.tsx')),
})
const scoringSheets = createRoute({
  getParentRoute: () => signedIn,
  path: '/cham-diem/phieu',
  component: lazyRouteComponent(() => import('./scoring/SheetsPage.tsx')),
})
const scoringSheet = createRoute({
  getParentRoute: () => signedIn,
  path: '/cham-diem/phieu/$sheetId',
  component: lazyRouteComponent(() => import('./scoring/SheetPage.tsx')),
})
const synthesis = createRoute({
  getParentRoute: () => signedIn,
  path: '/tong-hop',
  component: lazyRouteComponent(() => import('./synthesis/SynthesisPage.tsx')),
})
const documents = createRoute({
  getParentRoute: () => signedIn,
  path: '/van-ban',
  component: lazyRouteComponent(() => import('./documents/DocumentsPage.tsx')),
})
const document = createRoute({
  getParentRoute: () => signedIn,
  path: '/van-ban/$documentId',
  component: lazyRouteComponent(() => import('./documents/DocumentPage.tsx')),
})

const notifications = createRoute({
  getParentRoute: () => signedIn,
  path: '/tin-bao',
  component: lazyRouteComponent(() => import('./notifications/NotificationsPage.tsx')),
})
const announcements = createRoute({
  getParentRoute: () => signedIn,
  path: '/lich/thong-bao',
  component: lazyRouteComponent(() => import('./inspections/AnnouncePage.tsx')),
})
const reminders = createRoute({
  getParentRoute: () => signedIn,
  path: '/nhac-viec',
  component: lazyRouteComponent(() => import('./reminders/RemindersPage.tsx')),
})
const mails = createRoute({
  getParentRoute: () => signedIn,
  path: '/quan-tri/thu-dien-tu',
  component: lazyRouteComponent(() => import('./notifications/MailsPage.tsx')),
})
const pressVisits = createRoute({
  getParentRoute: () => signedIn,
  path: '/bao-chi',
  component: lazyRouteComponent(() => import('./notifications/PressVisitsPage.tsx')),
})

const routeTree = root.addChildren([
  signIn,
  signInByLink,
  signedIn.addChildren([
    home,
    campaigns,
    campaign,
    review,
    team,
    busyTimes,
    schedule,
    autoSchedule,
    thematic,
    newRegistration,
    registrationSheet,
    registration,
    editedRegistration,
    calendar,
    units,
    accounts,
    outlines,
    outline,
    notifications,
    announcements,
    reminders,
    mails,
    pressVisits,
    inspection,
    selfReports,
    selfReport,
    printedReport,
    draftImport,
    documentRequests,
    visits,
    visitByShortAddress,
    visit,
    readMinutes,
    unannouncedList,
    proposeUnannounced,
    unannounced,
    editUnannounced,
    logistics,
    transportDay,
    conclusions,
    sentencePatterns,
    conclusionBoard,
    conclusion,
    followUp,
    overdue,
    violations,
    recommendation,
    scoring,
    unitScoring,
    scoringResults,
    scoringSheets,
    scoringSheet,
    synthesis,
    documents,
    document,
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
