-- Files of this database that no relation we see has, and that were written to since the transaction began: its new heap and indexes.
-- What a crash left behind is older. Only of those the size is asked for: there may be a hundred thousand others.
-- The catalogue's own most used relations have their number elsewhere than in pg_class. Needs EXECUTE on pg_ls_dir(text) and pg_stat_file(text, boolean).
with unknown as materialized (
  select 'base/' || d.oid || '/' || f.name as path,
         split_part(f.name, '.', 1)::bigint as node
    from (select oid from pg_database where datname = current_database()) d
   cross join pg_ls_dir('base/' || d.oid) as f (name)
   where f.name ~ '^[0-9]+(\.[0-9]+)?$'
     and not exists (
       select from pg_class c
        where c.relkind in ('r', 'i', 't', 'm', 'S')
          and split_part(f.name, '.', 1)::bigint = case c.relfilenode when 0 then pg_relation_filenode(c.oid) else c.relfilenode end))
select u.node,
       sum(s.size)::bigint as bytes
  from unknown u
 cross join lateral pg_stat_file(u.path, true) s
 where s.modification >= ?::timestamptz - interval '1 s'
 group by 1
 order by 1
