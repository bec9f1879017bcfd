-- When a person or an inspected unit cannot take part in a visit. Basis: QĐ 2251/QĐ-UBND, mục I.2 (no disturbance), III.2.
create table busy_times (
  busy_time_id uuid primary key default gen_random_uuid(),
  person_id uuid references people on delete cascade,
  unit_code text references units on delete cascade,
  from_on date not null,
  to_on date not null,
  -- Null is the whole day; a half-day goes with a single day.
  half_day text check (half_day in ('morning', 'afternoon')),
  reason text not null default '',
  -- The event's UID where it was imported from a calendar file, so that importing again changes and does not add.
  calendar_uid text,
  entered_by uuid references people,
  entered_at timestamptz not null,
  constraint busy_of_a_person_or_a_unit check (num_nonnulls(person_id, unit_code) = 1),
  constraint busy_in_order check (to_on >= from_on),
  constraint half_day_of_one_day check (half_day is null or from_on = to_on)
);
create index busy_times_by_person on busy_times (person_id, from_on);
create index busy_times_by_unit on busy_times (unit_code, from_on);

-- What a season is scheduled by (SchedulingSettings); whatever is missing stands at its default.
alter table campaigns add column scheduling jsonb not null default '{}';
