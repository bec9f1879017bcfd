import { type Call, type Command, Refused, WrongUsage } from './command.ts'

/** `cchc init`: a clean installation with its first administrator. */
export const init: Command = {
  name: 'init',
  usage: '[--username NAME] [--name "FULL NAME"] [--post POST] [--password PASSWORD] [--json]',
  summary: {
    vi: 'Tạo một bản cài đặt sạch, không có dữ liệu minh họa, cùng quản trị viên đầu tiên.',
    en: 'Set up a clean installation without illustrative data, with its first administrator.',
  },
  help: {
    vi: [
      '  --username  tên đăng nhập: 3 đến 50 chữ thường không dấu, số, dấu chấm, gạch nối',
      '  --name      họ và tên',
      '  --post      chức vụ (mặc định: Quản trị hệ thống)',
      '  --password  mật khẩu, ít nhất 10 ký tự; nên bỏ trống để được hỏi, hoặc đưa qua stdin',
      '  --json      trả lời dạng JSON',
      'Thiếu điều gì thì hỏi trên màn hình. Dùng DATA_DIR (mặc định ./data) và DATABASE_URL như npm start.',
    ].join('\n'),
    en: [
      '  --username  3 to 50 lower-case letters, digits, dots, hyphens',
      '  --name      full name',
      '  --post      post (default: Quản trị hệ thống)',
      '  --password  at least 10 characters; better left out, to be asked for or given on stdin',
      '  --json      answer as JSON',
      'What is missing is asked for on the terminal. Uses DATA_DIR (default ./data) and DATABASE_URL as npm start does.',
    ].join('\n'),
  },
  options: {
    username: { type: 'string' },
    name: { type: 'string' },
    post: { type: 'string', default: 'Quản trị hệ thống' },
    password: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: { least: 0, most: 0 },
  run: setUp,
}

interface Administrator {
  readonly username: string
  readonly fullName: string
  readonly post: string
  readonly password: string
}

async function setUp(call: Call): Promise<0> {
  const [{ readConfig }, { openGround }, { openings }] = await Promise.all([
    import('../platform/config.ts'),
    import('../open-ground.ts'),
    import('../platform/openings.ts'),
  ])
  const config = readConfig(call.env)
  const administrator = await askAdministrator(call)
  const opened = openings((error) => call.remark(String(error)))
  try {
    const terminal = { log: call.remark, onLost: (problem: Error) => call.remark(problem.message) }
    await fill(await openGround(config, opened, terminal), administrator)
  } finally {
    await opened.closeAll()
  }
  const { username } = administrator
  if (call.options.json) call.print(JSON.stringify({ dataDir: config.dataDir, username }))
  else
    call.print(`Đã tạo bản cài đặt trong "${config.dataDir}" và quản trị viên "${username}". Chạy phần mềm: npm start`)
  return 0
}

/** Refuses where something has been set up already; finishes what an earlier, cut off `init` began. */
async function fill(
  { ground, signIn }: Awaited<ReturnType<typeof import('../open-ground.ts').openGround>>,
  { password, ...person }: Administrator,
) {
  const [{ seedInstallation }, { addAccount }, { record }] = await Promise.all([
    import('../seed/seed-installation.ts'),
    import('../accounts/create-account.ts'),
    import('../platform/audit.ts'),
  ])
  const settings = await ground.database.selectFrom('settings').select('illustrative').executeTakeFirst()
  const somebody = await ground.database.selectFrom('people').select('personId').executeTakeFirst()
  if (settings?.illustrative) {
    throw new Refused(
      'Ở đây đã có bản minh họa. Hãy đặt DATA_DIR tới một thư mục mới, hoặc dùng một cơ sở dữ liệu trống.',
    )
  }
  if (somebody)
    throw new Refused('Ở đây đã có một bản cài đặt với tài khoản của nó. Quản trị viên thêm tài khoản trên màn hình.')
  await seedInstallation(ground.database, { illustrative: false, fixedToday: null })
  const now = ground.clock.now().toISOString()
  await ground.database.transaction().execute((db) =>
    addAccount(
      {
        db,
        record: (action, subjectId, details = {}) =>
          record(db, { at: now, personId: null, action, subjectId, inspectionId: null, details }),
      },
      signIn,
      { ...person, password, email: null, phone: null, roles: ['administrator'], unitCode: null },
    ),
  )
}

async function askAdministrator(call: Call): Promise<Administrator> {
  const given = (name: string) => (call.options[name] as string | undefined)?.normalize('NFC').trim()
  const asked = process.stdin.isTTY ? askOnTerminal : takeNothing
  const username = given('username') ?? (await asked('Tên đăng nhập của quản trị viên: ', '--username'))
  if (!/^[a-z0-9._-]{3,50}$/.test(username)) {
    throw new WrongUsage('Tên đăng nhập cần 3 đến 50 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối.')
  }
  const fullName = given('name') ?? (await asked('Họ và tên: ', '--name'))
  if (fullName === '') throw new WrongUsage('Họ và tên đang để trống.')
  const password =
    (call.options.password as string | undefined) ??
    (process.stdin.isTTY
      ? await askOnTerminal('Mật khẩu (ít nhất 10 ký tự): ', '--password', true)
      : await firstLineOfStdin())
  if (password.length < 10 || password.length > 200) throw new WrongUsage('Mật khẩu cần từ 10 đến 200 ký tự.')
  return { username, fullName, post: given('post') || 'Quản trị hệ thống', password }
}

async function takeNothing(_question: string, option: string): Promise<string> {
  throw new WrongUsage(`Thiếu ${option}.`)
}

async function askOnTerminal(question: string, option: string, hidden = false): Promise<string> {
  const [{ createInterface }, { Writable }] = await Promise.all([import('node:readline'), import('node:stream')])
  process.stderr.write(question)
  // What is typed is echoed by readline to its output; a secret goes to nowhere.
  const output = hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr
  const reader = createInterface({ input: process.stdin, output, terminal: true })
  const answer = await new Promise<string | undefined>((resolve) => {
    reader.once('line', resolve)
    // Ctrl-C, Ctrl-D: nothing is answered and nothing is set up.
    reader.once('SIGINT', () => reader.close())
    reader.once('close', () => resolve(undefined))
  })
  reader.close()
  if (hidden || answer === undefined) process.stderr.write('\n')
  if (answer === undefined) throw new WrongUsage(`Thiếu ${option}.`)
  return answer.normalize('NFC').trim()
}

async function firstLineOfStdin(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk
  return text.split(/\r?\n/)[0] ?? ''
}
