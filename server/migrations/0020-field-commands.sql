-- Offline field work: what devices did at a visit comes as commands with ids of their own; and who holds the pen of its minutes.
-- Basis: QĐ 2251/QĐ-UBND, mục III.3.1 (the team records at the unit); ids, replays and the pen are this product's own.

-- The first answer to each command, given again whenever the command comes again. The key names the inspection too, so that an
-- id used at a visit nobody may know of is not in anybody's way.
create table field_commands (
  inspection_id uuid not null references inspections on delete cascade,
  command_id uuid not null,
  device_id uuid not null,
  person_id uuid not null references people,
  -- 1, 2, 3… on the device, and the instant by the device's own clock.
  device_order integer not null check (device_order >= 1),
  made_at timestamptz not null,
  kind text not null,
  record text not null,
  -- The revision that it left, where it is done; later commands of the device build on it.
  revision integer,
  outcome jsonb not null check (outcome ->> 'outcome' in ('done', 'clash', 'refused')),
  received_at timestamptz not null,
  primary key (inspection_id, command_id)
);
alter table field_commands enable row level security;
create policy known_inspection on field_commands using (inspection_id in (select i.inspection_id from inspections i));
revoke update, delete, truncate on field_commands from cchc_app;

-- Who writes the minutes of a visit; no row while nobody holds the pen. What became of it is in the audit.
create table visit_pens (
  inspection_id uuid primary key references inspections on delete cascade,
  holder_id uuid not null references people,
  -- The device it is held from; null where a page did not say.
  device_id uuid,
  since timestamptz not null,
  -- Where somebody else handed it over.
  given_by uuid references people
);
alter table visit_pens enable row level security;
create policy known_inspection on visit_pens using (inspection_id in (select i.inspection_id from inspections i));

-- Lists of who is present have a revision too, so that two devices' lists are not laid over each other unseen.
alter table visits add column attendance_revision integer not null default 0;
