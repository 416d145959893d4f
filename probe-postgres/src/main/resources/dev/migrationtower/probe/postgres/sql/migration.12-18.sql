-- The migration's own sessions. Where the plan does not say by what they are known: whoever changes the shape of tables.
select pid,
       coalesce(wait_event_type = 'Lock', false) as waits,
       coalesce(state, 'unknown') as state,
       left(query, 400) as query
  from pg_stat_activity
 where datid = (select oid from pg_database where datname = current_database())
   and backend_type = 'client backend'
   and (application_name = any(?::text[])
     or usename = any(?::text[])
     or ? and state <> 'idle'
        and query ~* '^\s*(alter\s+table|alter\s+sequence|create\s+(unique\s+)?index|cluster\s|vacuum\s*\(?\s*full|reindex\s)')
