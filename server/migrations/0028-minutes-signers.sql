-- Minutes know their signers by the person, and keep the figures as they were stated when the session was closed.

alter table minutes_versions
  -- Who of the roster the paper's secretary and chair are; null for a guest, who is known by the name alone.
  add column secretary_id uuid references people,
  add column chair_id uuid references people,
  -- What the report said at the closing: its sending in words, and every figure beside the verified one; null for older versions.
  add column stated jsonb;

-- Versions frozen before: by the name on the paper, where one person of the roster alone bears it.
alter table minutes_versions disable trigger minutes_versions_append_only;
with signer as (
  select v.minutes_version_id, place, (array_agg(p.person_id))[1] as person_id
  from minutes_versions v
  cross join generate_series(0, 1) as place
  join inspection_roster r on r.inspection_id = v.inspection_id
  join team_members m using (team_member_id)
  join people p on p.person_id = m.person_id
  where lower(p.full_name) = lower(v.paper -> 'signatures' -> place ->> 'name')
  group by v.minutes_version_id, place
  having count(distinct p.person_id) = 1
)
update minutes_versions v
set secretary_id = (select person_id from signer s where s.minutes_version_id = v.minutes_version_id and place = 0),
    chair_id = (select person_id from signer s where s.minutes_version_id = v.minutes_version_id and place = 1);
alter table minutes_versions enable trigger minutes_versions_append_only;
