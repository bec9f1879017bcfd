-- A flagged violation may be taken back by whoever flagged it, and the office says on screen who sees violations.

alter table violation_flags
  add column withdrawn_at timestamptz,
  add column withdrawn_why text not null default '',
  add constraint withdrawn_has_its_word check ((withdrawn_at is null) = (withdrawn_why = ''));
alter table settings add column violation_revision integer not null default 0;

-- Whoever flagged reads no flag, and so takes back by this alone: their own that wait still. Says how many there were.
create function take_back_violation(the_finding uuid, the_reason text, the_time timestamptz) returns integer
language sql volatile security definer set search_path = public as $$
  with taken as (
    update violation_flags set withdrawn_at = the_time, withdrawn_why = the_reason, revision = revision + 1
    where finding_id = the_finding and flagged_by = viewer_id() and handled_at is null and withdrawn_at is null
    returning 1
  )
  select count(*)::integer from taken
$$;
revoke execute on function take_back_violation(uuid, text, timestamptz) from public;
grant execute on function take_back_violation(uuid, text, timestamptz) to cchc_app;
