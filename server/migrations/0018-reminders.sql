-- What people were reminded of: one row a thing, due date and step, so that no step is ever taken twice. A due date that moves
-- begins anew. The office's daily list is a row of its campaign and day.
create table reminders (
  reminder_id uuid primary key default gen_random_uuid(),
  inspection_id uuid references inspections on delete cascade,
  kind text not null check (kind in ('self-report', 'recommendation', 'document-request', 'daily-list')),
  subject_id uuid not null,
  due_on date not null,
  -- Working days left when the step was due; negative once the date has passed.
  step integer not null,
  person_ids uuid[] not null,
  at timestamptz not null,
  constraint reminded_once unique (kind, subject_id, due_on, step)
);
create index reminders_by_inspection on reminders (inspection_id);

alter table reminders enable row level security;
create policy known_inspection on reminders
  using (viewer_id() is not null and (inspection_id is null or inspection_id in (select i.inspection_id from inspections i)));

-- How a person wants their mail; whoever has no row gets it at once.
create table mail_preferences (
  person_id uuid primary key references people on delete cascade,
  delivery text not null check (delivery in ('instant', 'digest'))
);
alter table mail_preferences enable row level security;
-- Whoever tells others must know how they want their mail; only the person chooses.
create policy everybody_knows on mail_preferences for select using (true);
create policy own_choice on mail_preferences using (person_id = viewer_id()) with check (person_id = viewer_id());

-- A mail that waits for the morning's one mail, and the one that it went out in.
alter table mails
  add column held boolean not null default false,
  add column digested_into uuid references mails on delete set null;
create index mails_held on mails (person_id) where held;

create or replace function queue_waiting_mails() returns void language plpgsql security definer set search_path = public as $$
begin
  perform public.enqueue_job('mail.send', json_build_object('mailId', mail_id, 'personId', queued_by), max_attempts => 10)
  from mails where sent_at is null and queued_by is not null and not held;
end $$;

grant select, insert, update, delete on mail_preferences to cchc_app;
grant select, insert on reminders to cchc_app;
revoke update, delete, truncate on reminders from cchc_app;
