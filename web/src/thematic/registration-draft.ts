import type { RegistrationBody, RegistrationDetail } from '@cchc/domain/thematic/contract.ts'
import { readWishedTime, wishInWords } from '@cchc/domain/thematic/wished-time.ts'

/** A registration while it is written: a unit may not be chosen yet, and its time is text as people type it. */
export interface RegistrationDraft {
  readonly title: string
  readonly content: string
  readonly legalBasis: string
  readonly fieldKeys: readonly string[]
  readonly people: readonly { readonly key: number; fullName: string; post: string; personId: string | null }[]
  readonly units: readonly { readonly key: number; unitCode: string | null; time: string }[]
}

export type DraftProblems = Partial<Record<'title' | 'content' | 'units', string>>

let last = 0
export const nextKey = () => ++last

export function draftOf(registration: RegistrationDetail | null): RegistrationDraft {
  if (!registration)
    return {
      title: '',
      content: '',
      legalBasis: '',
      fieldKeys: [],
      people: [{ key: nextKey(), fullName: '', post: '', personId: null }],
      units: [{ key: nextKey(), unitCode: null, time: '' }],
    }
  const { title, content, legalBasis, fieldKeys, people, units } = registration
  return {
    title,
    content,
    legalBasis,
    fieldKeys,
    people: people.map((person) => ({ ...person, key: nextKey() })),
    units: units
      .filter(({ state }) => state !== 'cancelled')
      .map(({ unitCode, wish }) => ({ key: nextKey(), unitCode, time: wishInWords(wish) })),
  }
}

/** What is sent, or what is wrong first; rows left wholly empty are no rows. */
export function bodyOf(draft: RegistrationDraft, year: number): RegistrationBody | DraftProblems {
  const problems: DraftProblems = {}
  if (!draft.title.trim()) problems.title = 'Ghi tên cuộc kiểm tra chuyên đề.'
  if (!draft.content.trim()) problems.content = 'Ghi nội dung kiểm tra.'
  const filled = draft.units.filter(({ unitCode, time }) => unitCode !== null || time.trim() !== '')
  const units = filled.flatMap(({ unitCode, time }) => {
    const wish = readWishedTime(time, year)
    return unitCode !== null && wish ? [{ unitCode, wish }] : []
  })
  if (filled.length === 0) problems.units = 'Chọn ít nhất một đơn vị và ghi thời gian dự kiến.'
  else if (units.length < filled.length)
    problems.units = 'Có dòng chưa chọn đơn vị, hoặc thời gian chưa đúng. Ghi 17/9, 15-19/9 hoặc tháng 9.'
  if (Object.keys(problems).length > 0) return problems
  return {
    title: draft.title.trim(),
    content: draft.content.trim(),
    legalBasis: draft.legalBasis.trim(),
    fieldKeys: [...draft.fieldKeys],
    people: draft.people
      .filter(({ fullName }) => fullName.trim() !== '')
      .map(({ fullName, post, personId }) => ({ fullName: fullName.trim(), post: post.trim(), personId })),
    units,
  }
}

export const isBody = (answer: RegistrationBody | DraftProblems): answer is RegistrationBody =>
  Array.isArray((answer as RegistrationBody).people)
