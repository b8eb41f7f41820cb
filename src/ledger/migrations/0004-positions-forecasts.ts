/**
 * Where somebody stands, what somebody forecasts, and what people found forecasts to have come to. docs/model.md says
 * what each column means.
 */
export const positionsForecasts = `
-- what was read before says nothing of these: its readings have none
alter table parley.reading
  add column positions integer not null default 0,
  add column forecasts integer not null default 0;

create table parley.position (
  id text collate "C" primary key,
  document text collate "C" not null references parley.reading on delete cascade,
  start_offset integer not null,
  ordinal integer not null,
  actor text collate "C" not null,
  issue text collate "C" not null,
  found jsonb not null,
  counterpart text collate "C",
  stance text not null,
  conditions jsonb not null,
  modality text not null,
  audience text not null,
  told_by text not null,
  told_by_actor text collate "C",
  when_from date,
  when_to date,
  when_span jsonb,
  evidence jsonb not null,
  statement text collate "C",
  when_words text,
  condition_words jsonb not null,
  evidence_words text not null,
  actors_folded text not null
);
create index position_in_document on parley.position (document, start_offset, ordinal);
create index position_by_issue on parley.position (issue);

create table parley.forecast (
  id text collate "C" primary key,
  document text collate "C" not null references parley.reading on delete cascade,
  start_offset integer not null,
  ordinal integer not null,
  holder text collate "C",
  statement text collate "C",
  likelihood text not null,
  content jsonb not null,
  when_from date,
  when_to date,
  when_span jsonb,
  evidence jsonb not null,
  when_words text,
  content_words text not null,
  evidence_words text not null,
  actors_folded text not null
);
create index forecast_in_document on parley.forecast (document, start_offset, ordinal);

-- by the forecast's id, not by its row: what a person found outlives every reading
create table parley.forecast_resolution (
  forecast text collate "C" primary key,
  document text collate "C" not null references parley.document on delete cascade,
  outcome text not null,
  note text,
  decided_at timestamptz not null,
  decided_by text not null,
  decided_with text not null
);
create index forecast_resolution_in_document on parley.forecast_resolution (document);

do $$
begin
  create index position_actors_trigrams on parley.position using gin (actors_folded gin_trgm_ops);
  create index forecast_actors_trigrams on parley.forecast using gin (actors_folded gin_trgm_ops);
exception
  when insufficient_privilege or undefined_file or undefined_object or feature_not_supported or invalid_schema_name then
    raise notice 'pg_trgm is not available: lists by actor will read every record';
end
$$;
`;
