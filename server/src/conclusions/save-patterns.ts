import { patternProblems } from '@cchc/domain/conclusions/fill-pattern.ts'
import type { savePatterns as contract } from '@cchc/domain/conclusions/patterns-contract.ts'
import { patternKeys, patternsWith } from '@cchc/domain/conclusions/sentence-patterns.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import type { Act } from '../platform/serve.ts'
import { readPatternVersions } from './patterns.ts'

/** Keeps a new version of the sentence patterns; refuses with `pattern-unusable`, which says what is wrong, and `changed-meanwhile`. */
export const savePatterns: Act<typeof contract> = async (context, { body: { base, words, note } }) => {
  const { db, viewer, now, record } = context
  await sql`select pg_advisory_xact_lock(hashtext(${'sentence_patterns'}))`.execute(db)
  const [newest] = await readPatternVersions(context)
  const whole = { ...patternsWith(words) }
  const problems = [
    ...Object.keys(words)
      .filter((key) => !Object.hasOwn(whole, key))
      .flatMap((key) => patternProblems(key, '')),
    ...patternKeys.flatMap((key) => patternProblems(key, whole[key])),
  ]
  if (problems.length > 0) throw new Refusal('pattern-unusable', { problems: problems.join(' ') })
  if (newest!.version !== base)
    throw new Refusal(
      'changed-meanwhile',
      { what: 'Bộ mẫu câu', who: newest!.savedBy },
      { theirs: newest, yours: whole },
    )
  const version = newest!.version + 1
  await db
    .insertInto('sentencePatterns')
    .values({ version, words: JSON.stringify(whole), note, savedBy: viewer.personId, savedAt: now })
    .execute()
  await record('sentence-patterns.save', String(version), { version, note })
  return { versions: await readPatternVersions(context) }
}
