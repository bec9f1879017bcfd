import type { AnyEndpoint } from '@cchc/domain/endpoint.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { z } from 'zod'
import { accountRoutes } from './accounts/routes.ts'
import { availabilityRoutes } from './availability/routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { campaignRoutes } from './campaigns/routes.ts'
import { draftAnswerRoutes } from './conclusions/answer-routes.ts'
import { boardRoutes } from './conclusions/board-routes.ts'
import { replacementRoutes } from './conclusions/replacement-routes.ts'
import { reviewRoutes } from './conclusions/review-routes.ts'
import { conclusionRoutes } from './conclusions/routes.ts'
import { documentRequestRoutes } from './document-requests/routes.ts'
import { documentRoutes } from './documents/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { minutesRoutes } from './fieldwork/minutes-routes.ts'
import { offlineRoutes } from './fieldwork/offline-routes.ts'
import { fieldworkRoutes } from './fieldwork/routes.ts'
import { moreTimeRoutes } from './follow-up/more-time-routes.ts'
import { oversightRoutes } from './follow-up/oversight-routes.ts'
import { followUpRoutes } from './follow-up/routes.ts'
import { violationRoutes } from './follow-up/violation-routes.ts'
import { inspectionRoutes } from './inspections/routes.ts'
import { logisticsRoutes } from './logistics/routes.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { outlineRoutes } from './outlines/routes.ts'
import type { Ground } from './platform/context.ts'
import { deafNewsDesk, type NewsDesk } from './platform/news.ts'
import { describeContract } from './platform/openapi.ts'
import { servePages } from './platform/pages.ts'
import { refusalOf } from './platform/problems.ts'
import { type Edge, type Perform, performer } from './platform/serve.ts'
import type { SignIn } from './platform/sign-in.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { schedulingRoutes } from './scheduling/routes.ts'
import { scoringResultsRoutes } from './scoring/results-routes.ts'
import { scoringRoutes } from './scoring/routes.ts'
import { scoringSheetRoutes } from './scoring/sheet-routes.ts'
import { reportExchangeRoutes } from './self-reports/exchange-routes.ts'
import { liveReportRoutes } from './self-reports/live-routes.ts'
import { selfReportRoutes } from './self-reports/routes.ts'
import { reportSendingRoutes } from './self-reports/sending-routes.ts'
import { synthesisRoutes } from './synthesis/routes.ts'
import { thematicRoutes } from './thematic/routes.ts'
import { unannouncedRoutes } from './unannounced/routes.ts'
import { unitRoutes } from './units/routes.ts'

z.config(z.locales.vi())

export interface AppOptions {
  readonly ground: Ground
  readonly signIn: SignIn
  /** Folder of the built web application; null serves the API alone. */
  readonly webFolder: string | null
  /** What pages that follow something live hear by; without it they hear nothing. It is closed by whoever opened it. */
  readonly news?: NewsDesk
  readonly log?: boolean
}

/** The application with its contract as served, and the way to perform an entry without HTTP. */
export type App = FastifyInstance & { readonly contract: readonly AnyEndpoint[]; readonly perform: Perform }

/** The whole HTTP application, without listening; tests use it through `inject`. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { ground, signIn, webFolder, news = deafNewsDesk, log = false } = options
  const app = Fastify({
    logger: log ? { level: 'warn' } : false,
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    hsts: false,
  })
  await app.register(compress, { threshold: 2048 })
  await app.register(multipart)
  await app.register(rateLimit, { global: false })
  refuseOtherSites(app)
  answerProblems(app)

  const edge: Edge = { app, ground, signIn, news, contract: [], acts: new Map() }
  const shelves = [
    accountRoutes,
    calendarRoutes,
    availabilityRoutes,
    unitRoutes,
    campaignRoutes,
    inspectionRoutes,
    thematicRoutes,
    unannouncedRoutes,
    schedulingRoutes,
    notificationRoutes,
    outlineRoutes,
    logisticsRoutes,
    evidenceRoutes,
    selfReportRoutes,
    reportExchangeRoutes,
    documentRequestRoutes,
    liveReportRoutes,
    reportSendingRoutes,
    fieldworkRoutes,
    offlineRoutes,
    minutesRoutes,
    conclusionRoutes,
    boardRoutes,
    reviewRoutes,
    draftAnswerRoutes,
    replacementRoutes,
    followUpRoutes,
    moreTimeRoutes,
    oversightRoutes,
    violationRoutes,
    scoringSheetRoutes,
    scoringRoutes,
    scoringResultsRoutes,
    synthesisRoutes,
    reminderRoutes,
    documentRoutes,
  ]
  for (const routes of shelves) routes(edge)
  describeContract(app, edge.contract)
  await servePages(app, webFolder)
  return Object.assign(app as FastifyInstance, { contract: edge.contract, perform: performer(edge) })
}

/** A page of another site may not act with this site's cookie; browsers say where a request comes from. */
function refuseOtherSites(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const site = request.headers['sec-fetch-site']
    if (
      request.method !== 'GET' &&
      request.method !== 'HEAD' &&
      typeof site === 'string' &&
      site !== 'same-origin' &&
      site !== 'none'
    )
      throw new Refusal('not-permitted')
  })
}

function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error) ?? ownRefusalOf(error)
    if (refusal)
      return reply
        .code(refusal.status)
        .send({ error: { code: refusal.code, sentence: refusal.message, details: refusal.details } })
    request.log.error(error)
    if (process.env.CCHC_SHOW_FAULTS) console.error(error)
    return reply.code(500).send({
      error: {
        code: 'fault',
        sentence: `Hệ thống gặp lỗi ngoài dự tính (mã ${request.id}). Việc vừa làm chưa được ghi. Hãy thử lại; nếu vẫn lỗi, báo quản trị kèm mã này.`,
        details: null,
      },
    })
  })
}

function ownRefusalOf(error: FastifyError): Refusal | undefined {
  if (error.statusCode === 429) return new Refusal('too-many-requests')
  if (error.statusCode === 413) return new Refusal('file-too-large', { name: 'nội dung gửi lên', limit: '2 MB' })
  if (error.statusCode && error.statusCode < 500) return new Refusal('bad-input', { problems: error.message })
  return undefined
}
