-- Drafts of an unannounced inspection that has been opened are read like those of any other; before that there are none. Whoever
-- administers keeps the calendar by which drafts fall due, and reads none of them through any act.
create or replace function reads_drafts_of(the_inspection uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select viewer_unit() is null and exists (
    select from people p where p.person_id = viewer_id()
      and p.roles && array['planner', 'standing-deputy', 'team-leader', 'field-deputy', 'team-member', 'administrator']
  ) and not is_kept_from(viewer_id(), the_inspection)
$$;
-- Nobody is kept from a draft who is not kept from its inspection.
drop function if exists draft_is_kept_from(uuid, uuid);
