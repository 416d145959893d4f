-- The types of sequences, from the catalogue. A name without a schema is looked for where this session would find it.
select wanted.position,
       format_type(s.seqtypid, null) as type
  from unnest(?::text[], ?::text[]) with ordinality as wanted (schema, relation, position)
  join pg_class c on c.relname = wanted.relation and c.relkind = 'S'
  join pg_namespace n on n.oid = c.relnamespace
  join pg_sequence s on s.seqrelid = c.oid
 where case when wanted.schema = '' then pg_table_is_visible(c.oid) else n.nspname = wanted.schema end
