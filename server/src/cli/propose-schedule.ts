import type { ProposedPlan } from '@cchc/domain/scheduling/contract.ts'
import type { Ground } from '../platform/context.ts'
import { type Call, type Command, Refused } from './command.ts'

/** `cchc schedule propose`: an automatic schedule for the running campaign; it proposes and never accepts. */
export const proposeSchedule: Command = {
  name: 'schedule propose',
  usage: '[--json]',
  summary: {
    vi: 'Đề xuất lịch kiểm tra cho đợt đang chạy, kèm mức chênh đã chứng minh.',
    en: 'Propose a schedule for the running campaign, with its proven gap.',
  },
  help: {
    vi: [
      '  --json      trả lời dạng JSON: objective, bound, gap, seconds, visits, binding',
      'Xếp các cuộc chưa thông báo của đợt đang chạy; cuộc đã thông báo hoặc đã kiểm tra giữ nguyên.',
      'Chỉ đề xuất, không đổi lịch nào; áp dụng trên màn hình “Xếp lịch tự động”.',
      'Không xếp được thì nói các điều không giữ cùng lúc được và cách nới ít nhất, mã thoát 1.',
    ].join('\n'),
    en: [
      '  --json      answer as JSON: objective, bound, gap, seconds, visits, binding',
      'Places the visits of the running campaign that are not announced yet; announced and held ones stay.',
      'It only proposes; a proposal is accepted on the screen "Xếp lịch tự động".',
      'Where nothing fits it names the rules that cannot hold together and the least that must give, exit code 1.',
    ].join('\n'),
  },
  options: { json: { type: 'boolean' } },
  words: { least: 0, most: 0 },
  run: propose,
}

async function propose(call: Call): Promise<0 | 1> {
  const plan = await withInstallation(call, planOf)
  if (call.options.json) {
    const { proposed, bound, gap, seconds, visits, binding } = plan
    const listed = visits.map(({ unitCode, unitName, visitOn, halfDay, group }) => ({
      code: unitCode,
      name: unitName,
      date: visitOn,
      halfDay,
      group,
    }))
    const answer = { objective: proposed.cost.points, bound, gap, seconds, visits: listed, binding }
    call.print(JSON.stringify(answer, null, 2))
    return 0
  }
  const { formatNumber } = await import('@cchc/domain/formats/numbers.ts')
  const { travelDays, km, points } = plan.proposed.cost
  call.print(
    `${formatNumber(points, 1)} điểm (không thể dưới ${formatNumber(plan.bound, 1)}; chênh nhiều nhất ${formatNumber(plan.gap * 100)}%), ${travelDays} ngày đi, ${formatNumber(km, 1)} km, tính trong ${formatNumber(plan.seconds)} giây.`,
  )
  for (const { visitOn, halfDay, unitCode, unitName } of plan.visits)
    call.print(`${visitOn}  ${halfDay === 'morning' ? 'sáng ' : 'chiều'}  ${unitCode.padEnd(8)}  ${unitName}`)
  for (const sentence of plan.binding) call.print(sentence)
  for (const remark of plan.remarks) call.remark(remark)
  return 0
}

/** Reads the running campaign and schedules it; refuses with the sentences of a conflict. */
async function planOf(ground: Ground): Promise<ProposedPlan> {
  const [
    { withContext },
    { readProblem },
    { proposalResult },
    { openSolver },
    { proposeSeason },
    { SchedulingWeights },
  ] = await Promise.all([
    import('../platform/context.ts'),
    import('../scheduling/read-problem.ts'),
    import('../scheduling/result-view.ts'),
    import('../scheduling/open-solver.ts'),
    import('@cchc/domain/scheduling/propose-season.ts'),
    import('@cchc/domain/scheduling/problem.ts'),
  ])
  const read = await withContext(
    ground,
    commandLine,
    async (context) => {
      const running = await context.db
        .selectFrom('campaigns')
        .select('campaignId')
        .where('state', '=', 'running')
        .orderBy('year', 'desc')
        .executeTakeFirst()
      if (!running) throw new Refused('Chưa có đợt kiểm tra nào đang chạy. Ban hành và mở đợt trên màn hình trước.')
      return readProblem(context, running.campaignId, { weights: SchedulingWeights.parse({}), pinned: [] })
    },
    { readOnly: true },
  )
  if (read.problem.units.length === 0)
    throw new Refused('Không còn cuộc nào để xếp: mọi cuộc của đợt đang chạy đã thông báo hoặc đã kiểm tra.')
  const begun = performance.now()
  const solve = await openSolver()
  const answer = proposeSeason(read.problem, read.current, solve)
  const result = proposalResult(answer, read, Math.round((performance.now() - begun) / 10) / 100)
  if (result.kind === 'plan') return result
  throw new Refused([result.sentence, ...result.remedies.map(({ sentence }) => `- ${sentence}`)].join('\n'))
}

/** Whoever types the command has no account; nothing secret is shown to them. */
const commandLine = {
  personId: '00000000-0000-4000-8000-000000000000',
  fullName: 'Dòng lệnh',
  post: '',
  roles: ['planner'],
  unitCode: null,
} as const

/** Works on this folder's installation: on its database where that answers, else it is opened for the while. */
async function withInstallation<T>({ env }: Call, work: (ground: Ground) => Promise<T>): Promise<T> {
  const [{ readConfig }, { lastEmbeddedUrl }, { openDatabase }, { systemClock }, { openFileStore }] = await Promise.all(
    [
      import('../platform/config.ts'),
      import('../platform/embedded-postgres.ts'),
      import('../platform/database.ts'),
      import('../platform/clock.ts'),
      import('../platform/files.ts'),
    ],
  )
  const config = readConfig(env)
  const url = config.databaseUrl ?? (await lastEmbeddedUrl(config.dataDir))
  if (url === undefined)
    throw new Refused(
      'Ở đây chưa có bản cài đặt nào. Chạy npm start, hoặc đặt DATA_DIR tới thư mục dữ liệu rồi thử lại.',
    )
  const database = openDatabase(url, { maxConnections: 1 })
  try {
    const answers = await database
      .selectFrom('settings')
      .select('onlyRow')
      .execute()
      .then(
        () => true,
        () => false,
      )
    if (answers) {
      const files = openFileStore(`${config.dataDir}/files`)
      // A proposal tells nobody, so there is no way out for mail.
      const { openMailer } = await import('../platform/mail.ts')
      const mail = openMailer({ smtpUrl: null, mailFrom: null, publicUrl: 'http://localhost' })
      return await work({ database, clock: systemClock, files, mail })
    }
  } finally {
    await database.destroy()
  }
  if (config.databaseUrl)
    throw new Refused('Không hỏi được cơ sở dữ liệu của DATABASE_URL. Kiểm tra máy chủ cơ sở dữ liệu rồi thử lại.')
  const [{ openGround }, { openings }] = await Promise.all([
    import('../open-ground.ts'),
    import('../platform/openings.ts'),
  ])
  const opened = openings(() => undefined)
  try {
    const terminal = { log: () => undefined, onLost: () => undefined }
    return await work((await openGround(config, opened, terminal)).ground)
  } finally {
    await opened.closeAll()
  }
}
