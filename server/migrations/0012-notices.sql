-- Notices: which paper told a unit of its visit, who has opened it, mail on its way, personal calendars, press.

-- The kinds of papers are the contract's list (documentKinds), to which every shelf adds its own; here only their form is held.
alter table documents drop constraint if exists documents_kind_check;
alter table documents add constraint documents_kind_check check (kind ~ '^[a-z]+(-[a-z]+)*$');

-- What a notice told of a visit, as it stood then: one row a visit and paper, so that one paper may tell many units. The sequence
-- is the inspection's revision then; calendars need it to know the newer of two. Basis: QĐ 2251/QĐ-UBND, mục III.3.1, IV.1.
create table visit_notices (
  visit_notice_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null references inspections on delete cascade,
  document_id uuid not null references documents on delete cascade,
  visit_on date not null,
  half_day text not null check (half_day in ('morning', 'afternoon')),
  place text not null,
  report_due_on date,
  issued_on date not null,
  at timestamptz not null,
  sequence integer not null,
  -- Until the visit moves or a newer notice goes out.
  stands boolean not null default true,
  constraint one_notice_per_sequence unique (inspection_id, sequence)
);
create unique index one_standing_notice_per_visit on visit_notices (inspection_id) where stands;
create index visit_notices_by_document on visit_notices (document_id);

insert into visit_notices (inspection_id, document_id, visit_on, half_day, place, report_due_on, issued_on, at, sequence, stands)
select d.inspection_id, d.document_id, i.visit_on, i.half_day, coalesce(i.place, ''), i.report_due_on, d.issued_on, d.issued_at,
  row_number() over (partition by d.inspection_id order by d.issued_at, d.document_id) - 1,
  d.state = 'issued'
from documents d join inspections i using (inspection_id)
where d.kind = 'schedule-notice' and i.visit_on is not null and i.half_day is not null;

-- "Đã xem": the first time that a person of the unit opened the notice. It is history: nobody changes or removes it.
create table document_receipts (
  document_id uuid not null references documents on delete cascade,
  inspection_id uuid not null references inspections on delete cascade,
  person_id uuid not null references people on delete cascade,
  seen_at timestamptz not null,
  primary key (document_id, inspection_id, person_id)
);
create index document_receipts_by_inspection on document_receipts (inspection_id);

-- The job that sends a mail runs as whoever queued it; the link is a path of the web application.
alter table mails add column queued_by uuid references people on delete set null;
alter table mails add column link text not null default '/';

-- A visit may be opened to the press; an unannounced one never. Basis: QĐ 2251/QĐ-UBND, mục IV.4.
alter table inspections add column open_to_press boolean not null default false;
alter table inspections add constraint press_never_at_unannounced check (not (open_to_press and kind = 'unannounced'));
create table press_invitations (
  inspection_id uuid not null references inspections on delete cascade,
  person_id uuid not null references people on delete cascade,
  document_id uuid not null references documents on delete cascade,
  invited_at timestamptz not null,
  primary key (inspection_id, person_id)
);
create index press_invitations_by_person on press_invitations (person_id);
create table press_coverage (
  coverage_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null references inspections on delete cascade,
  url text not null,
  title text not null,
  added_by uuid not null references people,
  added_at timestamptz not null,
  constraint one_coverage_per_address unique (inspection_id, url)
);

-- The secret address of a person's calendar; only its SHA-256 is kept. Making a new one ends the old one.
create table calendar_feeds (
  person_id uuid primary key references people on delete cascade,
  token_sha256 text not null unique,
  created_at timestamptz not null
);

do $$
declare child text;
begin
  foreach child in array array['visit_notices', 'document_receipts', 'press_invitations', 'press_coverage'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (inspection_id in (select i.inspection_id from inspections i))', child);
  end loop;
end $$;

grant select, insert, update, delete on visit_notices, press_invitations, press_coverage, calendar_feeds to cchc_app;
grant select, insert on document_receipts to cchc_app;
revoke update, delete, truncate on document_receipts from cchc_app;

-- Queues every mail that still waits, each as the person who queued it; for an installation that has just been given a mail server.
create function queue_waiting_mails() returns void language plpgsql security definer set search_path = public as $$
begin
  perform public.enqueue_job('mail.send', json_build_object('mailId', mail_id, 'personId', queued_by), max_attempts => 10)
  from mails where sent_at is null and queued_by is not null;
end $$;
