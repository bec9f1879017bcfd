-- Review of a draft conclusion by the leads of its fields, the unit's answer to it, approval; correction letters, notices that
-- replace others, withdrawal. Basis: Nghị định 30/2020/NĐ-CP, Điều 11, 13, 15, khoản 3 và 4 Điều 18; terms are the campaign's own.

-- How long leads and the unit have, and whether the unit is shown drafts at all. No row: nobody has decided yet.
create table conclusion_terms (
  campaign_id uuid primary key references campaigns on delete cascade,
  review_working_days integer not null check (review_working_days between 1 and 60),
  shown_to_unit boolean not null,
  unit_working_days integer check (unit_working_days between 1 and 60),
  revision integer not null default 0,
  set_by uuid not null references people,
  set_at timestamptz not null,
  constraint shown_has_its_days check (shown_to_unit = (unit_working_days is not null))
);

-- Several conclusions of one inspection: at most one is valid, at most one is being written.
alter table conclusions drop constraint conclusions_inspection_id_key;
alter table conclusions drop constraint conclusions_state_check;
alter table conclusions
  add constraint conclusions_state_check check (state in ('drafting', 'under-review', 'issued', 'replaced', 'withdrawn')),
  add column replaces uuid references conclusions,
  add column replace_reason text not null default '',
  add column approved_by uuid references people,
  add column approved_at timestamptz,
  -- Why it goes out although remarks or the unit's answer are not settled; empty where all is.
  add column approval_exception text not null default '',
  add column withdrawn_by_document uuid references documents,
  add column withdraw_reason text not null default '',
  add constraint replaces_another check (replaces <> conclusion_id),
  add constraint replaced_with_reason check ((replaces is null) = (replace_reason = '')),
  add constraint approved_by_somebody check ((approved_by is null) = (approved_at is null)),
  add constraint withdrawn_by_its_notice check ((state = 'withdrawn') = (withdrawn_by_document is not null));
create index conclusions_by_inspection on conclusions (inspection_id);
create unique index one_valid_notice_per_inspection on conclusions (inspection_id) where state = 'issued';
create unique index one_draft_per_inspection on conclusions (inspection_id) where state in ('drafting', 'under-review');
create unique index replaced_by_one_notice on conclusions (replaces) where state in ('issued', 'replaced', 'withdrawn');
-- Conclusions issued before drafts were approved by name were approved by whoever issued them.
update conclusions c set approved_by = d.issued_by, approved_at = d.issued_at from documents d where d.document_id = c.document_id;

alter table documents drop constraint documents_state_check;
alter table documents add constraint documents_state_check check (state in ('issued', 'replaced', 'withdrawn'));

