import type { Command } from './command.ts'

const exitCodes = {
  vi: 'Mã thoát: 0 xong · 1 từ chối, kèm một câu trên stderr · 2 gọi sai cách.',
  en: 'Exit codes: 0 done · 1 refused, with a sentence on stderr · 2 wrong usage.',
}

/** The help of `cchc` itself: every command with one line, in both languages. */
export function overview(commands: readonly Command[]): string {
  const calls = commands.map((command) => `cchc ${command.name} ${command.usage}`.trimEnd())
  const list = (language: 'vi' | 'en') =>
    commands.flatMap((command, index) => [`  ${calls[index]}`, `      ${command.summary[language]}`])
  return [
    'Kiểm tra CCHC: theo dõi đợt kiểm tra cải cách hành chính hằng năm của một tỉnh, thành phố.',
    '',
    'Các lệnh:',
    ...list('vi'),
    '',
    'Chi tiết từng lệnh: cchc <lệnh> --help. Chạy phần mềm trên trình duyệt: npm start.',
    exitCodes.vi,
    '',
    "Runs a province's yearly inspection of administrative reform.",
    '',
    'Commands:',
    ...list('en'),
    '',
    'Help on one command: cchc <command> --help. The web application: npm start.',
    exitCodes.en,
  ].join('\n')
}

/** The help of one command, Vietnamese first. */
export function commandHelp(command: Command): string {
  const call = `cchc ${command.name} ${command.usage}`.trimEnd()
  return [
    `Cách dùng: ${call}`,
    command.summary.vi,
    '',
    command.help.vi,
    exitCodes.vi,
    '',
    `Usage: ${call}`,
    command.summary.en,
    '',
    command.help.en,
    exitCodes.en,
  ].join('\n')
}
