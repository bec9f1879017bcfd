import { findingKindNames, type VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { figureText } from './difference.ts'
import { only, type VisitDesk } from './visit-desk.ts'
import type { FindingContent, MinutesWords, Verification } from './visit-savers.ts'

/** One line of a clash: the same part in both versions, as words. */
export interface ClashRow {
  readonly key: string
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

/** Two versions of one thing, and what to do with a choice made line by line. */
export interface Clash {
  readonly id: string
  readonly title: string
  /** Whose the other version is; empty where the server does not say. */
  readonly who: string
  readonly rows: readonly ClashRow[]
  /** Keeps, of each line, mine or theirs; lines not named stay mine. */
  resolve(theirs: ReadonlySet<string>): void
}

/** Everything of a visit that two people have written differently, each ready for a person's choice. */
export function clashesOf(view: VisitView, desk: VisitDesk): Clash[] {
  return [...figureClashes(view, desk), ...findingClashes(view, desk), ...minutesClashes(view, desk)]
}

function figureClashes(view: VisitView, desk: VisitDesk): Clash[] {
  return view.figures.flatMap((figure) => {
    const { value, theirs, phase } = desk.figures.slot(figure.itemKey)
    if (phase !== 'clash' || !theirs) return []
    // A figure and its reason belong together, so they are one line.
    const words = ({ verified, reason }: Verification) =>
      [verified === null ? 'chưa xác minh' : figureText(figure, verified), reason].filter(Boolean).join(' – ')
    return [
      {
        id: figure.itemKey,
        title: figure.label,
        who: theirs.verifiedBy ?? '',
        rows: [{ key: 'figure', label: 'Số xác minh', mine: words(value), theirs: words(theirs) }],
        resolve: (chosen) => desk.figures.resolve(figure.itemKey, chosen.size > 0 ? { keepTheirs: true } : { value }),
      },
    ]
  })
}

const findingLabels: Record<keyof FindingContent, string> = {
  fieldKey: 'Lĩnh vực',
  kind: 'Loại',
  text: 'Nội dung',
  cause: 'Nguyên nhân',
  responsible: 'Trách nhiệm',
}

function findingClashes(view: VisitView, desk: VisitDesk): Clash[] {
  return desk.findings.keys().flatMap((findingId): Clash[] => {
    const { value, theirs, phase } = desk.findings.slot(findingId)
    const other = theirs?.finding
    if (phase !== 'clash' || !other) return []
    if (value === null) {
      const mine = 'Xóa phát hiện này'
      return [
        {
          id: findingId,
          title: 'Phát hiện bạn vừa xóa',
          who: other.recordedBy,
          rows: [{ key: 'all', label: 'Nội dung', mine, theirs: other.text }],
          resolve: (chosen) => desk.findings.resolve(findingId, chosen.size > 0 ? { keepTheirs: true } : { value }),
        },
      ]
    }
    const words = (content: FindingContent, key: keyof FindingContent) =>
      key === 'kind'
        ? findingKindNames[content.kind]
        : key === 'fieldKey'
          ? (view.fields.find((field) => field.fieldKey === content.fieldKey)?.name ?? content.fieldKey)
          : content[key]
    return [
      {
        id: findingId,
        title: 'Phát hiện',
        who: other.recordedBy,
        rows: rowsOf(
          findingLabels,
          (key) => words(value, key),
          (key) => words(other, key),
        ),
        resolve: (chosen) => desk.findings.resolve(findingId, { value: mixed(findingLabels, value, other, chosen) }),
      },
    ]
  })
}

const minutesLabels: Record<keyof MinutesWords, string> = {
  chair: 'Chủ trì',
  secretary: 'Thư ký',
  exchange: 'Trao đổi, làm rõ',
  unitOpinion: 'Ý kiến của đơn vị',
}

function minutesClashes(_view: VisitView, desk: VisitDesk): Clash[] {
  const { value, theirs, phase } = desk.minutes.slot(only)
  if (phase !== 'clash' || !theirs) return []
  return [
    {
      id: only,
      title: 'Nội dung biên bản',
      who: '',
      rows: rowsOf(
        minutesLabels,
        (key) => value[key],
        (key) => theirs[key],
      ),
      resolve: (chosen) => desk.minutes.resolve(only, { value: mixed(minutesLabels, value, theirs, chosen) }),
    },
  ]
}

/** The lines in which the two differ. */
function rowsOf<K extends string>(
  labels: Record<K, string>,
  mine: (key: K) => string,
  theirs: (key: K) => string,
): ClashRow[] {
  return (Object.keys(labels) as K[])
    .map((key) => ({ key, label: labels[key], mine: mine(key), theirs: theirs(key) }))
    .filter((row) => row.mine.trim() !== row.theirs.trim())
}

/** Mine, with the chosen parts of theirs. */
function mixed<T extends object>(
  labels: Record<keyof T & string, string>,
  mine: T,
  theirs: T,
  chosen: ReadonlySet<string>,
): T {
  const parts = (Object.keys(labels) as (keyof T & string)[]).map((key) => [
    key,
    (chosen.has(key) ? theirs : mine)[key],
  ])
  return Object.fromEntries(parts) as T
}
