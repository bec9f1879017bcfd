import { foldText, letterKey } from '../units/fold.ts'
import { type PatternKey, patternRow, suppliedPatterns } from './sentence-patterns.ts'

const placeholder = /\{([^{}]*)\}/gu
const bracketed = /\[([^[\]]*)\]/gu

function placesIn(words: string): string[] {
  return [...words.matchAll(placeholder)].map(([, name]) => letterKey(name!))
}

/**
 * The sentence with its places filled in. What nobody recorded is not made up: words in brackets around it fall away, elsewhere
 * an open place "…" stays, and `lacking` names it.
 */
export function fillPattern(
  words: string,
  values: Readonly<Record<string, string>>,
): { text: string; lacking: string[] } {
  const known = new Map(Object.entries(values).map(([name, value]) => [letterKey(name), value]))
  const filledIn = (name: string) => known.get(letterKey(name)) ?? ''
  const lacking: string[] = []
  const text = words
    .replace(bracketed, (_, inner: string) => (placesIn(inner).every((name) => filledIn(name) !== '') ? inner : ''))
    .replace(placeholder, (_, name: string) => {
      const value = filledIn(name)
      if (value === '') lacking.push(letterKey(name))
      return value === '' ? '…' : value
    })
  return { text, lacking: [...new Set(lacking)] }
}

/** What is wrong with the words of one pattern, each as a whole Vietnamese sentence; empty when it can be used. */
export function patternProblems(key: string, words: string): string[] {
  if (!Object.hasOwn(suppliedPatterns, key)) return [`Không có mẫu câu nào mang mã “${key}”.`]
  const { name, holds, must, optional } = patternRow(key as PatternKey)
  const here = `Mẫu “${name}”`
  if (words.trim() === '')
    return optional ? [] : [`${here} đang để trống: phần này của dự thảo sẽ không có câu nào. Hãy viết một câu.`]
  if (/\n/u.test(words)) return [`${here} có xuống dòng: mỗi mẫu là một câu trên một dòng.`]
  const unpaired = pairProblem(words)
  if (unpaired) return [`${here} ${unpaired}`]
  const used = placesIn(words)
  const allowed = holds.map(letterKey)
  return [
    ...used
      .filter((place, index) => !allowed.includes(place) && used.indexOf(place) === index)
      .map((place) => unknownPlace(here, place, holds)),
    ...must
      .filter((place) => !used.includes(letterKey(place)))
      .map((place) => `${here} thiếu {${place}}: câu sẽ không nói được điều đã ghi nhận. Hãy thêm {${place}} vào câu.`),
  ]
}

function unknownPlace(here: string, place: string, holds: readonly string[]): string {
  const meant = holds.find((each) => foldText(each) === foldText(place))
  const way = meant
    ? `Có phải ý bạn là {${meant}}?`
    : `Mẫu này dùng được: ${holds.map((each) => `{${each}}`).join(', ')}.`
  return place === '' ? `${here} có chỗ điền {} chưa ghi tên. ${way}` : `${here} không dùng được {${place}}. ${way}`
}

/** A brace or bracket without its other half, or one inside another of its kind. */
function pairProblem(words: string): string | null {
  for (const [open, close] of ['{}', '[]'] as const) {
    let from = -1
    for (const [index, letter] of [...words].entries()) {
      if (letter === open && from >= 0) return `có hai dấu ${open} liền nhau mà chưa đóng dấu ${close}.`
      if (letter === open) from = index
      if (letter === close && from < 0) return `thừa dấu ${close}.`
      if (letter === close) from = -1
    }
    if (from >= 0)
      return `thiếu dấu ${close} sau “${[...words].slice(from, from + 12).join('')}”. Chỗ điền viết như {nội dung}.`
  }
  return null
}
