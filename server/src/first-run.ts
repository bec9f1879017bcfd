import { join } from 'node:path'
import { roleNames, type Viewer } from '@cchc/domain/access/permissions.ts'
import { makeSignInLink } from './accounts/make-sign-in-link.ts'
import type { Ground } from './platform/context.ts'
import type { SignIn } from './platform/sign-in.ts'
import { StartProblem } from './platform/start-problem.ts'
import type { Cast } from './seed/illustrative/cast.ts'
import { playSeason } from './seed/illustrative/play-season.ts'
import { illustrativeToday, seasonPlan } from './seed/illustrative/season-plan.ts'
import { seedInstallation } from './seed/seed-installation.ts'
import { markFirstRunFinished } from './undo-broken-first-run.ts'

/** A way in that is printed when the product starts: whose it is, and the path below the product's address. */
export interface PrintedLink {
  readonly title: string
  readonly path: string
}

/**
 * Fills an empty installation with the illustrative season; one that has been set up (`cchc init`, or an earlier start) is
 * left alone. Answers with the sign-in links to print, which there are on the first run only.
 *
 * A production start (`NODE_ENV=production`) refuses an illustrative installation: its accounts are for show.
 */
export async function firstRun(
  ownerUrl: string,
  ground: Ground,
  signIn: SignIn,
  log: (line: string) => void,
): Promise<PrintedLink[]> {
  const settings = await ground.database.selectFrom('settings').select('illustrative').executeTakeFirst()
  if (process.env.NODE_ENV === 'production' && (settings?.illustrative ?? true)) {
    throw new StartProblem(
      'Chạy thật (NODE_ENV=production) không dùng dữ liệu và tài khoản minh họa. Hãy tạo một bản sạch trước: DATA_DIR=… npx cchc init',
    )
  }
  if (settings) return []
  log('Lần chạy đầu: đang nạp dữ liệu minh họa…')
  await seedInstallation(ground.database, { illustrative: true, fixedToday: illustrativeToday })
  const cast = await playSeason(ground, signIn, {
    name: decision,
    path: join(import.meta.dirname, '..', 'seed', decision),
  })
  await markFirstRunFinished(ownerUrl)
  return Promise.all(
    waysIn(cast).map(async ({ title, viewer }) => ({
      title,
      path: `/sign-in/link?token=${await makeSignInLink(ground, viewer.personId, daysOfLink)}`,
    })),
  )
}

const decision = 'decision-2251.txt'
/** Days that a printed link opens a session; each may be used again until then, on this machine only. */
const daysOfLink = 30

/** One way in per role; the inspected unit is one that is writing its report. */
function waysIn(cast: Cast): { title: string; viewer: Viewer }[] {
  const [deputy] = cast.deputies.values()
  const [member] = cast.members.values()
  const writing = seasonPlan.findIndex((visit) => visit?.progress === 'drafting')
  const officer = [...cast.officers.values()][writing]
  const head = [...cast.heads.values()][writing]
  const viewers = [
    cast.planner,
    cast.standingDeputy,
    cast.leader,
    deputy,
    member,
    cast.coordinators.get('31-STP'),
    officer,
    head,
    cast.cityViewer,
    cast.press,
    cast.administrator,
  ]
  return viewers.flatMap((viewer) =>
    viewer ? [{ title: `${roleNames[viewer.roles[0]!]} (${viewer.fullName})`, viewer }] : [],
  )
}
