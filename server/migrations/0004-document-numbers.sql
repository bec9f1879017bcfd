-- The office's number series is one for everybody: a paper that a clerk may not see has used its number all the same.
-- The series also numbers the office's other papers, so a gap in it tells nothing.
create function highest_document_number(the_symbol text, the_year integer) returns integer
language sql stable security definer set search_path = public as $$
  select coalesce(max(substring(number from '^\d+')::integer), 0)
  from documents
  where symbol = the_symbol and year = the_year and viewer_id() is not null
$$;
