import type { PatternsVersion } from '@cchc/domain/conclusions/patterns-contract.ts'
import { type Patterns, patternsWith } from '@cchc/domain/conclusions/sentence-patterns.ts'
import type { Context, Db } from '../platform/context.ts'

/** The newest version of the office's sentence patterns; 0 while the supplied ones stand. */
export async function newestPatternsVersion({ db }: Pick<Context, 'db'>): Promise<number> {
  const row = await db
    .selectFrom('sentencePatterns')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst()
  return row?.version ?? 0
}

/** The words of one version; 0, and what is not known, are the supplied ones. */
export async function readPatterns({ db }: { db: Db }, version: number): Promise<Patterns> {
  const row = await db.selectFrom('sentencePatterns').select('words').where('version', '=', version).executeTakeFirst()
  return patternsWith((row?.words ?? {}) as Record<string, string>)
}

/** Every version, the newest first; the supplied words are the last. */
export async function readPatternVersions({ db }: { db: Db }): Promise<PatternsVersion[]> {
  const rows = await db
    .selectFrom('sentencePatterns')
    .innerJoin('people', 'people.personId', 'sentencePatterns.savedBy')
    .select(['version', 'words', 'note', 'people.fullName as savedBy', 'savedAt'])
    .orderBy('version', 'desc')
    .execute()
  return [
    ...rows.map((row) => ({ ...row, words: { ...patternsWith(row.words as Record<string, string>) } })),
    { version: 0, words: { ...patternsWith({}) }, note: '', savedBy: '', savedAt: null },
  ]
}
