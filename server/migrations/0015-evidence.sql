-- Files that hang on something of an inspection, and requests for documents. Basis: QĐ 2251/QĐ-UBND, mục IV.3.

-- An upload under way: its bytes lie in the data folder, this row says whose it is and what it is for.
create table uploads (
  upload_id uuid primary key,
  inspection_id uuid not null references inspections on delete cascade,
  owner_kind text not null,
  owner_id uuid not null,
  place text not null default '',
  name text not null,
  size bigint not null check (size > 0),
  keep_location boolean not null default false,
  begun_by uuid not null references people on delete cascade,
  begun_at timestamptz not null,
  -- What it became; set once.
  attachment_id uuid
);
create index uploads_by_owner on uploads (owner_kind, owner_id);

-- One file on one thing: an item of a self-report, a request for documents; later a remedy or a finding. The bytes are kept
-- by their SHA-256, so that the same file is stored once whoever sent it; a row tells nothing of any other row.
create table attachments (
  attachment_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null references inspections on delete cascade,
  owner_kind text not null check (owner_kind in ('self-report', 'document-request', 'remedy', 'finding')),
  owner_id uuid not null,
  -- The part of the owner: an item's key, the round of a request.
  place text not null default '',
  name text not null,
  kind text not null,
  media_type text not null,
  -- Of what is kept, and the hash of what was sent: a picture is written anew without its location.
  size bigint not null,
  sha256 text not null,
  sent_sha256 text not null,
  preview_sha256 text,
  pages integer,
  page_from integer,
  page_to integer,
  caption text not null default '',
  location_kept boolean not null default false,
  notes text[] not null default '{}',
  state text not null check (state in ('checking', 'clean', 'infected', 'unscanned')),
  scanned_at timestamptz,
  -- What the scanner called it, or why it could not say.
  scan_result text not null default '',
  added_by uuid not null references people,
  added_at timestamptz not null,
  removed_by uuid references people,
  removed_at timestamptz,
  revision integer not null default 0,
  constraint pages_in_order check (page_to >= page_from and page_from >= 1)
);
create index attachments_by_inspection on attachments (inspection_id);
create index attachments_by_owner on attachments (owner_kind, owner_id, place);
create index attachments_by_sha256 on attachments (sha256);

create table document_requests (
  request_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null references inspections on delete cascade,
  kind text not null check (kind in ('document', 'explanation')),
  title text not null,
  detail text not null default '',
  state text not null default 'asked' check (state in ('asked', 'answered', 'returned', 'accepted', 'withdrawn')),
  -- 1, and one more each time the unit is asked again.
  round integer not null default 1,
  asked_by uuid not null references people,
  asked_at timestamptz not null,
  due_on date not null,
  due_working_days integer not null check (due_working_days between 1 and 60),
  -- The day the count began from.
  counted_from date not null,
  answered_at timestamptz,
  verdict text check (verdict in ('on-time', 'late')),
  days_late integer,
  revision integer not null default 0
);
create index document_requests_by_inspection on document_requests (inspection_id, due_on);

-- Everything said about a request, in order; it only grows.
create table document_request_turns (
  turn_id uuid primary key default gen_random_uuid(),
  request_id uuid not null references document_requests on delete cascade,
  -- The request's revision that the turn made.
  step integer not null,
  act text not null check (act in ('ask', 'answer', 'return', 'accept', 'withdraw')),
  round integer not null,
  text text not null default '',
  due_on date,
  at timestamptz not null,
  person_id uuid not null references people,
  unique (request_id, step)
);

do $$
declare child text;
begin
  foreach child in array array['attachments', 'document_requests'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (inspection_id in (select i.inspection_id from inspections i))', child);
  end loop;
end $$;
alter table document_request_turns enable row level security;
create policy known_inspection on document_request_turns using (request_id in (select r.request_id from document_requests r));
-- An upload is continued by whoever began it, and seen by nobody else.
alter table uploads enable row level security;
create policy own_upload on uploads
  using (begun_by = viewer_id() and inspection_id in (select i.inspection_id from inspections i));

-- Whether kept bytes belong to nothing any more. It sees every row because the bytes are shared; what it answers is used to
-- drop bytes and is shown to nobody.
create function no_row_keeps(the_sha256 text) returns boolean
language sql stable security definer set search_path = public as $$
  select not exists (select from attachments a where (a.sha256 = the_sha256 or a.preview_sha256 = the_sha256) and a.state <> 'infected')
    and not exists (select from files f where f.sha256 = the_sha256)
    and not exists (select from documents d where d.sha256 = the_sha256)
$$;

-- Files that wait for the virus scanner are queued again at a start, as whoever sent them.
create function queue_waiting_scans() returns void language plpgsql security definer set search_path = public as $$
begin
  perform public.enqueue_job(
    'evidence.scan', json_build_object('attachmentId', attachment_id, 'personId', added_by),
    max_attempts => 10, job_key => 'evidence.scan ' || attachment_id
  )
  from attachments where state = 'checking';
end $$;
revoke execute on function queue_waiting_scans() from public;
grant execute on function queue_waiting_scans() to cchc_app;

grant select, insert, update, delete on uploads, attachments, document_requests, document_request_turns to cchc_app;
-- An attachment is taken away by saying so; what was said about a request stays as it was said.
revoke delete, truncate on attachments, document_requests from cchc_app;
revoke update, delete, truncate on document_request_turns from cchc_app;
