-- What has been committed is told at once to every server process that listens: where it happened, never what was written. A
-- server asks who may hear it; PostgreSQL drops what nobody listens to. Saved answers are told by the act, after its
-- transaction: they are many, and transactions that notify commit one after the other.

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
revoke execute on function tell_of_report(), tell_of_person(), tell_of_sign_out() from public;
