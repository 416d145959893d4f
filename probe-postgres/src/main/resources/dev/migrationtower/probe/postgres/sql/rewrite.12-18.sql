-- Who rewrites something in this database: by the words of its statement, or, when those say nothing (between two statements, while it
-- commits, or hidden from us), by an exclusive lock on a relation that nobody sees before the commit. Where the plan says by what the
-- migration's sessions are known, only of those. Takes no lock on any table.
with locked as (
  select l.pid,
         array_agg(l.relation::bigint) filter (where c.oid is null and l.mode = 'AccessExclusiveLock') as unseen,
         array_agg(l.relation::bigint) filter (where c.oid is not null and l.mode = 'AccessExclusiveLock') as seen,
         array_agg(l.relation::bigint) filter (where c.oid is null) as touched,
         array_agg(l.relation::bigint) filter (where c.relkind in ('r', 'm') and l.mode ~ '^(AccessExcl|Excl|ShareRow|ShareUpdate|ShareLock)') as held
    from pg_locks l
    left join pg_class c on c.oid = l.relation
   where l.locktype = 'relation'
     and l.granted
     and l.database = (select oid from pg_database where datname = current_database())
   group by l.pid)
select clock_timestamp() as at,
       a.pid,
       coalesce(a.application_name, '') as application,
       coalesce(a.state, 'unknown') as state,
       left(coalesce(a.query, ''), 4000) as query,
       a.xact_start,
       a.query_start,
       coalesce(locked.unseen, '{}') as unseen,
       coalesce(locked.seen, '{}') as seen,
       coalesce(locked.held, '{}') as held,
       has_function_privilege('pg_ls_dir(text)', 'execute')
         and has_function_privilege('pg_stat_file(text, boolean)', 'execute') as files,
       (select count(*)
          from pg_stat_activity o
         where o.datname = a.datname and o.backend_xid is not null and o.pid <> a.pid and o.backend_type = 'client backend') as writers,
       coalesce((select array_agg(relation)
                   from locked o
                   join pg_stat_activity b on b.pid = o.pid and coalesce(b.backend_type, 'client backend') = 'client backend'
                  cross join unnest(o.touched) as relation
                  where o.pid <> a.pid), '{}') as others,
       (select format('%s, %s for %s s', coalesce(nullif(b.application_name, ''), 'pid ' || b.pid), b.state,
                      round(extract(epoch from clock_timestamp() - b.state_change)))
          from pg_stat_activity b
         where a.wait_event_type = 'Lock' and b.pid = any(pg_blocking_pids(a.pid))
         order by b.state_change
         limit 1) as blocker,
       coalesce(a.wait_event_type = 'Lock', false) as blocked
  from pg_stat_activity a
  left join locked on locked.pid = a.pid
 cross join lateral (
   select a.state = 'active' and a.query ~*
     '^\s*(alter\s+table|create\s+(unique\s+)?index|reindex|cluster|vacuum\s*(\([^)]*full|full)|copy)\M' as plain) words
 where a.datname = current_database()
   and a.pid <> pg_backend_pid()
   and coalesce(a.backend_type, 'client backend') = 'client backend'
   and (words.plain or locked.unseen is not null)
   and (?::boolean or a.application_name = any(?::text[]) or a.usename = any(?::text[]))
 order by coalesce(words.plain, false) desc, a.xact_start
 limit 1
