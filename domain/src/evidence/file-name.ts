import { cleanText } from '../papers/clean-text.ts'
import { type FileKind, fileKinds } from './kinds.ts'

/** Letters of a name without its ending: what fits into the names of every file system. */
const MOST_LETTERS = 120
/** What no file system takes in a name, or takes for something else. */
const notInNames = /[<>:"|?*\\/\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu
/** Names that Windows keeps for devices. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * The name that a file is kept and given back under: the last part of the path it may come with, in NFC, without characters
 * that turn the reading direction, break a line or name a folder, not too long, with an ending that fits its content.
 */
export function keptName(name: string, kind: FileKind): string {
  const { endings } = fileKinds[kind]
  const bare = cleanText(name)
    .replace(/^.*[/\\]/s, '')
    .replace(notInNames, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
  const dot = bare.lastIndexOf('.')
  const ending = bare.slice(dot + 1).toLowerCase()
  const fits = dot > 0 && (endings as readonly string[]).includes(ending)
  const stem = (fits ? bare.slice(0, dot) : bare).replace(/[. ]+$/u, '')
  const short = [...stem].slice(0, MOST_LETTERS).join('').trim()
  const safe = short === '' || devices.test(short.split('.')[0]!) ? `Tài liệu${short === '' ? '' : ` ${short}`}` : short
  return `${safe}.${fits ? ending : endings[0]}`
}
