-- Scoring, which a campaign has only when it gets a sheet. Basis: QĐ 2251/QĐ-UBND, mục I.1 (results for the PAR index and for
-- the assessment of heads); sheet, steps and sides are this product's own.

create table scoring_sheets (
  sheet_id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaigns on delete cascade,
  version integer not null check (version > 0),
  state text not null default 'draft' check (state in ('draft', 'published', 'replaced')),
  content jsonb not null,
  revision integer not null default 0,
  saved_by uuid references people on delete set null,
  saved_at timestamptz not null,
  published_by uuid references people on delete set null,
  published_at timestamptz,
  constraint one_sheet_per_version unique (campaign_id, version),
  constraint published_has_its_time check ((state = 'draft') = (published_at is null))
);
create unique index one_sheet_draft_per_campaign on scoring_sheets (campaign_id) where state = 'draft';
create unique index one_sheet_in_force on scoring_sheets (campaign_id) where state = 'published';

-- Scores hang on a version and say by which rule they were given, so a published version stands for good.
create function keep_published_sheet() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' then return case when tg_op = 'DELETE' then old else new end; end if;
  -- It goes only together with its campaign.
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then return old; end if;
  if tg_op = 'DELETE' or new.state = 'draft' or (old.state = 'replaced' and new.state <> 'replaced')
    or (new.content, new.campaign_id, new.version, new.published_at) is distinct from
       (old.content, old.campaign_id, old.version, old.published_at) then
    raise exception 'a published scoring sheet never changes'
      using errcode = 'integrity_constraint_violation', constraint = 'published_sheet_stands';
  end if;
  return new;
end $$;
create trigger published_sheet_stands before update or delete on scoring_sheets
  for each row execute function keep_published_sheet();

-- The scores of one planned inspection, from the first that is given on, by the version that was in force then.
create table unit_scorings (
  scoring_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null unique references inspections on delete cascade,
  sheet_id uuid not null references scoring_sheets,
  state text not null default 'open' check (state in ('open', 'self-scored', 'appraised', 'explained', 'agreed')),
  revision integer not null default 0
);
create index unit_scorings_by_sheet on unit_scorings (sheet_id);

-- Every score ever given; the newest of a criterion and side is the one that counts. Two who write at once meet in the key.
create table score_entries (
  entry_id bigint generated always as identity primary key,
  scoring_id uuid not null references unit_scorings on delete cascade,
  criterion_key text not null,
  side text not null check (side in ('self', 'team', 'explanation', 'agreed')),
  revision integer not null check (revision > 0),
  points numeric(7, 2) check (points >= 0),
  choice_key text,
  text text not null default '',
  -- What the points were worked out from, as it was then.
  basis jsonb,
  written_by uuid not null references people,
  written_at timestamptz not null,
  constraint one_score_per_revision unique (scoring_id, criterion_key, side, revision)
);

-- Every move of a unit's scores, with its reason.
create table scoring_steps (
  step_id bigint generated always as identity primary key,
  scoring_id uuid not null references unit_scorings on delete cascade,
  act text not null check (act in ('send', 'show', 'explain', 'agree', 'reopen')),
  from_state text not null,
  to_state text not null,
  reason text not null default '',
  done_by uuid not null references people,
  done_at timestamptz not null
);
create index scoring_steps_by_scoring on scoring_steps (scoring_id, step_id);

create function keep_score_history() returns trigger language plpgsql as $$
begin
  -- It goes only together with the inspection it belongs to.
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then return old; end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger score_entries_append_only before update or delete on score_entries
  for each row execute function keep_score_history();
create trigger scoring_steps_append_only before update or delete on scoring_steps
  for each row execute function keep_score_history();

-- Whether the viewer stands on the scored unit's side, whatever other roles they hold.
create function is_of_scored_unit(the_inspection uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from people p join inspections i on i.unit_code = p.unit_code
    where i.inspection_id = the_inspection and p.person_id = viewer_id() and p.roles && array['unit-officer', 'unit-head']
  )
$$;
-- Each party reads its own side, and the other's once it has been handed over (`domain/src/scoring/states.ts`).
create function score_side_is_known(the_scoring uuid, the_side text) returns boolean
language sql stable security definer set search_path = public as $$
  select case
    when is_of_scored_unit(s.inspection_id) then
      the_side in ('self', 'explanation')
      or (the_side = 'team' and s.state in ('appraised', 'explained', 'agreed'))
      or (the_side = 'agreed' and s.state = 'agreed')
    else
      the_side in ('team', 'agreed')
      or (the_side = 'self' and s.state <> 'open')
      or (the_side = 'explanation' and s.state in ('explained', 'agreed'))
    end
  from unit_scorings s where s.scoring_id = the_scoring
$$;

alter table unit_scorings enable row level security;
create policy known_inspection on unit_scorings using (inspection_id in (select i.inspection_id from inspections i));
alter table scoring_steps enable row level security;
create policy known_inspection on scoring_steps using (scoring_id in (select s.scoring_id from unit_scorings s));
alter table score_entries enable row level security;
create policy known_side on score_entries for select
  using (scoring_id in (select s.scoring_id from unit_scorings s) and score_side_is_known(scoring_id, side));
create policy written_on_own_side on score_entries for insert
  with check (
    written_by = viewer_id()
    and scoring_id in (
      select s.scoring_id from unit_scorings s where is_of_scored_unit(s.inspection_id) = (side in ('self', 'explanation'))
    )
  );

grant select, insert, update, delete on scoring_sheets to cchc_app;
revoke truncate on scoring_sheets from cchc_app;
grant select, insert, update on unit_scorings to cchc_app;
revoke delete, truncate on unit_scorings from cchc_app;
grant select, insert on score_entries, scoring_steps to cchc_app;
revoke update, delete, truncate on score_entries, scoring_steps from cchc_app;
