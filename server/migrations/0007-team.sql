-- The team: who stands in for a field's lead, nobody in two places at once, and the decision that sets the team up.

-- Who takes a field when its lead agency's seat is away, in this order. Basis: QĐ 2251/QĐ-UBND, mục IV.2.
create table field_stand_ins (
  campaign_id uuid not null,
  field_key text not null,
  team_member_id uuid not null references team_members on delete cascade,
  position integer not null,
  primary key (campaign_id, field_key, team_member_id),
  foreign key (campaign_id, field_key) references campaign_fields on delete cascade
);

-- A season is moved in one transaction, so whether two visits meet is asked where the mover says so: at its end.
drop index one_visit_per_half_day;
alter table inspections add constraint one_visit_per_half_day
  exclude using btree (campaign_id with =, visit_on with =, half_day with =, team_group with =)
  where (kind = 'planned' and state <> 'cancelled') deferrable initially immediate;

-- A seat of a team that leaves is taken off every roster alike, those of unannounced inspections too: a foreign key that
-- refused would tell of them. Whether a seat may leave is asked of the visits that the viewer knows.
alter table inspection_roster drop constraint inspection_roster_team_member_id_fkey;
alter table inspection_roster
  add constraint inspection_roster_team_member_id_fkey foreign key (team_member_id) references team_members on delete cascade,
  -- Whom the entry takes to which half-day; kept by the triggers below, null where it takes part in no constraint.
  add column taken_person_id uuid,
  add column taken_on date,
  add column taken_half_day text;

-- Planned visits, and thematic ones that take place on their own. Unannounced ones hold nobody: a constraint would tell of them.
create function holds_people(the_kind text, the_state text) returns boolean language sql immutable parallel safe as $$
  select (the_kind = 'planned' and the_state <> 'cancelled')
    or (the_kind = 'thematic' and the_state not in ('registered', 'merged', 'cancelled'))
$$;

-- The triggers run as the owner: a roster is right whoever looks at it. The locks keep a visit or a seat from moving under the insert.
create function take_person() returns trigger language plpgsql security definer set search_path = public as $$
begin
  select i.visit_on, i.half_day into new.taken_on, new.taken_half_day
    from inspections i where i.inspection_id = new.inspection_id and holds_people(i.kind, i.state) for share;
  new.taken_person_id := null;
  if new.taken_on is not null then
    select m.person_id into new.taken_person_id from team_members m where m.team_member_id = new.team_member_id for share;
  end if;
  return new;
end $$;
create trigger roster_takes_person before insert or update of inspection_id, team_member_id on inspection_roster
  for each row execute function take_person();

create function move_people() returns trigger language plpgsql security definer set search_path = public as $$
declare held boolean := holds_people(new.kind, new.state) and new.visit_on is not null;
begin
  update inspection_roster r set
    taken_on = case when held then new.visit_on end,
    taken_half_day = case when held then new.half_day end,
    taken_person_id = case when held then (select m.person_id from team_members m where m.team_member_id = r.team_member_id) end
  where r.inspection_id = new.inspection_id;
  return null;
end $$;
create trigger roster_moves_with_visit after update of kind, state, visit_on, half_day on inspections
  for each row when (
    (old.kind, old.state, old.visit_on, old.half_day) is distinct from (new.kind, new.state, new.visit_on, new.half_day)
  ) execute function move_people();

create function change_person() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update inspection_roster set taken_person_id = new.person_id
  where team_member_id = new.team_member_id and taken_on is not null;
  return null;
end $$;
create trigger roster_follows_seat after update of person_id on team_members
  for each row when (old.person_id is distinct from new.person_id) execute function change_person();

update inspection_roster set team_member_id = team_member_id;
alter table inspection_roster add constraint one_place_per_person_and_half_day
  exclude using btree (taken_person_id with =, taken_on with =, taken_half_day with =) deferrable initially immediate;
create index inspection_roster_by_seat on inspection_roster (team_member_id);

-- The application sets neither whom nor when an entry takes.
revoke update on inspection_roster from cchc_app;
grant update (field_keys, position) on inspection_roster to cchc_app;

-- A visit announced although a field has nobody or too few people go: who allowed it, why, and what was missing then. Append-only.
create table roster_exceptions (
  roster_exception_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null references inspections on delete cascade,
  at timestamptz not null,
  allowed_by uuid not null references people,
  reason text not null,
  -- The sentences of the gaps.
  gaps jsonb not null
);
create index roster_exceptions_by_inspection on roster_exceptions (inspection_id, at);
alter table roster_exceptions enable row level security;
create policy known_inspection on roster_exceptions
  using (inspection_id in (select i.inspection_id from inspections i));
revoke update, delete, truncate on roster_exceptions from cchc_app;

-- One event of a calendar file is one busy time, however often it is imported.
create unique index one_busy_time_per_event on busy_times (person_id, unit_code, calendar_uid, from_on, half_day)
  nulls not distinct where calendar_uid is not null;
alter table busy_times add column revision integer not null default 0;

-- The team as the decision that sets it up names it, kept beside the frozen paper so that later changes can be listed. Append-only.
create table team_decisions (
  document_id uuid primary key references documents on delete cascade,
  campaign_id uuid not null references campaigns on delete cascade,
  -- DecidedSeat[]
  seats jsonb not null
);
create index team_decisions_by_campaign on team_decisions (campaign_id);
alter table team_decisions enable row level security;
create policy known_document on team_decisions using (document_id in (select d.document_id from documents d));
revoke update, delete, truncate on team_decisions from cchc_app;

alter table documents drop constraint documents_kind_check;
alter table documents add constraint documents_kind_check
  check (kind in ('schedule-notice', 'minutes', 'conclusion-notice', 'synthesis-report', 'team-decision'));
