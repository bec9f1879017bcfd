/** A paragraph of a Word file that Word numbers by itself: its text (letters and digits only) and the number as printed. */
export type NumberedParagraph = { key: string; label: string }

type Level = { start: number; format: string; pattern: string }
type List = { abstractId: string; levels: Map<number, Level>; restarts: Map<number, number> }
type Place = { listId: string; level: number }

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const decode = (xml: string) =>
  xml.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) =>
    hex
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal
        ? String.fromCodePoint(Number(decimal))
        : (entities[name] ?? whole),
  )

/** What identifies a paragraph in both readings of the file: its letters and digits. */
export const paragraphKey = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')

const value = (xml: string, tag: string): string | undefined =>
  new RegExp(`<w:${tag}\\b[^>]*?\\bw:val="([^"]*)"`, 'u').exec(xml)?.[1]
const blocks = (xml: string, tag: string): { id: string; body: string }[] =>
  [...xml.matchAll(new RegExp(`<w:${tag}\\b([^>]*?)(?:/>|>([\\s\\S]*?)</w:${tag}>)`, 'gu'))].map((found) => ({
    id: /\bw:(?:abstractNumId|numId|styleId|ilvl)="([^"]*)"/u.exec(found[1]!)?.[1] ?? '',
    body: found[2] ?? '',
  }))

/**
 * Works out the numbers that Word prints before paragraphs by itself ("I.", "1.", "a)", "-"), which a text extract
 * loses: from numbering.xml, the paragraph styles and the order of the paragraphs. Covers decimal, Roman and letter
 * formats, restarts, levels joined in one number (3.1) and bullets; picture bullets and list style links come out as "-" or without number.
 */
export function numberedParagraphs(document: string, numbering: string, styles: string): NumberedParagraph[] {
  const lists = readLists(numbering)
  const ofStyle = readStyles(styles)
  const counters = new Map<string, number[]>()
  const restarted = new Set<string>()
  const numbered: NumberedParagraph[] = []
  for (const { properties, text } of paragraphsOf(document)) {
    const place = placeOf(properties) ?? ofStyle.get(value(properties, 'pStyle') ?? '')
    const list = place && lists.get(place.listId)
    const level = place && list?.levels.get(place.level)
    if (!place || !list || !level) continue
    const counts = counters.get(list.abstractId) ?? []
    counters.set(list.abstractId, counts)
    const restart = list.restarts.get(place.level)
    const restartKey = `${place.listId}.${place.level}`
    if (restart !== undefined && !restarted.has(restartKey)) {
      restarted.add(restartKey)
      counts[place.level] = restart
    } else counts[place.level] = (counts[place.level] ?? level.start - 1) + 1
    counts.length = place.level + 1
    numbered.push({ key: paragraphKey(text), label: print(list, place.level, counts) })
  }
  return numbered
}

function readLists(numbering: string): Map<string, List> {
  const abstracts = new Map(blocks(numbering, 'abstractNum').map(({ id, body }) => [id, body]))
  const lists = new Map<string, List>()
  for (const { id, body } of blocks(numbering, 'num')) {
    const abstractId = value(body, 'abstractNumId') ?? ''
    const levels = new Map<number, Level>()
    for (const { id: at, body: level } of blocks(abstracts.get(abstractId) ?? '', 'lvl')) {
      levels.set(Number(at), {
        start: Number(value(level, 'start') ?? 1),
        format: value(level, 'numFmt') ?? 'decimal',
        pattern: decode(value(level, 'lvlText') ?? ''),
      })
    }
    const restarts = new Map<number, number>()
    for (const { id: at, body: change } of blocks(body, 'lvlOverride')) {
      const start = value(change, 'startOverride')
      if (start !== undefined) restarts.set(Number(at), Number(start))
    }
    lists.set(id, { abstractId, levels, restarts })
  }
  return lists
}

function placeOf(properties: string): Place | undefined {
  const listId = value(properties, 'numId')
  return listId === undefined ? undefined : { listId, level: Number(value(properties, 'ilvl') ?? 0) }
}

/** Lists that paragraph styles bring with them, through the styles they are based on. */
function readStyles(styles: string): Map<string, Place> {
  const all = new Map(blocks(styles, 'style').map(({ id, body }) => [id, body]))
  const places = new Map<string, Place>()
  for (const id of all.keys()) {
    let at: string | undefined = id
    for (let depth = 0; at !== undefined && depth < 10; depth++) {
      const body = all.get(at) ?? ''
      const place = placeOf(body)
      if (place) {
        places.set(id, place)
        break
      }
      at = value(body, 'basedOn')
    }
  }
  return places
}

/** Every paragraph of the body with its properties and own text; one inside a text box comes before the one around it. */
function* paragraphsOf(document: string): Generator<{ properties: string; text: string }> {
  const open: { properties: string; text: string }[] = []
  const token = /<w:p(?:\s[^>]*)?(\/)?>|<w:pPr\b[^>]*>([\s\S]*?)<\/w:pPr>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<\/w:p>/gu
  for (const found of document.matchAll(token)) {
    if (found[0] === '</w:p>') {
      const ended = open.pop()
      if (ended) yield ended
    } else if (found[2] !== undefined) {
      if (open.length > 0) open.at(-1)!.properties = found[2]
    } else if (found[3] !== undefined) {
      if (open.length > 0) open.at(-1)!.text += decode(found[3])
    } else if (found[1] !== '/') open.push({ properties: '', text: '' })
  }
}

function print(list: List, level: number, counts: readonly number[]): string {
  const { format, pattern } = list.levels.get(level)!
  if (format === 'none') return pattern
  if (format === 'bullet') return pattern.trim() === '+' ? '+' : '-'
  return pattern.replace(/%(\d)/gu, (_whole, digit) => {
    const at = Number(digit) - 1
    const own = list.levels.get(at)
    return own ? printNumber(counts[at] ?? own.start, own.format) : ''
  })
}

function printNumber(number: number, format: string): string {
  if (format === 'upperRoman') return roman(number)
  if (format === 'lowerRoman') return roman(number).toLowerCase()
  if (format === 'upperLetter') return letter(number).toUpperCase()
  if (format === 'lowerLetter') return letter(number)
  return format === 'decimalZero' ? String(number).padStart(2, '0') : String(number)
}

const romanSigns: readonly [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(number: number): string {
  let rest = number
  let written = ''
  for (const [size, sign] of romanSigns) {
    while (rest >= size) {
      written += sign
      rest -= size
    }
  }
  return written
}

/** Word counts a … z, then aa, bb, …. */
const letter = (number: number) =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1)
