import { parseArgs } from 'node:util'
import { type Call, type Command, WrongUsage } from './command.ts'
import { deadline } from './deadline.ts'
import { findUnit } from './find-unit.ts'
import { commandHelp, overview } from './help.ts'
import { init } from './init.ts'
import { proposeSchedule } from './propose-schedule.ts'
import { readDecisionPaper } from './read-decision-paper.ts'
import { readReportDraft } from './read-report-draft.ts'

export const commands: readonly Command[] = [
  readDecisionPaper,
  readReportDraft,
  deadline,
  findUnit,
  proposeSchedule,
  init,
]

/** The sink of a command's lines; the process's own streams outside tests. */
type Output = Pick<Call, 'print' | 'remark'>

const processOutput: Output = {
  print: (line) => void process.stdout.write(`${line}\n`),
  remark: (line) => void process.stderr.write(`${line}\n`),
}

/** Runs `cchc` with the words after its name. Answers with the exit code: 0 done, 1 refused, 2 wrong usage. */
export async function main(
  argv: readonly string[],
  output = processOutput,
  env: Call['env'] = process.env,
): Promise<0 | 1 | 2> {
  const [first] = argv
  if (first === undefined || first === '--help' || first === '-h' || (first === 'help' && argv.length === 1)) {
    output.print(overview(commands))
    return 0
  }
  if (first === '--version') {
    const { default: about } = await import('../../package.json', { with: { type: 'json' } })
    output.print(about.version)
    return 0
  }
  const wanted = first === 'help' ? argv.slice(1) : argv
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => wanted[index] === word))
  if (!command) {
    output.remark(`Không có lệnh "${wanted.slice(0, 2).join(' ')}". Xem các lệnh: cchc --help`)
    return 2
  }
  if (first === 'help' || wanted.includes('--help') || wanted.includes('-h')) {
    output.print(commandHelp(command))
    return 0
  }
  return runCommand(command, wanted.slice(command.name.split(' ').length), output, env)
}

async function runCommand(
  command: Command,
  args: readonly string[],
  output: Output,
  env: Call['env'],
): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = readArguments(command, args)
    return await command.run({ words: positionals, options: values, env, ...output })
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.remark(`${error.message}\nCách dùng: cchc ${command.name} ${command.usage}`)
      return 2
    }
    output.remark(await sentenceOf(error))
    if (env.CCHC_SHOW_FAULTS) console.error(error)
    return 1
  }
}

function readArguments(command: Command, args: readonly string[]) {
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true })
  } catch (error) {
    const option = /'(-[^'\s]*)/.exec((error as Error).message)?.[1] ?? ''
    const isUnknown = (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    throw new WrongUsage(
      isUnknown ? `Không có tùy chọn "${option}".` : `Tùy chọn "${option}" thiếu giá trị hoặc thừa giá trị.`,
    )
  }
  const { least, most } = command.words
  if (parsed.positionals.length < least) throw new WrongUsage(`Lệnh "cchc ${command.name}" còn thiếu tham số.`)
  if (parsed.positionals.length > most)
    throw new WrongUsage(`Lệnh "cchc ${command.name}" thừa tham số "${parsed.positionals[most]}".`)
  return { values: parsed.values as Record<string, string | boolean | undefined>, positionals: parsed.positionals }
}

/** Whatever was refused carries its own sentence; anything else is a fault, and said to be one. */
async function sentenceOf(error: unknown): Promise<string> {
  const { Refusal } = await import('@cchc/domain/refusals.ts')
  const { name, message, sentence } = error as Error & { sentence?: string }
  if (sentence !== undefined) return sentence
  const isRefusal = error instanceof Refusal || name === 'Refused' || name === 'StartProblem'
  return isRefusal ? message : `Lỗi ngoài dự tính: ${message ?? error}`
}
