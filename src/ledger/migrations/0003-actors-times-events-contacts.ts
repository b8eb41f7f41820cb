/**
 * Who a document speaks of, the times it names, its events and contacts; what people decided about actors, and whom they
 * imported. docs/model.md says what each column means. Spans are JSON as everywhere: {"start": 0, "end": 8}.
 */
export const actorsTimesEventsContacts = `
-- what was read before says nothing of these: its readings have none
alter table parley.reading
  add column actors integer not null default 0,
  add column times integer not null default 0,
  add column events integer not null default 0,
  add column contacts integer not null default 0;

-- the names of whom a source refers to, beside its words: a search by actor looks at both
alter table parley.statement add column actor_folded text;
alter table parley.statement alter actor_folded set statistics 1000;

create table parley.actor (
  document text collate "C" not null references parley.reading on delete cascade,
  id text collate "C" not null,
  ordinal integer not null,
  key text collate "C" not null,
  base text,
  name text not null,
  type text not null,
  country text,
  role text,
  sector text,
  number text not null,
  knowledge jsonb,
  members jsonb not null,
  mentions jsonb not null,
  names jsonb not null,
  names_folded text not null,
  statements integer not null,
  primary key (document, id)
);
create index actor_by_key on parley.actor (key);
alter table parley.actor alter names_folded set statistics 1000;

create table parley.time (
  document text collate "C" not null references parley.reading on delete cascade,
  ordinal integer not null,
  start_offset integer not null,
  end_offset integer not null,
  from_day date,
  to_day date,
  precision text not null,
  unresolved boolean not null,
  words text not null,
  primary key (document, ordinal),
  check (start_offset >= 0 and start_offset < end_offset)
);

create table parley.event (
  id text collate "C" primary key,
  document text collate "C" not null references parley.reading on delete cascade,
  start_offset integer not null,
  ordinal integer not null,
  type text not null,
  mode text,
  contexts jsonb not null,
  actors jsonb not null,
  recipients jsonb not null,
  status text not null,
  when_from date,
  when_to date,
  when_span jsonb,
  place jsonb,
  trigger jsonb not null,
  evidence jsonb not null,
  statement text collate "C",
  when_words text,
  place_words text,
  trigger_words text not null,
  evidence_words text not null,
  actors_folded text not null
);
create index event_in_document on parley.event (document, start_offset, ordinal);

create table parley.contact (
  id text collate "C" primary key,
  document text collate "C" not null references parley.reading on delete cascade,
  start_offset integer not null,
  ordinal integer not null,
  event text collate "C",
  participants jsonb not null,
  form text not null,
  status text not null,
  mediator text,
  when_from date,
  when_to date,
  when_span jsonb,
  place jsonb,
  about jsonb,
  outcome jsonb,
  evidence jsonb not null,
  when_words text,
  place_words text,
  about_words text,
  outcome_words text,
  evidence_words text not null,
  actors_folded text not null
);
create index contact_in_document on parley.contact (document, start_offset, ordinal);

-- by an actor's key, not by its rows: a decision outlives every reading
create table parley.actor_decision (
  number bigint generated always as identity primary key,
  kind text not null,
  actor text collate "C" not null,
  name text,
  name_folded text,
  into_key text collate "C",
  document text collate "C" references parley.document on delete cascade,
  spans jsonb,
  note text,
  decided_at timestamptz not null,
  decided_by text not null,
  decided_with text not null,
  check (kind <> 'rename' or (name is not null and name_folded is not null)),
  check (kind <> 'merge' or into_key is not null),
  check (kind <> 'split' or (into_key is not null and document is not null and spans is not null))
);
create unique index actor_decision_stands on parley.actor_decision (actor, kind) where kind <> 'split';
create index actor_decision_in_document on parley.actor_decision (document) where document is not null;

-- what the splits mean in the present reading; made anew with every reading and every split
create table parley.actor_part (
  document text collate "C" not null,
  actor text collate "C" not null,
  ordinal integer not null,
  key text collate "C" not null,
  name text not null,
  type text not null,
  country text,
  role text,
  sector text,
  mentions jsonb not null,
  names jsonb not null,
  names_folded text not null,
  records jsonb not null,
  statements integer not null,
  primary key (document, actor, ordinal),
  foreign key (document, actor) references parley.actor on delete cascade
);
create index actor_part_by_key on parley.actor_part (key);

create table parley.known_actor (
  id text collate "C" primary key,
  name text not null,
  aliases jsonb not null,
  country text,
  tenures jsonb not null,
  source text not null,
  imported_at timestamptz not null,
  imported_by text not null,
  imported_with text not null
);

-- what an actor's key comes to by all decisions together, for the keys that any decision is about
create view parley.actor_resolution as
with recursive step (key, root, steps) as (
  select actor, into_key, 1 from parley.actor_decision where kind = 'merge'
  union all
  select step.key, further.into_key, steps + 1
  from step join parley.actor_decision further on further.kind = 'merge' and further.actor = step.root
  where steps < 1000
),
merged (key, root) as (
  select distinct on (key) key, root from step order by key, steps desc
),
decided (key, root) as (
  select key, root from merged
  union select root, root from merged
  union select actor, actor from parley.actor_decision where kind = 'rename' and actor not in (select key from merged)
  union select into_key, into_key from parley.actor_decision where kind = 'split' and into_key not in (select key from merged)
)
select key, root, coalesce(
  (select name from parley.actor_decision where kind = 'rename' and actor = root),
  (select name from parley.actor where actor.key = root
     group by name order by count(*) desc, length(name) desc, name collate "C" limit 1),
  (select name from parley.known_actor where known_actor.id = substr(root, 8) and root like 'person:%')) as name
from decided;

alter table parley.audit alter document drop not null;

-- as for statements: parts of names are found through their trigrams, where the server has them
do $$
begin
  create index statement_actor_trigrams on parley.statement using gin (actor_folded gin_trgm_ops);
  create index actor_names_trigrams on parley.actor using gin (names_folded gin_trgm_ops);
  create index event_actors_trigrams on parley.event using gin (actors_folded gin_trgm_ops);
  create index contact_actors_trigrams on parley.contact using gin (actors_folded gin_trgm_ops);
exception
  when insufficient_privilege or undefined_file or undefined_object or feature_not_supported or invalid_schema_name then
    raise notice 'pg_trgm is not available: lists by actor will read every record';
end
$$;
`;
