import { isTyped, type Outline, type OutlinePart, type OutlineSection } from '@cchc/domain/outlines/outline.ts'
import type { Desk, Overview } from './desk.ts'

export interface SectionPlace {
  readonly part: OutlinePart
  readonly section: OutlineSection
}

/** Every section with its part, in printed order. */
export function sectionsOf(outline: Outline): SectionPlace[] {
  return outline.parts.flatMap((part) => part.sections.map((section) => ({ part, section })))
}

/** The keys of the questions that are answered by hand, in printed order. */
export function questionsOf(desk: Desk): string[] {
  return [...desk.places.values()].filter(({ item }) => isTyped(item)).map(({ item }) => item.key)
}

/** The section that an address's fragment means: a section's key, or a question's; else the first that is not complete. */
export function sectionAt(desk: Desk, fragment: string, overview: Overview): SectionPlace | undefined {
  const sections = sectionsOf(desk.outline)
  const place = desk.places.get(fragment)
  return (
    sections.find(({ section }) => section.key === (place?.section.key ?? fragment)) ??
    sections.find(({ section }) => {
      const progress = overview.progress.get(section.key)
      return progress && progress.answered < progress.toAnswer
    }) ??
    sections[0]
  )
}
