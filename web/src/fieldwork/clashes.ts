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

/** Two versions of one thing, and what to do with a choice made line by line; without lines there is nothing to choose. */
export interface Clash {
  readonly id: string
  readonly title: string
  /** Whose the other version is; empty where the server does not say. */
  readonly who: string
  readonly rows: readonly ClashRow[]
  /** Keeps theirs of the named lines and mine of the others; what only one of the two changed is kept by itself. */
  resolve(theirs: ReadonlySet<string>): void
}

/** Everything of a visit that two people have written differently, each ready for a person's choice. */
export function clashesOf(view: VisitView, desk: VisitDesk): Clash[] {
  return [
    ...figureClashes(view, desk),
    ...findingClashes(view, desk),
    ...attendanceClashes(desk),
    ...minutesClashes(desk),
  ]
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
  registrationId: 'Thuộc nội dung',
}

function findingClashes(view: VisitView, desk: VisitDesk): Clash[] {
  return desk.findings.keys().flatMap((findingId): Clash[] => {
    const { value: mine, saved, theirs, phase } = desk.findings.slot(findingId)
    const other = theirs?.finding
    if (phase !== 'clash' || !other) return []
    const about = { id: findingId, who: other.recordedBy }
    if (mine === null) {
      return [
        {
          ...about,
          title: 'Phát hiện bạn vừa xóa',
          rows: [{ key: 'all', label: 'Nội dung', mine: 'Xóa phát hiện này', theirs: other.text }],
          resolve: (chosen) =>
            desk.findings.resolve(findingId, chosen.size > 0 ? { keepTheirs: true } : { value: null }),
        },
      ]
    }
    const base = saved && saved.revision < theirs.revision ? saved.finding : null
    const fieldName = (key: string) => view.fields.find((field) => field.fieldKey === key)?.name ?? key
    const belongsTo = (id: string | null) =>
      view.thematic.find(({ registrationId }) => registrationId === id)?.agencyName ?? 'Kiểm tra chung của Đoàn'
    const words = (content: FindingContent, key: keyof FindingContent) =>
      key === 'kind'
        ? findingKindNames[content.kind]
        : key === 'fieldKey'
          ? fieldName(content.fieldKey)
          : key === 'registrationId'
            ? belongsTo(content.registrationId)
            : content[key]
    const { rows, merged } = mergeParts(findingLabels, base, mine, other, words)
    const resolve = (chosen: ReadonlySet<string>) => desk.findings.resolve(findingId, { value: merged(chosen) })
    return [{ ...about, title: 'Phát hiện', rows, resolve }]
  })
}

function attendanceClashes(desk: VisitDesk): Clash[] {
  const { value, theirs, phase } = desk.attendance.slot(only)
  if (phase !== 'clash' || !theirs) return []
  const words = (rows: typeof value) => rows.map((row) => `${row.present ? '✓' : '–'} ${row.fullName}`).join('\n')
  return [
    {
      id: 'attendance',
      title: 'Thành phần dự buổi kiểm tra',
      who: '',
      rows: [{ key: 'all', label: 'Có mặt (✓), vắng (–)', mine: words(value), theirs: words(theirs.attendance) }],
      resolve: (chosen) => desk.attendance.resolve(only, chosen.size > 0 ? { keepTheirs: true } : { value }),
    },
  ]
}

const minutesLabels: Record<keyof MinutesWords, string> = {
  chair: 'Chủ trì',
  secretary: 'Thư ký',
  exchange: 'Trao đổi, làm rõ',
  unitOpinion: 'Ý kiến của đơn vị',
}

function minutesClashes(desk: VisitDesk): Clash[] {
  const { value: mine, saved, theirs, phase } = desk.minutes.slot(only)
  if (phase !== 'clash' || !theirs) return []
  const base = saved && saved.revision < theirs.revision ? saved : null
  const { rows, merged } = mergeParts(minutesLabels, base, mine, theirs, (words, key) => words[key])
  const resolve = (chosen: ReadonlySet<string>) => desk.minutes.resolve(only, { value: merged(chosen) })
  return [{ id: only, title: 'Nội dung biên bản', who: '', rows, resolve }]
}

/**
 * Divides two versions into the parts that both changed, which a person must choose, and the rest, which merges by
 * itself. `base` is what both began from; where it is not known every difference is asked.
 */
export function mergeParts<T extends object, K extends keyof T & string>(
  labels: Record<K, string>,
  base: T | null,
  mine: T,
  theirs: T,
  words: (version: T, key: K) => string,
): { rows: ClashRow[]; merged: (chosen: ReadonlySet<string>) => T } {
  const keys = Object.keys(labels) as K[]
  const differing = keys.filter((key) => words(mine, key).trim() !== words(theirs, key).trim())
  const theirsAlone = differing.filter((key) => base && mine[key] === base[key])
  const asked = differing.filter((key) => !(base && (mine[key] === base[key] || theirs[key] === base[key])))
  return {
    rows: asked.map((key) => ({ key, label: labels[key], mine: words(mine, key), theirs: words(theirs, key) })),
    merged: (chosen) => {
      const isTheirs = (key: K) => theirsAlone.includes(key) || chosen.has(key)
      return Object.fromEntries(keys.map((key) => [key, (isTheirs(key) ? theirs : mine)[key]])) as T
    },
  }
}
