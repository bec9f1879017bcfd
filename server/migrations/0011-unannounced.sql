-- Unannounced inspections: what only they have, and who may know of them. Basis: QĐ 2251/QĐ-UBND, mục II.2, III.3.2, III.4b.

-- From these states on an unannounced inspection has been opened on site and is no secret any more.
create function opened_on_site(the_state text) returns boolean language sql immutable parallel safe as
  $$ select the_state in ('opened', 'visited', 'concluded', 'closed') $$;

create table unannounced_inspections (
  inspection_id uuid primary key references inspections on delete cascade,
  reasons text not null,
  notes text not null default '',
  proposed_by uuid not null references people on delete cascade,
  proposed_at timestamptz not null,
  ordered_by uuid references people on delete cascade,
  ordered_at timestamptz,
  opened_by uuid references people on delete cascade,
  opened_at timestamptz,
  ended_by uuid references people on delete cascade,
  ended_at timestamptz,
  -- Declined by the leader, or cancelled by the office.
  ending text check (ending in ('declined', 'cancelled')),
  end_reason text
);

create table inspection_places (
  place_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null references inspections on delete cascade,
  kind text not null check (kind in ('head-office', 'one-stop', 'reception', 'office', 'other')),
  name text not null,
  address text not null default '',
  position integer not null default 0,
  arrived_at timestamptz,
  left_at timestamptz,
  constraint left_after_arriving check (left_at is null or left_at >= arrived_at)
);
create index inspection_places_by_inspection on inspection_places (inspection_id, position);

-- Who is to go, by person and not by seat: nothing outside may hang on it, and it holds nobody. Opening copies it to the roster.
create table unannounced_people (
  inspection_id uuid not null references inspections on delete cascade,
  person_id uuid not null references people on delete cascade,
  field_keys text[] not null default '{}',
  position integer not null default 0,
  primary key (inspection_id, person_id)
);

-- A person who could not leave the house because of a circle would tell of it.
alter table inspection_circle
  drop constraint inspection_circle_person_id_fkey,
  add constraint inspection_circle_person_id_fkey foreign key (person_id) references people on delete cascade,
  add column told_at timestamptz not null default now(),
  add column told_by uuid references people on delete set null,
  add column why text not null default '';
create index inspection_circle_by_person on inspection_circle (person_id);

-- Whether a person has been told of an inspection. Asked of the person's roles as they are now: an administrator never has.
-- It runs as the owner so that the policies of inspections and of the circle do not ask each other in a circle.
create function has_been_told(the_person uuid, the_inspection uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from inspection_circle c join people p on p.person_id = c.person_id
    where c.inspection_id = the_inspection and c.person_id = the_person and not p.disabled
      and p.roles && array['planner', 'standing-deputy', 'team-leader', 'field-deputy', 'team-member']
      and not 'administrator' = any (p.roles)
  )
$$;
create or replace function in_circle(the_inspection uuid) returns boolean
language sql stable security definer set search_path = public as
  $$ select has_been_told(viewer_id(), the_inspection) $$;

-- Whether an inspection is still to be kept from a person: it is secret and they are not in its circle.
create function is_kept_from(the_person uuid, the_inspection uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from inspections i
    where i.inspection_id = the_inspection and i.kind = 'unannounced' and not opened_on_site(i.state)
  ) and not coalesce(has_been_told(the_person, the_inspection), false)
$$;

-- Whether the viewer's roles let them read every inspection that has been opened; and else the one unit whose they may read.
create function viewer_reads_every_unit() returns boolean language sql stable security definer set search_path = public as $$
  select exists (
    select from people p where p.person_id = viewer_id()
      and p.roles && array['planner', 'standing-deputy', 'team-leader', 'field-deputy', 'team-member', 'city-viewer']
  )
$$;
create function viewer_own_unit() returns text language sql stable security definer set search_path = public as $$
  select p.unit_code from people p where p.person_id = viewer_id() and p.roles && array['unit-officer', 'unit-head']
$$;

-- The one rule of who may know an inspection, asked by every command: with no viewer named, nobody; a unit's people their own
-- unit's alone; an unannounced one its circle, and from its opening on those who read inspections.
drop policy known_inspection on inspections;
create policy known_inspection on inspections for all
  using (
    viewer_id() is not null
    and (viewer_unit() is null or unit_code = viewer_unit())
    and (
      kind <> 'unannounced'
      or (opened_on_site(state) and ((select viewer_reads_every_unit()) or unit_code = (select viewer_own_unit())))
      or in_circle(inspection_id)
    )
  )
  -- Written down by one who may propose; changed by one who may know it, before and after the change.
  with check (
    viewer_id() is not null
    and (viewer_unit() is null or unit_code = viewer_unit())
    and (
      kind <> 'unannounced'
      or (opened_on_site(state) and ((select viewer_reads_every_unit()) or unit_code = (select viewer_own_unit())))
      or in_circle(inspection_id)
      or (state = 'proposed' and (select exists (
        select from people p where p.person_id = viewer_id()
          and p.roles && array['planner', 'standing-deputy'] and not 'administrator' = any (p.roles)
      )))
    )
  );

-- Whoever writes an unannounced inspection down is the first of its circle; nobody else could let them in.
create function begin_circle() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into inspection_circle (inspection_id, person_id, told_by) select new.inspection_id, viewer_id(), viewer_id()
  where viewer_id() is not null;
  return null;
end $$;
create trigger proposer_is_told after insert on inspections
  for each row when (new.kind = 'unannounced') execute function begin_circle();

