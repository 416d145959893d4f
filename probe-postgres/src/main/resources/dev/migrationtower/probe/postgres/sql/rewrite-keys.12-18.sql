-- The foreign keys of a table and those that point to it, each with the columns on the table's side and the rows that would be checked.
select k.conname as name,
       r.reltuples::bigint as tuples,
       array(select a.attname::text
               from pg_attribute a
              where a.attrelid = wanted.oid
                and a.attnum = any(case when k.conrelid = wanted.oid then k.conkey else k.confkey end)) as columns
  from (select ?::bigint::oid as oid) wanted
  join pg_constraint k on k.contype = 'f' and wanted.oid in (k.conrelid, k.confrelid)
  join pg_class r on r.oid = k.conrelid
