-- Sending: frozen versions, corrections after sending, remarks on items, more time for a report.

-- The number of the version that was sent last; and whether a correction of it is being written, while which it still counts.
alter table self_reports add column version integer not null default 0;
alter table self_reports add column correcting boolean not null default false;

-- What was sent, as it was sent. Each sending adds one. `due_on`, `verdict` and `days_late` are those of this very sending; the
-- report itself keeps those of the first. Basis: QĐ 2251/QĐ-UBND, mục IV.3.
create table sent_versions (
  sent_version_id uuid primary key default gen_random_uuid(),
  self_report_id uuid not null references self_reports on delete cascade,
  version integer not null check (version > 0),
  outline_version_id uuid not null references outline_versions,
  -- By item key: the values, the revision of each, the computed figures; by check key: the explanations.
  answers jsonb not null,
  revisions jsonb not null,
  computed jsonb not null,
  explanations jsonb not null,
  fingerprint text not null,
  sent_at timestamptz not null,
  sent_by uuid not null references people,
  due_on date,
  extended_to date,
  verdict text check (verdict in ('on-time', 'late')),
  days_late integer,
  visit_on date,
  -- The days that the deadline was counted by.
  counted jsonb not null default '[]',
  -- Why it was sent again; empty for the first.
  reason text not null default '',
  constraint one_row_per_version unique (self_report_id, version)
);

create function keep_sent_version() returns trigger language plpgsql as $$
begin
  -- It goes only together with its whole report: then the deletion comes from the reference and not from a statement of its own.
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then return old; end if;
  raise exception 'sent_versions is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger sent_versions_append_only before update or delete on sent_versions
  for each row execute function keep_sent_version();

-- Reports that were sent before versions were kept become version 1, where nothing has been written in them since.
insert into sent_versions (self_report_id, version, outline_version_id, answers, revisions, computed, explanations, fingerprint,
  sent_at, sent_by, due_on, verdict, days_late)
select r.self_report_id, 1, r.outline_version_id,
  coalesce((select jsonb_object_agg(a.item_key, a.value) from answers a where a.self_report_id = r.self_report_id and a.value is not null), '{}'),
  coalesce((select jsonb_object_agg(a.item_key, a.revision) from answers a where a.self_report_id = r.self_report_id and a.value is not null), '{}'),
  '{}',
  coalesce((select jsonb_object_agg(e.check_key, e.text) from check_explanations e where e.self_report_id = r.self_report_id), '{}'),
  r.fingerprint, r.sent_at, sender.person_id, r.due_on_when_sent, r.verdict, r.days_late
from self_reports r
join lateral (
  select e.person_id from audit_events e join people p using (person_id)
  where e.subject_id = r.self_report_id::text and e.action = 'self-report.send' order by e.at desc limit 1
) sender on true
where r.state in ('sent', 'accepted') and r.sent_at is not null and r.fingerprint is not null;
update self_reports r set version = 1 where exists (select from sent_versions v where v.self_report_id = r.self_report_id);

-- What counts of a report: the version sent last; what stands in it where none has been frozen.
create view reported_answers with (security_invoker = true) as
  select r.self_report_id, entry.key as item_key, entry.value, coalesce((v.revisions ->> entry.key)::integer, 0) as revision
  from self_reports r
  join sent_versions v on v.self_report_id = r.self_report_id and v.version = r.version
  cross join lateral jsonb_each(v.answers) entry
  union all
  select a.self_report_id, a.item_key, a.value, a.revision
  from answers a join self_reports r on r.self_report_id = a.self_report_id and r.version = 0;

-- A correction after sending: asked by an officer, opened or declined by the head, closed by the next sending.
create table report_corrections (
  correction_id uuid primary key default gen_random_uuid(),
  self_report_id uuid not null references self_reports on delete cascade,
  version integer not null,
  state text not null check (state in ('asked', 'open', 'declined', 'overtaken', 'sent')),
  reason text not null,
  asked_by uuid not null references people,
  asked_at timestamptz not null,
  decided_by uuid references people,
  decided_at timestamptz,
  decision_reason text not null default ''
);
create unique index one_correction_at_a_time on report_corrections (self_report_id) where state in ('asked', 'open');

-- Remarks on single items of a report that the office returned, and what the unit did on each.
create table item_remarks (
  item_remark_id uuid primary key default gen_random_uuid(),
  self_report_id uuid not null references self_reports on delete cascade,
  version integer not null,
  item_key text not null,
  text text not null,
  made_by uuid not null references people,
  made_at timestamptz not null,
  done_by uuid references people,
  done_at timestamptz,
  reply text not null default ''
);
create index item_remarks_by_report on item_remarks (self_report_id, made_at);

-- More time for a report: asked by the unit's head, decided by the office. The granted date is kept with the inspection, because
-- the deadline is worked out anew from it whenever the visit or the calendar moves.
alter table inspections add column report_extended_to date;
create table deadline_extensions (
  extension_id uuid primary key default gen_random_uuid(),
  self_report_id uuid not null references self_reports on delete cascade,
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused')),
  reason text not null,
  wished_on date not null,
  due_on date not null,
  asked_late boolean not null,
  asked_by uuid not null references people,
  asked_at timestamptz not null,
  proposed_by uuid references people,
  proposed_at timestamptz,
  proposed_to date,
  proposal_note text not null default '',
  granted_to date,
  decided_by uuid references people,
  decided_at timestamptz,
  decision_reason text not null default '',
  constraint granted_has_its_date check ((state = 'granted') = (granted_to is not null)),
  constraint decided_has_its_word check ((state = 'asked') = (decided_at is null))
);
create unique index one_extension_asked_at_a_time on deadline_extensions (self_report_id) where state = 'asked';
create index deadline_extensions_by_report on deadline_extensions (self_report_id, asked_at);

do $$
declare child text;
begin
  foreach child in array array['sent_versions', 'report_corrections', 'item_remarks', 'deadline_extensions'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (self_report_id in (select r.self_report_id from self_reports r))', child);
  end loop;
end $$;

grant select, insert, update on report_corrections, item_remarks, deadline_extensions to cchc_app;
revoke delete, truncate on report_corrections, item_remarks, deadline_extensions from cchc_app;
grant select, insert on sent_versions to cchc_app;
revoke update, delete, truncate on sent_versions from cchc_app;
grant select on reported_answers to cchc_app;
