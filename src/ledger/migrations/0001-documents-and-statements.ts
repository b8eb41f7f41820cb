/**
 * Documents, their readings, the statements read in them, what people decided, and who changed what; docs/model.md says
 * what each column means. Offsets count UTF-16 code units, end exclusive, as everywhere in Parley.
 */
export const documentsAndStatements = `
create table parley.document (
  id text collate "C" primary key,
  file text not null,
  url text,
  title text,
  outlet text,
  outlet_folded text,
  bylines jsonb not null,
  published jsonb,
  published_from date,
  published_to date,
  listed_on date not null generated always as (coalesce(published_from, 'infinity'::date)) stored,
  date_candidates jsonb not null,
  language text,
  text text not null,
  regions jsonb not null,
  sentence_order text not null,
  damage jsonb not null,
  origin jsonb,
  unread jsonb,
  fingerprint text not null,
  added_at timestamptz not null,
  added_by text not null,
  added_with text not null
);
-- lists never touch the text: keep it, and what grows with it, out of the rows that lists scan, and all else in them
alter table parley.document set (toast_tuple_target = 256);
alter table parley.document
  alter id set storage main, alter file set storage main, alter url set storage main, alter title set storage main,
  alter outlet set storage main, alter outlet_folded set storage main, alter published set storage main,
  alter damage set storage main, alter fingerprint set storage main;
create index document_in_order on parley.document (listed_on, id);

create table parley.reading (
  document text collate "C" primary key references parley.document on delete cascade,
  reader text not null,
  reader_version bigint not null,
  fingerprint text not null,
  sentences jsonb not null,
  attributions jsonb not null,
  statements integer not null,
  read_at timestamptz not null,
  read_by text not null,
  read_with text not null
);
alter table parley.reading set (toast_tuple_target = 256);
alter table parley.reading alter document set storage main, alter fingerprint set storage main;

create sequence parley.statement_key;
create table parley.statement (
  key bigint primary key,
  id text collate "C" not null unique,
  document text collate "C" not null references parley.reading on delete cascade,
  place integer not null,
  ordinal integer not null,
  actor text,
  quotation text not null,
  sourcing text not null,
  unresolved jsonb not null,
  confidence double precision,
  source_words text not null,
  source_folded text not null,
  cue_words text not null,
  content_words text not null
);
create index statement_in_document on parley.statement (document, place, ordinal);

create table parley.span (
  statement bigint not null references parley.statement on delete cascade,
  role text not null,
  ordinal integer not null,
  start_offset integer not null,
  end_offset integer not null,
  primary key (statement, role, ordinal),
  check (start_offset >= 0 and start_offset < end_offset)
);

-- whether a list is read in order, or sorted after a search, hangs on how many rows that search is thought to find
alter table parley.statement alter source_folded set statistics 1000;
alter table parley.document alter outlet_folded set statistics 1000;

-- by the statement's id, not its row: a decision outlives the reading it was made on
create table parley.decision (
  statement text collate "C" primary key,
  document text collate "C" not null references parley.document on delete cascade,
  verdict text not null,
  correction jsonb,
  note text,
  decided_at timestamptz not null,
  decided_by text not null,
  decided_with text not null
);
create index decision_in_document on parley.decision (document);

create table parley.audit (
  key bigint generated always as identity primary key,
  at timestamptz not null,
  by text not null,
  program text not null,
  action text not null,
  document text collate "C" not null,
  statement text collate "C",
  detail jsonb not null
);
create index audit_of_document on parley.audit (document, key);

-- a part of a source's words is found through its trigrams; a server may refuse the extension, or lack it: then the
-- same queries run without the index
do $$
begin
  create extension if not exists pg_trgm;
  create index statement_source_trigrams on parley.statement using gin (source_folded gin_trgm_ops);
exception
  when insufficient_privilege or undefined_file or undefined_object or feature_not_supported or invalid_schema_name then
    raise notice 'pg_trgm is not available: lists by actor will read every statement';
end
$$;
`;
