-- Thematic inspections: a department registers its own, each unit of it is one row of inspections; it is merged into a common
-- visit, or held separately. Basis: QĐ 2251/QĐ-UBND, mục II.3, IV.2.

create table thematic_registrations (
  registration_id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaigns,
  agency_code text not null references units,
  title text not null,
  content text not null,
  legal_basis text not null default '',
  field_keys text[] not null default '{}',
  revision integer not null default 0,
  created_by uuid not null references people,
  created_at timestamptz not null
);
create index thematic_registrations_by_campaign on thematic_registrations (campaign_id, agency_code);

-- Who the department sends; guests of the common visit once it is merged.
create table thematic_people (
  registration_id uuid not null references thematic_registrations on delete cascade,
  position integer not null,
  full_name text not null,
  post text not null,
  person_id uuid references people,
  primary key (registration_id, position)
);

-- A second visit of one unit in a year, and who allowed it. Never changed, never removed.
create table year_exceptions (
  exception_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null references inspections,
  allowed_by uuid not null references people,
  allowed_at timestamptz not null,
  reason text not null check (btrim(reason) <> ''),
  unique (exception_id, inspection_id)
);
create index year_exceptions_by_inspection on year_exceptions (inspection_id);

alter table inspections
  add column registration_id uuid references thematic_registrations,
  -- When the department wishes to come: a day, some days, a month; both ends included.
  add column wished_from date,
  add column wished_to date,
  -- The common visit that it takes place in.
  add column merged_into uuid references inspections,
  -- The exception that lets it stand beside another visit of the year; only one that was recorded for this very inspection.
  add column exception_id uuid,
  add constraint exception_of_this_inspection
    foreign key (exception_id, inspection_id) references year_exceptions (exception_id, inspection_id),
  add constraint wished_in_order check (wished_to >= wished_from),
  add constraint merged_has_its_host check ((state = 'merged') = (merged_into is not null)),
  add constraint thematic_is_registered check (kind = 'thematic' or (registration_id is null and merged_into is null and exception_id is null));
create index inspections_by_registration on inspections (registration_id);
create index inspections_by_host on inspections (merged_into);

-- A unit is asked for once by one registration, as long as it is not withdrawn.
create unique index one_registration_per_unit on inspections (registration_id, unit_code) where state <> 'cancelled';

-- Once a year: a wish is no visit yet, a merged one takes place in another, and an exception must have been recorded.
-- Unannounced inspections stay outside, or the constraint would tell of them.
drop index one_planned_inspection_per_unit_and_year;
create unique index one_planned_inspection_per_unit_and_year on inspections (unit_code, year)
  where kind in ('planned', 'thematic') and state not in ('cancelled', 'merged', 'registered') and exception_id is null;

-- What was proposed, decided and found for one unit of a registration.
create table thematic_records (
  inspection_id uuid primary key references inspections on delete cascade,
  proposed_act text check (proposed_act in ('merge', 'separate')),
  proposed_host uuid references inspections,
  proposed_by uuid references people,
  proposed_at timestamptz,
  proposal_note text not null default '',
  decided_by uuid references people,
  decided_at timestamptz,
  decision_note text not null default '',
  result text not null default '',
  file_id uuid references files,
  result_by uuid references people,
  result_at timestamptz
);

-- A finding of a merged inspection stays its own inside the common visit.
alter table findings add column registration_id uuid references thematic_registrations;

-- Who may see any registration: the office, the team and the city. A department sees its own.
create function sees_registrations_of(the_agency text) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from people p
    where p.person_id = viewer_id()
      and (
        p.roles && array['planner', 'standing-deputy', 'team-leader', 'field-deputy', 'team-member', 'city-viewer']
        or ('thematic-coordinator' = any (p.roles) and p.unit_code = the_agency)
      )
  )
$$;
alter table thematic_registrations enable row level security;
-- The inspected unit learns of a registration with the visit that it is merged into.
create policy own_registration on thematic_registrations
  using (
    viewer_id() is not null
    and (
      sees_registrations_of(agency_code)
      or registration_id in (select i.registration_id from inspections i where i.state = 'merged' and i.unit_code = viewer_unit())
    )
  )
  with check (viewer_id() is not null);
alter table thematic_people enable row level security;
create policy own_registration on thematic_people
  using (registration_id in (select r.registration_id from thematic_registrations r));
alter table thematic_records enable row level security;
create policy known_inspection on thematic_records using (inspection_id in (select i.inspection_id from inspections i));
alter table year_exceptions enable row level security;
create policy known_inspection on year_exceptions using (inspection_id in (select i.inspection_id from inspections i));

-- Exceptions are history: neither the application nor anybody else rewrites them.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger year_exceptions_append_only before update or delete or truncate on year_exceptions
  for each statement execute function refuse_rewriting();
revoke update, delete, truncate on year_exceptions from cchc_app;
