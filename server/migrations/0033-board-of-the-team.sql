-- The board of a conclusion is the team's, before the notice is issued and after: no person of a unit, and nobody else who does
-- not read drafts, finds a row of it, whatever an act may ask.
create policy boards_are_the_teams on conclusion_points as restrictive using (reads_drafts_of(inspection_id));
create policy boards_are_the_teams on point_sources as restrictive using (reads_drafts_of(inspection_id));

-- The words that drafts are written by hang on no inspection; they are the offices', not the units'.
alter table sentence_patterns enable row level security;
create policy patterns_are_the_offices on sentence_patterns using (viewer_id() is not null and viewer_unit() is null);
