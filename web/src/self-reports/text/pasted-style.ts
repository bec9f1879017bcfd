import type { RichRun } from '@cchc/domain/outlines/rich-text.ts'
import type { HtmlElement } from './parse-html.ts'

export type Style = Omit<RichRun, 'text'>

type Mark = keyof Style

const marksOfTags: Readonly<Record<string, Mark>> = {
  ...{ b: 'bold', strong: 'bold', th: 'bold', h1: 'bold', h2: 'bold', h3: 'bold', h4: 'bold', h5: 'bold', h6: 'bold' },
  ...{ i: 'italic', em: 'italic', cite: 'italic', u: 'underline', ins: 'underline' },
}

/** What a declaration of CSS says of a mark: set, taken back, or nothing (`undefined`). */
const declared: readonly { mark: Mark; property: RegExp; set: RegExp; unset: RegExp }[] = [
  { mark: 'bold', property: /(?:^|;)\s*font-weight\s*:\s*([^;]+)/i, set: /bold|[6-9]00/, unset: /normal|[1-5]00/ },
  { mark: 'italic', property: /(?:^|;)\s*font-style\s*:\s*([^;]+)/i, set: /italic|oblique/, unset: /normal/ },
  {
    mark: 'underline',
    property: /(?:^|;)\s*text-decoration(?:-line)?\s*:\s*([^;]+)/i,
    set: /underline/,
    unset: /none/,
  },
]

/** The style inside an element; Google Docs wraps all in a `b` that its own CSS makes upright again. */
export function styleWithin({ tag, attributes }: HtmlElement, around: Style): Style {
  const style: Record<Mark, true | undefined> = {
    bold: around.bold,
    italic: around.italic,
    underline: around.underline,
  }
  const mark = marksOfTags[tag]
  if (mark) style[mark] = true
  for (const { mark: each, property, set, unset } of declared) {
    const value = property.exec(attributes.style ?? '')?.[1]
    if (value === undefined) continue
    if (set.test(value)) style[each] = true
    else if (unset.test(value)) style[each] = undefined
  }
  // A link is underlined by every program and is no emphasis.
  if (tag === 'a') style.underline = undefined
  return {
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.underline ? { underline: true } : {}),
  }
}