do $$
declare child text;
begin
  foreach child in array array['unannounced_inspections', 'inspection_places', 'unannounced_people'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (inspection_id in (select i.inspection_id from inspections i))', child);
  end loop;
end $$;

-- Only people of the team are told, and nobody who administers.
drop policy known_inspection on inspection_circle;
create policy known_inspection on inspection_circle
  using (inspection_id in (select i.inspection_id from inspections i))
  with check (
    inspection_id in (select i.inspection_id from inspections i)
    and exists (
      select from people p where p.person_id = inspection_circle.person_id
        and p.roles && array['planner', 'standing-deputy', 'team-leader', 'field-deputy', 'team-member']
        and not 'administrator' = any (p.roles)
    )
  );

-- What may hang on no inspection or on one: whoever writes it must know that one.
drop policy known_inspection on files;
create policy known_inspection on files
  using (viewer_id() is not null and (inspection_id is null or inspection_id in (select i.inspection_id from inspections i)));
drop policy known_inspection on audit_events;
create policy known_inspection on audit_events
  using (viewer_id() is not null and (inspection_id is null or inspection_id in (select i.inspection_id from inspections i)))
  with check (inspection_id is null or inspection_id in (select i.inspection_id from inspections i));
-- A secret inspection has no document at all, so that none takes a number of the office's series.
drop policy known_inspection on documents;
create policy known_inspection on documents
  using (viewer_id() is not null and (inspection_id is null or inspection_id in (select i.inspection_id from inspections i)))
  with check (
    viewer_id() is not null
    and (inspection_id is null or inspection_id in (
      select i.inspection_id from inspections i where i.kind <> 'unannounced' or opened_on_site(i.state)
    ))
  );
-- A message is not written to one from whom its inspection is kept, nor a mail to an address of nobody in the house.
drop policy own_notification on notifications;
create policy own_notification on notifications
  using (person_id = viewer_id() and (inspection_id is null or inspection_id in (select i.inspection_id from inspections i)))
  with check (
    viewer_id() is not null
    and (inspection_id is null or (
      inspection_id in (select i.inspection_id from inspections i) and not is_kept_from(person_id, inspection_id)
    ))
  );
drop policy known_inspection on mails;
create policy known_inspection on mails
  using (viewer_id() is not null and (inspection_id is null or inspection_id in (select i.inspection_id from inspections i)))
  with check (
    viewer_id() is not null
    and (inspection_id is null or (
      inspection_id in (select i.inspection_id from inspections i) and not is_kept_from(person_id, inspection_id)
    ))
  );

-- Kinds of papers are added to whatever list stands.
do $$
declare listed text;
begin
  select pg_get_expr(conbin, conrelid) into listed from pg_constraint
  where conrelid = 'documents'::regclass and conname = 'documents_kind_check';
  alter table documents drop constraint documents_kind_check;
  execute format(
    'alter table documents add constraint documents_kind_check check (%s or kind in (''unannounced-order'', ''unannounced-notice''))',
    listed
  );
end $$;

-- The product's present: an illustrative season stands on its own day (Asia/Ho_Chi_Minh).
create function product_now() returns timestamptz language sql stable set search_path = public as $$
  select coalesce(
    (select (s.fixed_today + (now() at time zone 'Asia/Ho_Chi_Minh')::time) at time zone 'Asia/Ho_Chi_Minh' from settings s),
    now()
  )
$$;

-- A plan that meets a secret one stands, and its maker is told nothing; the circle is. It must run as the owner, because the
-- maker sees neither; whoever has an unread warning of it already is not told again.
create function warn_circles(the_visit uuid) returns void language sql security definer set search_path = public as $$
  insert into notifications (person_id, inspection_id, kind, title, body, link, at)
  select c.person_id, s.inspection_id, 'unannounced.clash', 'Có việc cần xem', '', '/dot-xuat/' || s.inspection_id, product_now()
  from inspections v
  join inspections s on s.kind = 'unannounced' and s.state in ('proposed', 'ordered') and s.visit_on = v.visit_on
  join inspection_circle c on c.inspection_id = s.inspection_id
  where v.inspection_id = the_visit and v.kind <> 'unannounced' and v.state in ('scheduled', 'announced', 'separate')
    and has_been_told(c.person_id, s.inspection_id)
    and (s.unit_code = v.unit_code or (s.half_day = v.half_day and exists (
      select from inspection_roster r
      join team_members m on m.team_member_id = r.team_member_id
      join unannounced_people u on u.person_id = m.person_id and u.inspection_id = s.inspection_id
      where r.inspection_id = v.inspection_id
    )))
    and not exists (
      select from notifications n
      where n.person_id = c.person_id and n.inspection_id = s.inspection_id and n.kind = 'unannounced.clash' and n.read_at is null
    )
$$;
create function warn_circles_of_visit() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform warn_circles(new.inspection_id);
  return null;
end $$;
create trigger visit_warns_circles after insert or update of visit_on, half_day, state on inspections
  for each row when (new.kind <> 'unannounced' and new.visit_on is not null) execute function warn_circles_of_visit();
create trigger roster_warns_circles after insert on inspection_roster
  for each row execute function warn_circles_of_visit();
-- Nobody calls it by hand.
revoke execute on function warn_circles(uuid), warn_circles_of_visit(), begin_circle() from public;

grant select, insert, update, delete on unannounced_inspections, inspection_places, unannounced_people to cchc_app;
revoke delete, truncate on unannounced_inspections from cchc_app;
