import { isFigure, isTyped, itemName } from '../../outlines/outline.ts'
import type { BodyLine } from './draft-lines.ts'
import { similarity } from './match-line.ts'
import type { OutlineIndex, OutlineLine } from './outline-index.ts'
import { type Word, WordBag, wordsOf } from './words.ts'

/** A line of a draft that names a part, a section or a question of the outline. */
export interface Heading {
  readonly line: OutlineLine
  readonly score: number
  /** The words that name it. */
  readonly lead: string
  /** What is said behind them on the same line. */
  readonly rest: string
  /** Where that begins in the line's body. */
  readonly restAt: number
  readonly rivals: readonly string[]
  readonly doubt: string | null
}

interface Place {
  readonly partKey: string | null
  readonly sectionKey: string | null
}

const mostLeadWords = 60
const headingFrom = 0.6
const leastRecall = 0.45
/** Of a question told in a sentence, so much must be said at its beginning. */
const toldRecall = 0.75
const sureHeading = 0.72

/** What the line names, by its words up to a colon or as a whole; null when it names nothing. */
export function findHeading(line: BodyLine, index: OutlineIndex, place: Place, isPlain: boolean): Heading | null {
  const { body } = line
  const colon = /[:：](?!\d)/u.exec(body)
  const leads: { lead: string; restAt: number }[] = []
  if (colon) leads.push({ lead: body.slice(0, colon.index), restAt: colon.index + 1 })
  if (!colon || body.slice(colon.index + 1).trim() !== '') leads.push({ lead: body, restAt: body.length })
  const stop = /[.;]\s+(?=\p{Lu})/u.exec(body)
  if (stop && (!colon || stop.index < colon.index))
    leads.unshift({ lead: body.slice(0, stop.index), restAt: stop.index + 1 })
  for (const { lead, restAt } of leads) {
    const words = wordsOf(withoutLeaders(lead), index.abbreviations)
    if (words.length === 0 || words.length > mostLeadWords) continue
    const found = bestOf(line, words, index, place, isPlain)
    if (found === 'figure') return null
    if (!found) continue
    const rest = body.slice(restAt).replace(/^[\s.…:;–-]+/u, '')
    return { ...found, lead: lead.trim(), rest, restAt: body.length - rest.length }
  }
  return toldInSentence(body, index, place, isPlain)
}

const withoutLeaders = (lead: string) => lead.replace(/\.{3,}|…+/gu, ' ')

function bestOf(line: BodyLine, words: readonly Word[], index: OutlineIndex, place: Place, isPlain: boolean) {
  const said = new WordBag(words)
  const nothing = new WordBag([])
  const isCapital = line.body.length > 4 && line.body === line.body.toLocaleUpperCase('vi')
  const isRoman = /^[IVXLC]+[.)]?$/u.test(line.mark)
  let best: { line: OutlineLine; score: number } | null = null
  let bestFigure = 0
  const all: { line: OutlineLine; score: number }[] = []
  for (const candidate of index.lines) {
    const { recall, score: own } = similarity(index, candidate, said, nothing, isPlain)
    if (own < 0.5) continue
    if (candidate.item && isFigure(candidate.item)) {
      bestFigure = Math.max(bestFigure, own + nearness(candidate, place))
      continue
    }
    if (own < headingFrom || recall < leastRecall) continue
    const shape =
      candidate.kind === 'part' ? (isRoman || isCapital ? 0.08 : -0.02) : candidate.kind === 'section' ? 0.03 : 0
    const scored = { line: candidate, score: own + nearness(candidate, place) + shape }
    all.push(scored)
    if (!best || scored.score > best.score) best = scored
  }
  if (bestFigure > (best?.score ?? headingFrom) + 0.02) return 'figure' as const
  if (!best) return null
  const { item } = best.line
  const rivals = all.filter(
    (other) => other !== best && other.line.item && isTyped(other.line.item) && other.score > best.score - 0.04,
  )
  const names = rivals.map(({ line: rival }) => `“${itemName(rival.item!)}”`)
  const doubt =
    rivals.length > 0
      ? `Dòng tiêu đề hợp với cả “${item ? itemName(item) : best.line.section?.title}” và ${names.slice(0, 3).join(', ')}.`
      : best.score < sureHeading
        ? 'Dòng tiêu đề chỉ gần giống tên mục.'
        : null
  return { line: best.line, score: best.score, rivals: rivals.map(({ line: rival }) => rival.item!.key), doubt }
}

/** Nearer in the outline to where the reading stands is likelier. */
function nearness(candidate: OutlineLine, { partKey, sectionKey }: Place): number {
  if (candidate.kind === 'part' || partKey === null) return 0
  if (candidate.part.key !== partKey) return candidate.kind === 'section' ? 0 : -0.06
  if (candidate.kind === 'section') return 0.05
  return candidate.section?.key === sectionKey ? 0.1 : sectionKey === null ? 0.05 : -0.04
}

/** A paragraph that begins by telling what a question of the section asks, without naming it on a line of its own. */
function toldInSentence(body: string, index: OutlineIndex, { sectionKey }: Place, isPlain: boolean): Heading | null {
  if (sectionKey === null) return null
  const words = wordsOf(body, index.abbreviations).slice(0, 40)
  if (words.length < 9) return null
  const said = new WordBag(words)
  const nothing = new WordBag([])
  const told = index.lines
    .filter(({ section, item }) => section?.key === sectionKey && item?.kind === 'text')
    .map((line) => ({ line, recall: similarity(index, line, said, nothing, isPlain).recall }))
    .sort((a, b) => b.recall - a.recall)
  const [best, next] = told
  if (!best || best.recall < toldRecall || (next && next.recall > best.recall - 0.1)) return null
  const doubt = 'Đoạn này không ghi tên mục; nhận ra theo câu chữ.'
  return {
    line: best.line,
    score: best.recall * 0.8,
    lead: body.slice(0, 80),
    rest: body,
    restAt: 0,
    rivals: [],
    doubt,
  }
}
