import { decodeEntities } from './html-entities.ts'

/** An element of parsed markup; names of elements and attributes in small letters. */
export interface HtmlElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: HtmlNode[]
}
export type HtmlNode = HtmlElement | string

const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
/** Elements whose content is not markup. */
const raw = new Set(['script', 'style', 'title', 'textarea'])
/** An element that begins ends these where they are still open, up to the nearest of `within`. */
const implied: Record<string, { readonly ends: readonly string[]; readonly within: readonly string[] }> = {
  li: { ends: ['li', 'p'], within: ['ul', 'ol'] },
  tr: { ends: ['tr', 'td', 'th', 'p'], within: ['table'] },
  td: { ends: ['td', 'th', 'p'], within: ['tr', 'table'] },
  th: { ends: ['td', 'th', 'p'], within: ['tr', 'table'] },
  p: { ends: ['p'], within: ['td', 'th', 'li', 'div', 'table'] },
  table: { ends: ['p'], within: ['td', 'th', 'li', 'div'] },
}

/**
 * Clipboard markup as a tree, read leniently and without a browser: nothing in it runs or is fetched. Comments,
 * processing instructions and the conditions of Office (`<![if …]>`) fall away; what they enclose stays.
 */
export function parseHtml(html: string): HtmlElement {
  const root: HtmlElement = { tag: '', attributes: {}, children: [] }
  const open = [root]
  let at = 0
  const text = (until: number) => {
    if (until > at) open.at(-1)!.children.push(decodeEntities(html.slice(at, until)))
  }
  while (at < html.length) {
    const start = html.indexOf('<', at)
    if (start < 0) break
    const next = html[start + 1] ?? ''
    if (next === '!' || next === '?') {
      text(start)
      at = endOfAside(html, start)
    } else if (/[a-z/]/i.test(next)) {
      text(start)
      const end = endOfTag(html, start)
      const inside = html.slice(start + 1, html[end - 1] === '>' ? end - 1 : end)
      at = end
      if (next === '/') close(open, /^\/\s*([^\s/>]+)/.exec(inside)?.[1]?.toLowerCase() ?? '')
      else at = openTag(open, inside, html, end)
    } else {
      text(start + 1)
      at = start + 1
    }
  }
  text(html.length)
  return root
}

/** After a comment, a declaration or a condition. */
function endOfAside(html: string, start: number): number {
  const mark = html.startsWith('<!--', start) ? '-->' : '>'
  const end = html.indexOf(mark, start + 2)
  return end < 0 ? html.length : end + mark.length
}

/** After the ">" of a tag; one inside a quoted attribute does not count. */
function endOfTag(html: string, start: number): number {
  let quote = ''
  for (let at = start + 1; at < html.length; at += 1) {
    const letter = html[at]!
    if (quote) {
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") {
      // A quote opens a value only after "=": elsewhere it is a stray letter.
      if (/=\s*$/.test(html.slice(Math.max(start, at - 8), at))) quote = letter
    } else if (letter === '>') return at + 1
  }
  return html.length
}

function openTag(open: HtmlElement[], inside: string, html: string, end: number): number {
  const tag = /^[^\s/>]+/.exec(inside)![0].toLowerCase()
  endImplied(open, tag)
  const element: HtmlElement = { tag, attributes: attributesOf(inside.slice(tag.length)), children: [] }
  open.at(-1)!.children.push(element)
  if (raw.has(tag)) {
    const closing = html.slice(end).search(new RegExp(`</${tag}\\b`, 'i'))
    return closing < 0 ? html.length : endOfTag(html, end + closing)
  }
  if (!voids.has(tag) && !/\/\s*$/.test(inside)) open.push(element)
  return end
}

function endImplied(open: HtmlElement[], tag: string): void {
  const rule = implied[tag]
  if (!rule) return
  const wall = open.findLastIndex((element) => rule.within.includes(element.tag))
  const first = open.findIndex((element, depth) => depth > wall && rule.ends.includes(element.tag))
  if (first > 0) open.length = first
}

function close(open: HtmlElement[], tag: string): void {
  const depth = open.findLastIndex((element) => element.tag === tag)
  if (depth > 0) open.length = depth
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name, double, single, bare] of text.matchAll(
    /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  ))
    found[name!.toLowerCase()] ??= decodeEntities(double ?? single ?? bare ?? '')
  return found
}
