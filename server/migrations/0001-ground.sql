-- The ground: the application's role, who is looking, the append-only audit, settings, catalogue, calendar, people.

-- The application runs as cchc_app: no owner of any table, so row-level security binds it, and no right to change history.
do $$ begin
  if not exists (select from pg_roles where rolname = 'cchc_app') then
    create role cchc_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  -- Where the role was made by somebody else, its maker has to have granted it; the server says so when it starts.
  if not pg_has_role(current_user, 'cchc_app', 'member') then
    execute format('grant cchc_app to %I', current_user);
  end if;
end $$;
grant usage on schema public to cchc_app;
alter default privileges in schema public grant select, insert, update, delete on tables to cchc_app;

-- The viewer of this transaction; null when nobody was named, and then nothing of an inspection is seen.
create function viewer_id() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('cchc.person_id', true), '')::uuid $$;
-- The only unit the viewer may see, for people of an inspected unit; null for all others.
create function viewer_unit() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('cchc.unit_code', true), '') $$;

create table settings (
  only_row boolean primary key default true check (only_row),
  province_code text not null,
  province_name text not null,
  place_name text not null,
  office_code text not null,
  office_name text not null,
  parent_agency_name text not null,
  office_symbol text not null,
  signer_authority text not null default '',
  signer_post text not null,
  illustrative boolean not null default false,
  fixed_today date,
  -- Where distances of a day's route start, WGS 84 degrees.
  office_lat double precision,
  office_lon double precision
);

create table units (
  unit_code text primary key,
  name text not null,
  full_name text not null,
  type text not null check (type in ('department', 'ward', 'commune', 'special-zone')),
  aliases text[] not null default '{}',
  advisory_fields text[] not null default '{}',
  folded text not null,
  province_code text not null,
  lat double precision,
  lon double precision,
  area_km2 double precision
);
create index units_folded on units (folded);

create table calendar_days (
  day date primary key,
  kind text not null check (kind in ('holiday', 'substitute', 'swapOff', 'swapWork')),
  name text not null,
  basis text not null,
  status text not null check (status in ('final', 'statutory', 'proposed'))
);

create table people (
  person_id uuid primary key default gen_random_uuid(),
  account_id text unique,
  full_name text not null,
  post text not null,
  email text,
  phone text,
  roles text[] not null,
  unit_code text references units,
  disabled boolean not null default false,
  illustrative boolean not null default false,
  created_at timestamptz not null default now()
);
create index people_unit on people (unit_code);

-- First-run sign-in links; only their SHA-256 is kept.
create table sign_in_links (
  token_sha256 text primary key,
  person_id uuid not null references people on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

-- Random ids, not a sequence: a gap in a sequence would tell a stranger that something happened.
create table audit_events (
  event_id uuid primary key default gen_random_uuid(),
  at timestamptz not null,
  person_id uuid,
  action text not null,
  subject_id text,
  inspection_id uuid,
  details jsonb not null default '{}'
);
create index audit_events_by_subject on audit_events (subject_id, at desc);
create index audit_events_by_inspection on audit_events (inspection_id, at desc);
create index audit_events_by_time on audit_events (at desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_events is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_events_append_only before update or delete or truncate on audit_events
  for each statement execute function refuse_change();

grant select, insert, update, delete on all tables in schema public to cchc_app;
revoke update, delete, truncate on audit_events from cchc_app;
