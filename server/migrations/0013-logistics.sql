-- Shared transport and the campaign's ledger. Basis: QĐ 2251/QĐ-UBND, mục IV.1 (transport), V (money).

create table vehicles (
  vehicle_id uuid primary key default gen_random_uuid(),
  name text not null,
  plate text not null,
  seats integer not null check (seats between 1 and 60),
  seats_include_driver boolean not null default true,
  driver_name text not null default '',
  driver_phone text not null default '',
  ownership text not null check (ownership in ('own', 'hired')),
  note text not null default '',
  out_of_use boolean not null default false,
  revision integer not null default 0,
  created_at timestamptz not null
);

create table trips (
  trip_id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaigns on delete cascade,
  -- The unannounced inspection that the trip is for; null for a trip of the day. No constraint of trips looks beyond its own
  -- row, so none can tell of a hidden one; that a vehicle is free is asked by the act, of the trips of the day alone.
  inspection_id uuid references inspections on delete cascade,
  vehicle_id uuid not null references vehicles,
  travel_on date not null,
  departs_at text not null,
  returns_at text not null,
  -- [{ place, at, riders: [{ personId, teamMemberId, name }] }] in the order of the drive; nothing outside hangs on it.
  pickups jsonb not null default '[]',
  note text not null default '',
  revision integer not null default 0,
  -- Nobody's leaving may be held up by a trip that they are not told of.
  created_by uuid references people on delete set null,
  created_at timestamptz not null,
  constraint back_after_departure check (returns_at > departs_at)
);
create index trips_by_day on trips (campaign_id, travel_on);
create index trips_by_inspection on trips (inspection_id);

create table budget_lines (
  budget_line_id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaigns on delete cascade,
  code text not null,
  name text not null,
  -- Đồng.
  approved bigint not null check (approved >= 0),
  source text not null default '',
  note text not null default '',
  -- No more costs are entered; lines are never deleted, because a hidden cost may hang on one.
  closed boolean not null default false,
  position integer not null default 0,
  revision integer not null default 0,
  created_at timestamptz not null
);
create unique index one_budget_line_per_code on budget_lines (campaign_id, lower(code));

create table costs (
  cost_id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaigns on delete cascade,
  budget_line_id uuid not null references budget_lines,
  inspection_id uuid references inspections on delete cascade,
  spent_on date not null,
  what text not null,
  -- Đồng; negative in a reversal alone.
  amount bigint not null check (amount <> 0),
  document_number text not null default '',
  -- The visit day it was spent for.
  visit_on date,
  file_id uuid references files,
  -- The cost that this row takes back, with the reason; the row it takes back stays.
  reverses uuid unique references costs,
  reason text not null default '',
  entered_by uuid references people on delete set null,
  entered_at timestamptz not null,
  revision integer not null default 0,
  constraint only_a_reversal_is_negative check ((amount < 0) = (reverses is not null))
);
create index costs_by_line on costs (budget_line_id, spent_on);
create index costs_by_campaign on costs (campaign_id, spent_on);

-- A trip or a cost of an unannounced inspection is known where the inspection is, and written by one who knows it.
do $$
declare child text;
begin
  foreach child in array array['trips', 'costs'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (viewer_id() is not null and (inspection_id is null or inspection_id in (select i.inspection_id from inspections i)))', child);
  end loop;
end $$;

-- What was entered stays: a cost is taken back by a reversal, a line is closed, a vehicle goes out of use.
revoke delete, truncate on costs, budget_lines, vehicles from cchc_app;
