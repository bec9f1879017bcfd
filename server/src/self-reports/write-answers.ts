import type { AnswerValue } from '@cchc/domain/outlines/outline.ts'
import type { SelfReportState } from '@cchc/domain/self-reports/contract.ts'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { kept } from '../platform/kept-statements.ts'

/** An answer that the rules have accepted, with the revision that its writing started from. */
export interface AcceptedAnswer {
  readonly itemKey: string
  readonly value: AnswerValue | null
  readonly revision: number
}

/** A new revision that now stands. */
export interface WrittenAnswer {
  readonly itemKey: string
  readonly revision: number
  readonly wasAnswered: boolean
  readonly isAnswered: boolean
  /** The report's state, which now stays so until the transaction ends; null where a question got its answer or lost it. */
  readonly heldState: SelfReportState | null
}

/**
 * Writes answers and their history in one statement. What is not in the reply was not written: another revision stands, or
 * the very same value. Pages that have the report open are told. Items are taken in the order of their keys, so that two who write many never wait in a circle.
 */
export async function writeAnswers(
  { db, viewer, now, tell }: Context,
  selfReportId: string,
  answers: readonly AcceptedAnswer[],
): Promise<WrittenAnswer[]> {
  const sent = JSON.stringify(answers.map(({ itemKey, value, revision }) => ({ item_key: itemKey, value, revision })))
  const { rows } = await sql<WrittenAnswer>`
    with ${kept} sent as (
      select s.item_key, s.value, case when b.item_key is null then 1 else s.revision + 1 end as revision,
        b.value is not null as was_answered
      from jsonb_to_recordset(${sent}::jsonb) as s (item_key text, value jsonb, revision integer)
      left join answers b on b.self_report_id = ${selfReportId}::uuid and b.item_key = s.item_key
    ),
    saved as (
      insert into answers (self_report_id, item_key, value, revision, saved_by, saved_at)
      select ${selfReportId}::uuid, item_key, value, revision, ${viewer.personId}::uuid, ${now}::timestamptz from sent order by item_key
      on conflict (self_report_id, item_key) do update
        set value = excluded.value, revision = excluded.revision, saved_by = excluded.saved_by, saved_at = excluded.saved_at
        where answers.revision = excluded.revision - 1 and answers.value is distinct from excluded.value
      returning self_report_id, item_key, value, revision
    ),
    history as (
      insert into answer_saves (self_report_id, saved_by, saved_at, answers)
      select ${selfReportId}::uuid, ${viewer.personId}::uuid, ${now}::timestamptz,
        jsonb_object_agg(item_key, jsonb_build_object('revision', revision, 'value', value))
      from saved having count(*) > 0
    ),
    -- Held after the answers, against acts on the report. Many hold it at once, so only those do who will not change it.
    held as (
      select r.state from self_reports r
      where r.self_report_id = (
        select case when bool_and(sent.was_answered = (saved.value is not null)) then min(saved.self_report_id::text)::uuid end
        from saved join sent using (item_key)
      )
      for share
    )
    select saved.item_key, saved.revision, sent.was_answered, saved.value is not null as is_answered,
      held.state as held_state
    from saved join sent using (item_key) left join held on true`.execute(db)
  if (rows.length > 0) {
    const items = rows.length <= mostNamed ? Object.fromEntries(rows.map((row) => [row.itemKey, row.revision])) : null
    tell({ of: 'answers', selfReportId, items })
  }
  return rows
}

/** A notification holds 8000 bytes. */
const mostNamed = 20
