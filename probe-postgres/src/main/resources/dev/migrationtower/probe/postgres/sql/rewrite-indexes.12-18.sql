-- The indexes of a table, with their columns.
select i.indexrelid::bigint as oid,
       c.relname as name,
       c.relpages::bigint * 8192 as bytes,
       array(select a.attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey)) as columns
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
 where i.indrelid = ?::bigint::oid
 order by i.indexrelid
