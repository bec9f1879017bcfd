-- What people are told in the product, and the mail that goes out; both hang on an inspection where they are about one.
create table notifications (
  notification_id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people on delete cascade,
  inspection_id uuid references inspections on delete cascade,
  kind text not null,
  title text not null,
  body text not null default '',
  -- A path of the web application.
  link text not null,
  at timestamptz not null,
  read_at timestamptz
);
create index notifications_by_person on notifications (person_id, at desc);

create table mails (
  mail_id uuid primary key default gen_random_uuid(),
  person_id uuid references people on delete set null,
  inspection_id uuid references inspections on delete cascade,
  document_id uuid references documents on delete set null,
  address text not null,
  subject text not null,
  body text not null,
  -- [{ name, mediaType, content }] with text content, or [{ name, mediaType, sha256 }] of a kept file.
  attachments jsonb not null default '[]',
  queued_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  problem text
);
create index mails_by_time on mails (queued_at desc);
create index mails_by_document on mails (document_id);

alter table notifications enable row level security;
create policy own_notification on notifications
  using (person_id = viewer_id() and (inspection_id is null or inspection_id in (select i.inspection_id from inspections i)))
  with check (viewer_id() is not null);
-- Whoever tells others must be able to write to them, and sees of it no more than the row's own inspection allows.
alter table mails enable row level security;
create policy known_inspection on mails
  using (viewer_id() is not null and (inspection_id is null or inspection_id in (select i.inspection_id from inspections i)))
  with check (viewer_id() is not null);

grant select, insert, update, delete on all tables in schema public to cchc_app;
revoke update, delete, truncate on audit_events, answer_versions, deadline_changes from cchc_app;
