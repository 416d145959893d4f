-- Who is connected to a database, grouped; of each group the age of the oldest, what it does and for how long it has been at it. Standbys
-- belong to no database. Long texts are cut here, not on the way. Takes no lock on any table.
select backend_type as type,
       coalesce(application_name, '') as application,
       coalesce(usename, '') as "user",
       coalesce(host(client_addr), 'local') as address,
       coalesce(state, 'unknown') as state,
       count(*) as count,
       extract(epoch from max(clock_timestamp() - backend_start)) as oldest_seconds,
       extract(epoch from max(clock_timestamp() - state_change)) as state_seconds,
       (array_agg(left(query, 400) order by backend_start))[1] as query
  from pg_stat_activity
 where datid = (select oid from pg_database where datname = coalesce(nullif(?, ''), current_database()))
    or backend_type = 'walsender'
 group by 1, 2, 3, 4, 5, backend_type = 'autovacuum worker' and query like '%to prevent wraparound%'
