-- What has been committed is told at once to every server process that listens, by whatever act it was written: the report,
-- the items and their revisions, never what was written. A server asks who may hear it; PostgreSQL drops what nobody listens to.

create function tell_of_answers() returns trigger language plpgsql set search_path = public as $$
declare report record;
begin
  for report in
    -- Many at once are told as "many": a notification holds 8000 bytes.
    select s.self_report_id as id, case when count(*) <= 20 then jsonb_object_agg(s.item_key, s.revision) end as items
    from saved s group by s.self_report_id
  loop
    perform pg_notify('cchc_news', jsonb_build_object('of', 'answers', 'selfReportId', report.id, 'items', report.items)::text);
  end loop;
  return null;
end $$;
create trigger new_answers_are_told after insert on answers
  referencing new table as saved for each statement execute function tell_of_answers();
create trigger changed_answers_are_told after update on answers
  referencing new table as saved for each statement execute function tell_of_answers();

create function tell_of_report() returns trigger language plpgsql set search_path = public as $$
begin
  perform pg_notify('cchc_news', jsonb_build_object('of', 'report', 'selfReportId', coalesce(new.self_report_id, old.self_report_id))::text);
  return null;
end $$;
create trigger moved_report_is_told after update of state on self_reports
  for each row when (old.state is distinct from new.state) execute function tell_of_report();
create trigger explanation_is_told after insert or update or delete on check_explanations
  for each row execute function tell_of_report();

-- Whose rights have changed, or who has signed out: what they are listening to is asked again at once.
create function tell_of_person() returns trigger language plpgsql set search_path = public as $$
begin
  perform pg_notify('cchc_news', jsonb_build_object('of', 'person', 'personId', new.person_id)::text);
  return null;
end $$;
create trigger changed_rights_are_told after update of roles, disabled, unit_code, account_id on people
  for each row when ((old.roles, old.disabled, old.unit_code, old.account_id) is distinct from (new.roles, new.disabled, new.unit_code, new.account_id))
  execute function tell_of_person();

create function tell_of_sign_out() returns trigger language plpgsql set search_path = public as $$
begin
  perform pg_notify('cchc_news', jsonb_build_object('of', 'person', 'personId', p.person_id)::text)
  from people p where p.account_id = old."userId";
  return null;
end $$;
create trigger sign_out_is_told after delete on auth."session" for each row execute function tell_of_sign_out();

-- Nobody calls them by hand.
revoke execute on function tell_of_answers(), tell_of_report(), tell_of_person(), tell_of_sign_out() from public;
