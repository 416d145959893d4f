-- How many rows of a table were ever updated, by transactions that are over and whose sessions have told so, which they do at most once a
-- second; and how many it has. Counters, not files: waits for no lock.
select pg_stat_get_tuples_updated(c.oid) as updated,
       c.reltuples::bigint as tuples
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relname = ? and c.relkind = 'r'
   and case when ? = '' then pg_table_is_visible(c.oid) else n.nspname = ? end
