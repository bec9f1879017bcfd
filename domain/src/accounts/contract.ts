import { z } from 'zod'
import { roles } from '../access/permissions.ts'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Line } from '../shapes.ts'

const RoleName = z.enum(roles)

export const SessionView = z.object({
  viewer: z
    .object({
      personId: Id,
      fullName: z.string(),
      post: z.string(),
      roles: z.array(RoleName),
      roleName: z.string(),
      unitCode: z.string().nullable(),
      unitName: z.string().nullable(),
      permissions: z.array(z.string()),
    })
    .nullable(),
  /** The product's today in Asia/Ho_Chi_Minh; fixed for an illustrative season. */
  today: CalendarDate,
  illustrative: z.boolean(),
  provinceName: z.string(),
  officeName: z.string(),
  campaign: z
    .object({
      campaignId: Id,
      name: z.string(),
      year: z.number().int(),
      decision: z.string(),
      state: z.string(),
      periodFrom: CalendarDate,
      periodTo: CalendarDate,
      /** Whether it has a scoring sheet in force; without one nothing of scoring is shown. */
      scored: z.boolean(),
    })
    .nullable(),
  /** The signed-in unit officer's own inspection of the running campaign. */
  ownInspectionId: Id.nullable(),
  /** Whether that inspection asks for a report beforehand; an unannounced one does not. */
  ownInspectionReports: z.boolean(),
})
export type SessionView = z.infer<typeof SessionView>

export const readSession = endpoint({
  method: 'GET',
  path: '/session',
  access: 'public',
  summary: 'Who is signed in, what day it is for the product, and the running campaign',
  reply: SessionView,
})

export const signIn = endpoint({
  method: 'POST',
  path: '/session',
  access: 'public',
  summary: 'Sign in with username and password',
  perMinute: 30,
  body: z.object({ username: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) }),
  reply: SessionView,
})

export const signInByLink = endpoint({
  method: 'POST',
  path: '/session/link',
  access: 'public',
  summary: 'Sign in with a first-run link, on the machine that runs the product only',
  perMinute: 60,
  body: z.object({ token: z.string().min(20).max(200) }),
  reply: SessionView,
})

export const signOut = endpoint({
  method: 'DELETE',
  path: '/session',
  access: 'public',
  summary: 'End this session',
  reply: Done,
})

export const changePassword = endpoint({
  method: 'POST',
  path: '/session/password',
  access: 'public',
  summary: 'Change one’s own password; needs a session',
  body: z.object({ currentPassword: z.string().max(200), newPassword: z.string().min(10).max(200) }),
  reply: Done,
})

export const AccountView = z.object({
  personId: Id,
  fullName: z.string(),
  post: z.string(),
  username: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  roles: z.array(RoleName),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  disabled: z.boolean(),
  illustrative: z.boolean(),
})
export type AccountView = z.infer<typeof AccountView>

const AccountBody = z.object({
  fullName: Line,
  post: Line,
  email: z.email().nullable(),
  phone: z.string().trim().max(30).nullable(),
  roles: z.array(RoleName).min(1),
  unitCode: z.string().nullable(),
})

export const listAccounts = endpoint({
  method: 'GET',
  path: '/accounts',
  access: 'account.manage',
  summary: 'Every person with their roles',
  reply: z.object({ accounts: z.array(AccountView) }),
})

export const createAccount = endpoint({
  method: 'POST',
  path: '/accounts',
  access: 'account.manage',
  summary: 'Add a person with a username and a first password',
  body: AccountBody.extend({
    username: z
      .string()
      .trim()
      .regex(/^[a-z0-9._-]{3,50}$/, 'tên đăng nhập gồm 3–50 chữ thường không dấu, số, chấm, gạch'),
    password: z.string().min(10).max(200),
  }),
  reply: AccountView,
})

export const updateAccount = endpoint({
  method: 'PUT',
  path: '/accounts/:personId',
  access: 'account.manage',
  summary: 'Change a person’s details, roles, or lock the account',
  params: z.object({ personId: Id }),
  body: AccountBody.extend({ disabled: z.boolean() }),
  reply: AccountView,
})

export const listPeople = endpoint({
  method: 'GET',
  path: '/people',
  access: 'team.edit',
  summary: 'People who can be named to the team, with where they work',
  query: z.object({ unitCode: z.string().optional() }),
  reply: z.object({
    people: z.array(
      z.object({
        personId: Id,
        fullName: z.string(),
        post: z.string(),
        unitCode: z.string().nullable(),
        unitName: z.string().nullable(),
      }),
    ),
  }),
})

export const AuditEventView = z.object({
  eventId: Id,
  at: z.iso.datetime(),
  personName: z.string().nullable(),
  action: z.string(),
  subjectId: z.string().nullable(),
  details: z.unknown(),
})
export const listAuditEvents = endpoint({
  method: 'GET',
  path: '/audit-events',
  access: 'audit.read',
  summary: 'The newest audit events, filtered by action or subject; `before` names the last event of the page before',
  query: z.object({
    action: z.string().optional(),
    subjectId: z.string().optional(),
    before: Id.optional(),
  }),
  reply: z.object({ events: z.array(AuditEventView) }),
})
