import { defaultFields } from '../outlines/fields.ts'
import { type Outline, type OutlineItem, Outline as OutlineShape } from '../outlines/outline.ts'
import { foldText } from '../units/fold.ts'
import type { DecisionProposal, ProposedItem } from './decision/proposal.ts'

type ProposedOutline = NonNullable<DecisionProposal['outline']>

/**
 * Turns an outline read from a paper into one that can be answered: every line in its official wording, with the kind and
 * unit that were guessed, no formulas and no checks. Keys come from the place of a line; an edited outline keeps its own.
 */
export function outlineFromProposal(proposed: ProposedOutline): Outline {
  return OutlineShape.parse({
    title: proposed.title,
    note: proposed.notes.map(({ value }) => value).join(' '),
    parts: proposed.parts.map((part, p) => ({
      key: `p${p + 1}`,
      number: part.label,
      title: part.title,
      sections: sectionsOf(part).map((section, s) => ({
        key: `p${p + 1}.s${s + 1}`,
        number: section.label,
        title: section.title,
        fieldKey: fieldOf(section.title),
        items: itemsOf(section, `p${p + 1}.s${s + 1}`),
      })),
    })),
    checks: [],
  })
}

/** A part without sections is a section by itself. */
function sectionsOf(part: ProposedOutline['parts'][number]): ProposedOutline['parts'][number]['sections'] {
  return part.sections.length > 0
    ? part.sections
    : [{ label: '', title: part.title, items: [], lines: part.lines, clause: part.clause }]
}

function itemsOf(section: ProposedOutline['parts'][number]['sections'][number], key: string): OutlineItem[] {
  const fieldKey = fieldOf(section.title)
  const common = {
    appliesTo: ['department' as const, 'commune' as const],
    advisoryOnly: false,
    fieldKey,
    formula: null,
    threshold: null,
    columns: null,
    guidance: null,
    added: false,
  }
  if (section.items.length === 0) {
    return [
      {
        ...common,
        key: `${key}.i1`,
        label: section.title,
        kind: 'text',
        unit: null,
        level: 0,
        marker: '',
        choices: null,
        required: true,
      },
    ]
  }
  return section.items.map((item, index) => ({
    ...common,
    key: `${key}.i${index + 1}`,
    label: item.label || item.text,
    kind: kindOf(item),
    unit: item.unit,
    level: Math.min(item.level - 1, 2) as 0 | 1 | 2,
    marker: item.mark,
    choices: null,
    required: kindOf(item) !== 'heading',
  }))
}

/** A line that only heads others asks nothing; a choice or table cannot be guessed whole, so it is asked as text. */
function kindOf(item: ProposedItem): OutlineItem['kind'] {
  if (item.group && item.kind === 'text') return 'heading'
  return item.kind === 'choice' || item.kind === 'table' ? 'text' : item.kind
}

/** Words of a section's title that name its field; first match wins, `general` for none. */
const fieldWords: readonly [string, string][] = [
  ['the che', 'institutions'],
  ['thu tuc hanh chinh', 'admin-procedures'],
  ['tthc', 'admin-procedures'],
  ['bo may', 'apparatus'],
  ['cong vu', 'civil-service'],
  ['tai chinh', 'public-finance'],
  ['chinh quyen so', 'digital-government'],
  ['chuyen doi so', 'digital-government'],
  ['tiep cong dan', 'citizen-reception'],
  ['khieu nai', 'citizen-reception'],
  ['chi dao', 'steering'],
  ['tuyen truyen', 'steering'],
]

function fieldOf(title: string): string {
  const folded = foldText(title)
  const key = fieldWords.find(([words]) => folded.includes(words))?.[1] ?? 'general'
  return defaultFields.some((field) => field.key === key) ? key : 'general'
}
