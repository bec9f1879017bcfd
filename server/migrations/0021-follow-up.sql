-- Follow-up: more time, verification by a re-visit, what others than the unit are asked for, violations to be handled.
-- Basis: QĐ 2251/QĐ-UBND, mục I.1, I.2; terms and steps are this product's own.

-- Whom a recommendation asks: the inspected unit, or the city, a ministry, another body. Only the unit owes a remedy.
alter table recommendations
  add column addressee_kind text not null default 'unit' check (addressee_kind in ('unit', 'city', 'ministry', 'other'));

-- More time for one recommendation: asked by the unit's head, decided by the standing deputy or the leader.
create table recommendation_extensions (
  extension_id uuid primary key default gen_random_uuid(),
  recommendation_id uuid not null references recommendations on delete cascade,
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  reason text not null,
  wished_on date not null,
  -- The due date that stood when it was asked, and whether it had passed.
  due_on date not null,
  asked_late boolean not null,
  asked_by uuid not null references people,
  asked_at timestamptz not null,
  proposed_by uuid references people,
  proposed_at timestamptz,
  proposed_to date,
  proposal_note text not null default '',
  granted_to date,
  -- Working days from the old date to the granted one.
  granted_working_days integer,
  decided_by uuid references people,
  decided_at timestamptz,
  decision_reason text not null default '',
  constraint granted_has_its_date check ((state = 'granted') = (granted_to is not null)),
  constraint granted_has_its_days check ((granted_to is null) = (granted_working_days is null)),
  constraint decided_has_its_word check ((state = 'asked') = (decided_at is null))
);
create unique index one_more_time_asked_at_once on recommendation_extensions (recommendation_id) where state = 'asked';
create index recommendation_extensions_by_recommendation on recommendation_extensions (recommendation_id, asked_at);

-- Every move of a due date after issue, with its cause; it only grows.
create table recommendation_due_changes (
  due_change_id uuid primary key default gen_random_uuid(),
  recommendation_id uuid not null references recommendations on delete cascade,
  from_due date not null,
  to_due date not null,
  cause text not null check (cause in ('extension', 'sent-back')),
  reason text not null,
  changed_by uuid not null references people,
  at timestamptz not null
);
create index recommendation_due_changes_by_recommendation on recommendation_due_changes (recommendation_id, at);

-- How a remedy was judged: on paper, or by going there again on a half-day noted before or with the verdict.
alter table remedies
  add column verified_how text check (verified_how in ('paper', 'visit')),
  add column revisit_on date,
  add column revisit_half_day text check (revisit_half_day in ('morning', 'afternoon')),
  add column revisit_note text not null default '',
  add column revisit_by uuid references people,
  add column revisit_at timestamptz,
  -- The date that a remedy found not adequate was sent back with.
  add column sent_back_due_on date,
  add constraint a_revisit_is_whole check ((revisit_on is null) = (revisit_half_day is null)),
  add constraint judged_on_site_has_its_day check (verified_how is distinct from 'visit' or revisit_on is not null);
update remedies set verified_how = 'paper' where verdict is not null;

-- What became of a recommendation that others than the unit are asked for; it only grows.
create table third_party_steps (
  step_id uuid primary key default gen_random_uuid(),
  recommendation_id uuid not null references recommendations on delete cascade,
  step text not null check (step in ('sent-on', 'answered', 'closed')),
  on_day date not null,
  -- Number and symbol of the letter; empty where there is none.
  letter text not null default '',
  note text not null default '',
  recorded_by uuid not null references people,
  recorded_at timestamptz not null
);
create index third_party_steps_by_recommendation on third_party_steps (recommendation_id, recorded_at);

do $$
declare child text;
begin
  foreach child in array array['recommendation_extensions', 'recommendation_due_changes', 'third_party_steps'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (recommendation_id in (select r.recommendation_id from recommendations r))', child);
  end loop;
end $$;

-- Violations that need handling. Who is told of them is a parameter of the installation: among the leader and the standing deputy.
alter table settings add column violation_roles text[] not null default array['team-leader', 'standing-deputy']
  check (violation_roles <@ array['team-leader', 'standing-deputy'] and cardinality(violation_roles) > 0);

create table violation_flags (
  flag_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null references inspections on delete cascade,
  finding_id uuid references findings on delete set null,
  -- The finding's words when it was flagged: it may be changed or removed later.
  about text not null,
  why text not null,
  flagged_by uuid not null references people,
  flagged_at timestamptz not null,
  handled_by uuid references people,
  handled_at timestamptz,
  outcome text not null default '',
  revision integer not null default 0,
  constraint handled_has_its_word check ((handled_at is null) = (outcome = ''))
);
create index violation_flags_by_inspection on violation_flags (inspection_id, flagged_at);

-- Whether the viewer handles violations of this unit: one of the roles of the parameter, and not of the unit itself.
create function handles_violations_of(the_unit text) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from people p, settings s
    where p.person_id = viewer_id() and not p.disabled and p.roles && s.violation_roles
      and not 'administrator' = any (p.roles) and p.unit_code is distinct from the_unit
  )
$$;
-- Who is to be told of one inspection's violation; asked by whoever flags it, for the message alone.
create function violation_handlers(the_inspection uuid) returns setof uuid
language sql stable security definer set search_path = public as $$
  select p.person_id from people p, settings s, inspections i
  where i.inspection_id = the_inspection and not p.disabled and p.roles && s.violation_roles
    and not 'administrator' = any (p.roles) and p.unit_code is distinct from i.unit_code
    and not is_kept_from(p.person_id, the_inspection)
  order by p.person_id
$$;

alter table violation_flags enable row level security;
-- Whoever knows the inspection may write one; only those who handle it read it, whoever wrote it.
create policy known_inspection on violation_flags for insert
  with check (flagged_by = viewer_id() and handled_at is null and inspection_id in (select i.inspection_id from inspections i));
create policy handled_by_the_right_person on violation_flags for select
  using (inspection_id in (select i.inspection_id from inspections i where handles_violations_of(i.unit_code)));
create policy settled_by_the_right_person on violation_flags for update
  using (inspection_id in (select i.inspection_id from inspections i where handles_violations_of(i.unit_code)));
-- The history must not tell what the table does not.
create policy violations_are_quiet on audit_events as restrictive for select
  using (action not like 'violation.%' or inspection_id in (
    select i.inspection_id from inspections i where handles_violations_of(i.unit_code)
  ));

grant select, insert, update on recommendation_extensions to cchc_app;
revoke delete, truncate on recommendation_extensions from cchc_app;
grant select, insert on recommendation_due_changes, third_party_steps to cchc_app;
revoke update, delete, truncate on recommendation_due_changes, third_party_steps from cchc_app;
grant select, insert, update on violation_flags to cchc_app;
revoke delete, truncate on violation_flags from cchc_app;
