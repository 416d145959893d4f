-- The types of columns, from the catalogue: information_schema hides what we have no privilege on, and a cast to regclass locks.
-- A name without a schema is looked for where this session would find the table.
select wanted.position,
       format_type(a.atttypid, a.atttypmod) as type
  from unnest(?::text[], ?::text[], ?::text[]) with ordinality as wanted (schema, relation, attribute, position)
  join pg_class c on c.relname = wanted.relation and c.relkind in ('r', 'p', 'f')
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = wanted.attribute and a.attnum > 0 and not a.attisdropped
 where case when wanted.schema = '' then pg_table_is_visible(c.oid) else n.nspname = wanted.schema end
