import { foldText } from '../../units/fold.ts'
import type { Paper, Paragraph } from './paper.ts'
import { isCapitals } from './paper-lines.ts'
import type { DecisionProposal, Sourced } from './proposal.ts'
import { sentenceCase } from './sentence-case.ts'

const recipientsLine = /^noi nhan ?:?/u
const capacity = /^(?:TM|KT|TL|TUQ|Q)\s*\./u
const post =
  /(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG BAN|CỤC TRƯỞNG)(?: THƯỜNG TRỰC)?/gu
const personName = /^\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){1,5}$/u
const capitalName = /^\p{Lu}+(?:\s+\p{Lu}+){1,5}$/u
const signedWords = /^\(?(?:da ky|ky boi|dau|chu ky)/u

type Cell = { text: string; lines: [number, number]; first: boolean }

/** Recipients and signature stand behind the last article or chapter of the paper itself, before its annexes and the plan it carries. */
function closingOf(paper: Paper): Cell[] {
  const main = paper.zones[0]!.paragraphs
  let start = main.findIndex(({ text }) => recipientsLine.test(foldText(text)))
  const lastDivision = main.findLastIndex(({ mark }) => mark !== null && mark.kind !== 'dash' && mark.kind !== 'plus')
  if (start < 0 || lastDivision < start) start = Math.max(lastDivision + 1, 0)
  return main.slice(start).flatMap((paragraph) => cellsOf(paragraph))
}

function cellsOf({ cells, lines, mark }: Paragraph): Cell[] {
  return cells.map((text, index) => ({
    text: index === 0 && mark?.kind === 'dash' ? `- ${text}` : text,
    lines,
    first: index === 0,
  }))
}

/** Reads the list under "Nơi nhận:", one entry for each name that a semicolon ends. */
export function readRecipients(paper: Paper): Sourced<string>[] {
  const cells = paper.zones[0]!.paragraphs.flatMap((paragraph) => cellsOf(paragraph))
  const start = cells.findIndex(({ text }) => recipientsLine.test(foldText(text)))
  if (start < 0) return []
  const recipients: Sourced<string>[] = []
  const add = (text: string, lines: [number, number]) => {
    for (const name of text.split(';')) {
      const value = name.replace(/^[\s-]+/u, '').replace(/[\s.,]+$/u, '')
      if (value !== '') recipients.push({ value, lines, clause: 'Nơi nhận' })
    }
  }
  const sameLine = cells[start]!.text.replace(/^[^:]*:?\s*/u, '')
  for (const text of sameLine.split(/\s+-\s+/u)) add(text, cells[start]!.lines)
  for (const { text, lines } of cells.slice(start + 1)) {
    if (text.startsWith('- ') || (/[;]$/u.test(text) && !isCapitals(text))) add(text, lines)
    if (/^-?\s*luu ?[:;]|^-?\s*luu vt/u.test(foldText(text))) break
  }
  return recipients
}

/** Reads who signed: the lines of capacity and post in capitals, and the name under them. A copy marked "(Đã ký)" still names the signer. */
export function readSigner(paper: Paper): DecisionProposal['signer'] {
  const cells = closingOf(paper)
  const posts = cells.filter(
    ({ text }) => text.length <= 90 && isCapitals(text) && (capacity.test(text) || new RegExp(post, 'u').test(text)),
  )
  if (posts.length === 0) return null
  const lastPost = cells.indexOf(posts.at(-1)!)
  const name = cells
    .slice(lastPost + 1)
    .find(
      ({ text }) =>
        !signedWords.test(foldText(text)) &&
        (personName.test(text) || (capitalName.test(text) && !text.startsWith('-'))),
    )
  if (!name) return null
  const written = posts.map(({ text }) => text).join(' ')
  const named = [...written.matchAll(post)].filter(
    (found) => !/(?:KT|TL|TUQ)\s*\.\s*$/u.test(written.slice(0, found.index)),
  )
  const own = named.at(-1)
  const before = (own ? written.slice(0, own.index) : written).trim()
  return {
    value: {
      name: isCapitals(name.text)
        ? name.text
            .split(/\s+/u)
            .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
            .join(' ')
        : name.text,
      post: own ? sentenceCase(own[0]) : null,
      authority:
        before === ''
          ? null
          : before
              .split(/\s+(?=(?:TM|KT|TL|TUQ|Q)\s*\.)/u)
              .map(sentenceCase)
              .join(', '),
    },
    lines: [posts[0]!.lines[0], name.lines[1]],
    clause: 'Chữ ký',
  }
}
