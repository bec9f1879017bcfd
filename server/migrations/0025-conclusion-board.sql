-- From findings to conclusion: points of the board, the findings they stand on, and the office's sentence patterns.

-- A point of an inspection's conclusion. Its words are its own: the finding that was recorded at the visit never changes with them.
create table conclusion_points (
  point_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null references inspections on delete cascade,
  place text not null check (place in ('strength', 'good-practice', 'shortcoming', 'violation', 'unplaced', 'left-out')),
  field_key text not null,
  text text not null check (text <> ''),
  cause text not null default '',
  responsible text not null default '',
  reason text not null default '',
  -- The point that a person merged it into; it keeps its words, so that merging can be undone.
  merged_into uuid references conclusion_points on delete cascade,
  -- Points that a person said are not the same as this one.
  apart uuid[] not null default '{}',
  revision integer not null default 0,
  changed_by uuid not null references people,
  changed_at timestamptz not null,
  -- The order in which the findings were recorded, for the draft.
  point_order bigint generated always as identity,
  constraint left_out_says_why check (place <> 'left-out' or reason <> ''),
  constraint merged_into_another check (merged_into <> point_id)
);
create index conclusion_points_by_inspection on conclusion_points (inspection_id, point_order);

-- Each finding stands behind the one point that was made of it; where that was merged, behind the other by way of it.
create table point_sources (
  finding_id uuid primary key references findings on delete cascade,
  point_id uuid not null references conclusion_points on delete cascade,
  inspection_id uuid not null references inspections on delete cascade
);
create index point_sources_by_inspection on point_sources (inspection_id);

-- Which piece of the draft each line came from, and what each piece said when it was taken over.
alter table conclusions add column structure jsonb not null default '{"patternsVersion": 0, "taken": {}, "ties": {}}';

-- The office's own wording of the supplied patterns; every saving is a new version.
create table sentence_patterns (
  version integer primary key check (version > 0),
  words jsonb not null,
  note text not null default '',
  saved_by uuid not null references people,
  saved_at timestamptz not null
);

do $$
declare child text;
begin
  foreach child in array array['conclusion_points', 'point_sources'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (inspection_id in (select i.inspection_id from inspections i))', child);
  end loop;
end $$;

grant select, insert, update on conclusion_points to cchc_app;
revoke delete, truncate on conclusion_points from cchc_app;
grant select, insert on point_sources, sentence_patterns to cchc_app;
revoke update, delete, truncate on point_sources, sentence_patterns from cchc_app;
