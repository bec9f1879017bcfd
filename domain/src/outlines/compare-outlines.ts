import { z } from 'zod'
import { formatNumber } from '../formats/numbers.ts'
import { fieldName } from './fields.ts'
import {
  itemKindNames,
  type Outline,
  type OutlineCheck,
  type OutlineItem,
  outlineItems,
  sectionReference,
} from './outline.ts'

/** What can become of a line from one version to the next, and what the screen calls it. */
export const differenceNames = {
  added: 'Thêm mới',
  retired: 'Ngừng hỏi',
  moved: 'Chuyển chỗ',
  reworded: 'Sửa lời',
  kind: 'Đổi loại',
  unit: 'Đổi đơn vị tính',
  formula: 'Đổi công thức',
  threshold: 'Đổi mức tối thiểu',
  'applies-to': 'Đổi nơi phải trả lời',
  field: 'Đổi lĩnh vực',
  choices: 'Đổi phương án, cột',
  required: 'Đổi mức bắt buộc',
  guidance: 'Đổi hướng dẫn',
  layout: 'Đổi cách in',
  check: 'Sửa phép kiểm tra',
} as const
export type DifferenceKind = keyof typeof differenceNames
const kinds = Object.keys(differenceNames) as [DifferenceKind, ...DifferenceKind[]]

export const OutlineDifference = z.object({
  what: z.enum(['outline', 'part', 'section', 'item', 'check']),
  key: z.string(),
  /** What a reader knows it by: its wording. */
  name: z.string(),
  /** Where it stands now, or stood: "II.2"; empty for checks. */
  place: z.string(),
  kind: z.enum(kinds),
  before: z.string(),
  after: z.string(),
})
export type OutlineDifference = z.infer<typeof OutlineDifference>

type What = OutlineDifference['what']
interface Line {
  readonly key: string
  readonly name: string
  readonly place: string
  /** What it stands in; a line that changes its home has moved. */
  readonly home: string
  readonly homeName: string
  /** What of it can change, as words. */
  readonly traits: Partial<Record<DifferenceKind, string>>
  readonly splitFrom: string | null
}

/**
 * What a later version changed, by key: a line with another key is another question, whatever its words. Lines are said to
 * have moved only where their order among those that both versions share has changed. In the order of the later version;
 * retired lines last.
 */
export function compareOutlines(before: Outline, after: Outline): OutlineDifference[] {
  const whole: OutlineDifference[] = (['title', 'note'] as const)
    .filter((name) => before[name] !== after[name])
    .map((name) => ({
      what: 'outline',
      key: name,
      name: name === 'title' ? 'Tên đề cương' : 'Ghi chú đầu đề cương',
      place: '',
      kind: 'reworded',
      before: before[name],
      after: after[name],
    }))
  return [
    ...whole,
    ...compareLines('part', partLines(before), partLines(after)),
    ...compareLines('section', sectionLines(before), sectionLines(after)),
    ...compareLines('item', itemLines(before), itemLines(after)),
    ...compareLines('check', before.checks.map(checkLine), after.checks.map(checkLine)),
  ]
}

function compareLines(what: What, before: readonly Line[], after: readonly Line[]): OutlineDifference[] {
  const earlier = new Map(before.map((line) => [line.key, line]))
  const later = new Map(after.map((line) => [line.key, line]))
  const moved = what === 'check' ? new Set<string>() : movedKeys(before, after)
  const say = ({ key, name, place }: Line, kind: DifferenceKind, was = '', is = ''): OutlineDifference => ({
    what,
    key,
    name,
    place,
    kind,
    before: was,
    after: is,
  })
  const now = after.flatMap((line) => {
    const old = earlier.get(line.key)
    if (!old) {
      const source = line.splitFrom ? (earlier.get(line.splitFrom)?.name ?? line.splitFrom) : ''
      return [say(line, 'added', source && `tách từ “${source}”`, line.name)]
    }
    const changed = kinds
      .filter((kind) => (old.traits[kind] ?? '') !== (line.traits[kind] ?? ''))
      .map((kind) => say(line, kind, old.traits[kind], line.traits[kind]))
    const move = moved.has(line.key) ? [say(line, 'moved', whereOf(old), whereOf(line))] : []
    return [...move, ...changed]
  })
  const gone = before.filter(({ key }) => !later.has(key)).map((line) => say(line, 'retired', line.name))
  return [...now, ...gone]
}

