-- Tables of which a column has no statistics: a rewrite drops those of the columns whose type it changes. An empty table has none. Needs
-- GRANT SELECT (starelid, staattnum) ON pg_catalog.pg_statistic, which shows no data; the view pg_stats wants SELECT on the table.
select wanted.position
  from unnest(?::text[], ?::text[]) with ordinality as wanted (schema, relation, position)
  join pg_class c on c.relname = wanted.relation and c.relkind in ('r', 'p')
  join pg_namespace n on n.oid = c.relnamespace
 where case when wanted.schema = '' then pg_table_is_visible(c.oid) else n.nspname = wanted.schema end
   and (c.reltuples <> 0 or pg_stat_get_live_tuples(c.oid) > 0)
   and exists (select from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                  and a.attgenerated <> 'v' and a.attstattarget is distinct from 0
                  and not exists (select from pg_statistic s where s.starelid = c.oid and s.staattnum = a.attnum))
