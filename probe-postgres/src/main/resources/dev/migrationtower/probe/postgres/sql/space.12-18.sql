-- What is taken now, and what the server writes beside a rewrite. The size of the disk is nothing that PostgreSQL knows.
select (select sum(pg_tablespace_size(oid)) from pg_tablespace)::bigint as data,
       (select coalesce(sum(size), 0) from pg_ls_waldir())::bigint as wal,
       current_setting('block_size')::bigint as block,
       current_setting('wal_level') <> 'minimal' as logs,
       pg_size_bytes(current_setting('max_wal_size')) as recycled
