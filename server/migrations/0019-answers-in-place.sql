-- A report is saved as it is typed: the same hundred rows are written again and again. With room beside them on their page,
-- a new value needs no new entry in the index.
alter table answers set (fillfactor = 50);

-- The history keeps each save as it came, in one row: item key → {revision, value}. A row for every value of it cost as much
-- again as the answers themselves. It is read as before, a row a value, by the view of the old name.
alter table answer_versions rename to answer_versions_before;

create table answer_saves (
  save_id bigint generated always as identity primary key,
  self_report_id uuid not null references self_reports on delete cascade,
  saved_by uuid not null references people,
  saved_at timestamptz not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object' and answers <> '{}')
);
create index on answer_saves (self_report_id);

insert into answer_saves (self_report_id, saved_by, saved_at, answers)
  select self_report_id, saved_by, saved_at, jsonb_object_agg(item_key, jsonb_build_object('revision', revision, 'value', value))
  from (
    select *, row_number() over (partition by self_report_id, item_key, saved_by, saved_at order by revision) as nth
    from answer_versions_before
  ) as v
  group by self_report_id, saved_by, saved_at, nth
  order by min(revision), saved_at;
drop table answer_versions_before;

alter table answer_saves enable row level security;
create policy known_inspection on answer_saves using (self_report_id in (select r.self_report_id from self_reports r));
revoke update, delete, truncate on answer_saves from cchc_app;

create view answer_versions with (security_invoker = true) as
  select s.self_report_id, a.key as item_key, (a.value ->> 'revision')::integer as revision,
    nullif(a.value -> 'value', 'null') as value, s.saved_by, s.saved_at
  from answer_saves s cross join lateral jsonb_each(s.answers) as a;
grant select on answer_versions to cchc_app;
