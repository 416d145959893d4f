-- Who waits for a lock: these sessions themselves (mine), and whoever wants what they hold or wait for.
-- Before 14 a lock does not say since when it is waited for: the start of the statement is the upper bound.
with locks as materialized (
  select pid, granted, relation,
         concat_ws('/', locktype, database, relation, page, tuple, virtualxid, transactionid, classid, objid, objsubid) as what
    from pg_locks
),
wanted as (select distinct what from locks where pid = any(?::bigint[]))
select w.pid = any(?::bigint[]) as mine,
       coalesce(a.application_name, '') as application,
       coalesce(a.usename, '') as "user",
       coalesce(c.relname, '') as relation,
       count(distinct w.pid) as count,
       extract(epoch from max(clock_timestamp() - a.query_start)) as wait_seconds,
       (array_agg(left(a.query, 400) order by a.query_start))[1] as query
  from locks w
  join wanted using (what)
  join pg_stat_activity a on a.pid = w.pid
  left join pg_class c on c.oid = w.relation
 where not w.granted
 group by 1, 2, 3, 4
 order by 6 desc nulls last
 limit 50
