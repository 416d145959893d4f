-- The tables of these relations, with what an ALTER TABLE would build anew. From the catalogue's own counts: the size functions would
-- wait behind the migration's locks.
select c.oid::bigint as oid,
       c.relname as name,
       c.relpages::bigint * 8192 + coalesce(t.relpages, 0)::bigint * 8192 as bytes,
       c.reltuples::bigint as tuples,
       c.reltoastrelid::bigint as toast
  from pg_class c
  left join pg_class t on t.oid = c.reltoastrelid
 where c.oid = any(?) and c.relkind in ('r', 'm')
 order by c.relpages desc
