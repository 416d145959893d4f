-- Who is connected to this database, grouped; of each group the age of the oldest and what it does. Takes no lock on any table.
select coalesce(application_name, '') as application,
       coalesce(usename, '') as "user",
       coalesce(host(client_addr), 'local') as address,
       coalesce(state, 'unknown') as state,
       count(*) as count,
       extract(epoch from max(clock_timestamp() - backend_start)) as oldest_seconds,
       (array_agg(query order by backend_start))[1] as query
  from pg_stat_activity
 where datname = current_database()
   and backend_type = 'client backend'
 group by 1, 2, 3, 4
