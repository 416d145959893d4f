-- How large tables are, by the last VACUUM or ANALYZE: pg_relation_size would wait behind an ALTER TABLE. Without statistics reltuples is
-- -1, or 0 before 14.
select wanted.position,
       c.reltuples as rows,
       c.relpages::bigint as heap,
       coalesce(t.relpages, 0)::bigint as toast,
       coalesce(i.pages, 0) as indexes,
       coalesce(i.largest, 0) as largest
  from unnest(?::text[], ?::text[]) with ordinality as wanted (schema, relation, position)
  join pg_class c on c.relname = wanted.relation and c.relkind in ('r', 'm')
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_class t on t.oid = c.reltoastrelid
  left join lateral (select sum(x.relpages)::bigint as pages, max(x.relpages)::bigint as largest
                       from pg_index join pg_class x on x.oid = indexrelid where indrelid = c.oid) i on true
 where case when wanted.schema = '' then pg_table_is_visible(c.oid) else n.nspname = wanted.schema end