const whereOf = ({ place, homeName }: Line) => [place, homeName].filter(Boolean).join(' ')

/** Lines in another home, and the fewest of each home whose moving explains the new order. */
function movedKeys(before: readonly Line[], after: readonly Line[]): Set<string> {
  const earlier = new Map(before.map((line, index) => [line.key, { line, index }]))
  const moved = new Set<string>()
  for (const lines of Map.groupBy(after, ({ home }) => home).values()) {
    const stayed = lines.filter(({ key, home }) => earlier.get(key)?.line.home === home)
    const inOrder = longestRise(stayed.map(({ key }) => earlier.get(key)!.index))
    stayed.forEach(({ key }, place) => {
      if (!inOrder.has(place)) moved.add(key)
    })
    for (const { key, home } of lines) {
      const old = earlier.get(key)
      if (old && old.line.home !== home) moved.add(key)
    }
  }
  return moved
}

/** Places of a longest rising subsequence. */
function longestRise(values: readonly number[]): Set<number> {
  const lengths: number[] = []
  const from: number[] = []
  let best = -1
  values.forEach((value, place) => {
    lengths[place] = 1
    from[place] = -1
    for (let earlier = 0; earlier < place; earlier++)
      if (values[earlier]! < value && lengths[earlier]! + 1 > lengths[place]!) {
        lengths[place] = lengths[earlier]! + 1
        from[place] = earlier
      }
    if (best < 0 || lengths[place]! > lengths[best]!) best = place
  })
  const rise = new Set<number>()
  for (let place = best; place >= 0; place = from[place]!) rise.add(place)
  return rise
}

function partLines({ parts }: Outline): Line[] {
  return parts.map(({ key, number, title }) => ({
    key,
    name: title,
    place: number,
    home: '',
    homeName: '',
    traits: { reworded: title, layout: number },
    splitFrom: null,
  }))
}

function sectionLines({ parts }: Outline): Line[] {
  return parts.flatMap((part) =>
    part.sections.map((section) => ({
      key: section.key,
      name: section.title,
      place: sectionReference(part, section),
      home: part.key,
      homeName: part.title,
      traits: { reworded: section.title, layout: section.number, field: fieldName(section.fieldKey) },
      splitFrom: null,
    })),
  )
}

function itemLines(outline: Outline): Line[] {
  return outlineItems(outline).map(({ part, section, item }) => ({
    key: item.key,
    name: item.label,
    place: sectionReference(part, section),
    home: section.key,
    homeName: section.title,
    traits: traitsOf(item),
    splitFrom: item.splitFrom ?? null,
  }))
}

/** What a version can change of an item, each as words. */
function traitsOf(item: OutlineItem): Line['traits'] {
  return {
    reworded: item.shortLabel ? `${item.label} (${item.shortLabel})` : item.label,
    kind: itemKindNames[item.kind],
    unit: item.unit ?? '',
    formula: item.formula ?? '',
    threshold: item.threshold ? `${formatNumber(item.threshold.minimum)} (${item.threshold.clause})` : '',
    'applies-to': answerersOf(item),
    field: fieldName(item.fieldKey),
    choices: [
      ...(item.choices ?? []),
      ...(item.columns ?? []).map(({ label, kind }) => `${label} (${itemKindNames[kind]})`),
    ].join('; '),
    required: item.required ? 'bắt buộc' : 'không bắt buộc',
    guidance: item.guidance ?? '',
    layout: [item.marker, item.level > 0 ? `bậc ${item.level + 1}` : ''].filter(Boolean).join(' '),
  }
}

/** Who is asked an item, in words. */
export function answerersOf(item: Pick<OutlineItem, 'appliesTo' | 'advisoryOnly'>): string {
  if (item.advisoryOnly) return 'sở, ngành tham mưu lĩnh vực'
  const names = { department: 'sở, ngành', commune: 'xã, phường, đặc khu' }
  return item.appliesTo.length === 2 ? 'mọi đơn vị' : item.appliesTo.map((type) => names[type]).join(', ')
}

function checkLine(check: OutlineCheck): Line {
  const level = check.level === 'error' ? 'lỗi' : 'cảnh báo'
  return {
    key: check.key,
    name: check.message,
    place: '',
    home: '',
    homeName: '',
    traits: { check: `${check.expression} · ${level} · ${check.message} · ${check.clause}` },
    splitFrom: null,
  }
}