-- A draft belongs to the team: neither the unit nor whoever else knows the inspection reads it; that of an unannounced
-- inspection belongs to its circle, opened or not. Whoever administers keeps the calendar by which drafts fall due, and reads none
-- of them through any act.
create function reads_drafts_of(the_inspection uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select viewer_unit() is null and exists (
    select from people p where p.person_id = viewer_id()
      and p.roles && array['planner', 'standing-deputy', 'team-leader', 'field-deputy', 'team-member', 'administrator']
  ) and (
    in_circle(the_inspection)
    or not exists (select from inspections i where i.inspection_id = the_inspection and i.kind = 'unannounced')
  )
$$;
create policy drafts_are_the_teams on conclusions as restrictive for select
  using (state in ('issued', 'replaced', 'withdrawn') or reads_drafts_of(inspection_id));
create policy drafts_are_the_teams on recommendations as restrictive for select
  using (conclusion_id in (select c.conclusion_id from conclusions c));
create policy remarks_are_the_teams on conclusion_remarks as restrictive for select
  using (conclusion_id in (select c.conclusion_id from conclusions c where reads_drafts_of(c.inspection_id)));
-- Of people to be asked about a draft, the one from whom it is to be kept.
create function draft_is_kept_from(the_person uuid, the_inspection uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from inspections i where i.inspection_id = the_inspection and i.kind = 'unannounced')
    and not coalesce(has_been_told(the_person, the_inspection), false)
$$;

-- What a remark is about: '' the whole, or a point of the draft by its key; how the point was called then.
alter table conclusion_remarks
  add column remark_no bigint generated always as identity,
  add column about text not null default '',
  add column about_name text not null default '',
  -- Whether it was taken over; null while open, and for remarks settled before this was asked.
  add column taken_over boolean,
  add column settled_by uuid references people,
  add column settled_at timestamptz;

-- Whom the draft was sent to, field by field, and what they said; asked again, a field has a further row.
create table conclusion_reviews (
  review_no bigint generated always as identity primary key,
  conclusion_id uuid not null references conclusions on delete cascade,
  inspection_id uuid not null references inspections on delete cascade,
  field_key text not null,
  person_id uuid not null references people,
  asked_at timestamptz not null,
  due_on date not null,
  answer text check (answer in ('agreed', 'remarked')),
  answered_by uuid references people,
  answered_at timestamptz,
  -- The field's part of the draft as it was answered for.
  seen text,
  constraint answered_for_what_was_seen check ((answer is null) = (seen is null))
);
create index conclusion_reviews_by_conclusion on conclusion_reviews (conclusion_id, field_key);
create unique index one_open_review_per_field on conclusion_reviews (conclusion_id, field_key) where answer is null;

-- A draft shown to its unit: the paper as it was shown, its points, and the head's answer.
create table draft_showings (
  showing_id uuid primary key default gen_random_uuid(),
  showing_no bigint generated always as identity,
  conclusion_id uuid not null references conclusions on delete cascade,
  inspection_id uuid not null references inspections on delete cascade,
  state text not null default 'open' check (state in ('open', 'sent', 'closed')),
  shown_by uuid not null references people,
  shown_at timestamptz not null,
  due_on date not null,
  paper jsonb not null,
  points jsonb not null,
  sent_by uuid references people,
  sent_at timestamptz,
  late boolean,
  closed_at timestamptz,
  constraint sent_by_somebody check ((sent_by is null) = (sent_at is null) and (sent_at is null) = (late is null)),
  constraint sent_once_it_was_sent check (state <> 'sent' or sent_at is not null)
);
create index draft_showings_by_inspection on draft_showings (inspection_id);
create unique index one_standing_showing on draft_showings (conclusion_id) where state <> 'closed';

create table draft_answers (
  showing_id uuid not null references draft_showings on delete cascade,
  point_key text not null,
  stance text not null check (stance in ('agree', 'explain')),
  text text not null default '',
  written_by uuid not null references people,
  written_at timestamptz not null,
  revision integer not null default 0,
  outcome text check (outcome in ('accepted', 'not-accepted')),
  outcome_reason text not null default '',
  settled_by uuid references people,
  settled_at timestamptz,
  primary key (showing_id, point_key),
  constraint settled_by_somebody check ((outcome is null) = (settled_at is null)),
  constraint not_accepted_with_reason check (outcome is distinct from 'not-accepted' or outcome_reason <> '')
);

create table draft_receipts (
  showing_id uuid not null references draft_showings on delete cascade,
  person_id uuid not null references people,
  seen_at timestamptz not null,
  primary key (showing_id, person_id)
);

-- The letter that corrects the form of an issued notice; the notice itself stays as it was.
create table notice_corrections (
  correction_no bigint generated always as identity primary key,
  conclusion_id uuid not null references conclusions on delete cascade,
  inspection_id uuid not null references inspections on delete cascade,
  document_id uuid not null references documents,
  kind text not null check (kind in ('form', 'layout', 'procedure')),
  passages jsonb not null,
  made_by uuid not null references people,
  made_at timestamptz not null
);
create index notice_corrections_by_conclusion on notice_corrections (conclusion_id);

-- In the draft of a notice that replaces another: the recommendation that a line carries on, with its date then.
alter table recommendations
  add column carries uuid references recommendations on delete cascade,
  add column carried_due_on date,
  add constraint carried_with_its_date check ((carries is null) = (carried_due_on is null));
create unique index carried_once on recommendations (conclusion_id, carries) where carries is not null;

-- Open recommendations that are not carried on, with the reason.
create table replacement_closings (
  conclusion_id uuid not null references conclusions on delete cascade,
  recommendation_id uuid not null references recommendations on delete cascade,
  reason text not null,
  closed_by uuid not null references people,
  closed_at timestamptz not null,
  primary key (conclusion_id, recommendation_id)
);
-- What went from one notice to the one that replaced it, with its words before; it only grows.
create table recommendation_moves (
  move_no bigint generated always as identity primary key,
  recommendation_id uuid not null references recommendations on delete cascade,
  from_conclusion uuid not null references conclusions on delete cascade,
  to_conclusion uuid not null references conclusions on delete cascade,
  text text not null,
  addressee text not null,
  due_on date not null,
  proof_expected text not null,
  moved_at timestamptz not null
);
create index recommendation_moves_by_recommendation on recommendation_moves (recommendation_id);

do $$
declare child text;
begin
  foreach child in array array['conclusion_reviews', 'draft_showings', 'notice_corrections'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (inspection_id in (select i.inspection_id from inspections i))', child);
  end loop;
  foreach child in array array['draft_answers', 'draft_receipts'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (showing_id in (select s.showing_id from draft_showings s))', child);
  end loop;
  foreach child in array array['replacement_closings', 'recommendation_moves'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (recommendation_id in (select r.recommendation_id from recommendations r))', child);
  end loop;
end $$;
create policy reviews_are_the_teams on conclusion_reviews as restrictive using (reads_drafts_of(inspection_id));
-- What was shown is known to the team that wrote it and to the unit that it was shown to.
create policy shown_to_its_unit on draft_showings as restrictive for select
  using (reads_drafts_of(inspection_id) or inspection_id in (
    select i.inspection_id from inspections i where i.unit_code = viewer_unit()
  ));

alter table recommendation_due_changes drop constraint recommendation_due_changes_cause_check;
alter table recommendation_due_changes
  add constraint recommendation_due_changes_cause_check check (cause in ('extension', 'sent-back', 'replaced'));

-- The unit answers a draft that it may not read: its conclusion is held while the answer goes in, and an approval given before
-- the unit explained something is void.
create function hold_draft(the_showing uuid, voids_approval boolean) returns void
language plpgsql security definer set search_path = public as $$
declare the_conclusion uuid;
begin
  select s.conclusion_id into the_conclusion
  from draft_showings s join inspections i on i.inspection_id = s.inspection_id
  where s.showing_id = the_showing and i.unit_code = viewer_unit();
  perform from conclusions c where c.conclusion_id = the_conclusion for update;
  if voids_approval then
    update conclusions c set approved_by = null, approved_at = null, approval_exception = ''
    where c.conclusion_id = the_conclusion and c.state = 'under-review';
  end if;
end $$;

-- What is reminded of: the lists of kinds are the contract's; here only their form is held.
alter table reminders drop constraint reminders_kind_check;
alter table reminders add constraint reminders_kind_check check (kind ~ '^[a-z]+(-[a-z]+)*$');
alter table attachments drop constraint attachments_owner_kind_check;
alter table attachments add constraint attachments_owner_kind_check check (owner_kind ~ '^[a-z]+(-[a-z]+)*$');

-- Files of an answer are known to those who know the showing.
create policy answers_of_known_showings on attachments as restrictive for select
  using (owner_kind <> 'draft-answer' or owner_id in (select s.showing_id from draft_showings s));

grant select, insert, update, delete on conclusion_terms, replacement_closings, draft_answers to cchc_app;
grant select, insert, update on conclusion_reviews, draft_showings to cchc_app;
revoke delete, truncate on conclusion_reviews, draft_showings from cchc_app;
grant select, insert on draft_receipts, notice_corrections, recommendation_moves to cchc_app;
revoke update, delete, truncate on draft_receipts, notice_corrections, recommendation_moves from cchc_app;
