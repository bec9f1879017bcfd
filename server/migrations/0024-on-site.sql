-- What is written down on site besides findings and figures: photos, programme, documents seen, places, notes. Each is a small record whose id
-- was made on a device; the content is checked by the contract (domain/src/fieldwork/site-contract.ts).
-- Basis: QĐ 2251/QĐ-UBND, mục III.3.1, III.3.2 (the team checks papers and places at the unit); how it is kept is this product's own.

create table site_records (
  inspection_id uuid not null references inspections on delete cascade,
  record_id uuid not null,
  topic text check (topic in ('photo', 'agenda', 'document', 'place', 'note')),
  -- Null for what was removed before it was ever recorded: a removal that came first.
  content jsonb,
  recorded_by uuid not null references people,
  recorded_at timestamptz not null,
  -- The order in which they came, since several come at one instant.
  record_order bigint generated always as identity,
  removed_by uuid references people,
  removed_at timestamptz,
  revision integer not null default 1,
  -- The inspection is part of the key, so that an id used at a visit nobody may know of is in nobody's way.
  primary key (inspection_id, record_id),
  check (content is not null or removed_at is not null)
);
alter table site_records enable row level security;
create policy known_inspection on site_records using (inspection_id in (select i.inspection_id from inspections i));
revoke delete, truncate on site_records from cchc_app;
