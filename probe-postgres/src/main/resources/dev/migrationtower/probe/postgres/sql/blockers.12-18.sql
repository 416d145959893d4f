-- Whom these sessions wait for, and whom those wait for in turn. pg_blocking_pids takes every partition of the lock table: it is called
-- for sessions that wait, and for no others. A pid of 0 is a prepared transaction.
with recursive activity as materialized (select * from pg_stat_activity),
chain as (
  select blocker, 1 as depth, array[m.pid::int] as path
    from unnest(?::bigint[]) as m (pid)
    cross join lateral unnest(pg_blocking_pids(m.pid::int)) as blocker
  union all
  select next.blocker, c.depth + 1, c.path || c.blocker
    from chain c
    join activity a on a.pid = c.blocker and a.wait_event_type = 'Lock'
    cross join lateral unnest(pg_blocking_pids(a.pid)) as next (blocker)
   where c.depth < 5 and next.blocker <> all (c.path)
)
select c.blocker as pid,
       min(c.depth) as depth,
       coalesce(max(a.application_name), '') as application,
       coalesce(max(a.usename), '') as "user",
       coalesce(max(host(a.client_addr)), 'local') as address,
       coalesce(max(a.state), max(a.backend_type), 'prepared transaction') as state,
       extract(epoch from max(clock_timestamp() - a.state_change)) as state_seconds,
       max(left(a.query, 400)) as query
  from chain c
  left join activity a on a.pid = c.blocker
 where c.blocker <> all (?::bigint[])
 group by c.blocker
 order by 2, 7 desc nulls last
 limit 20
