-- What the migration's sessions do, or did last: the one that was at work most recently. Takes no lock on any table.
select clock_timestamp() as at,
       a.pid,
       coalesce(a.application_name, '') as application,
       left(coalesce(a.query, ''), 4000) as query,
       a.state = 'active' as active,
       (select count(*)
          from pg_stat_activity o
         where o.datname = a.datname and o.backend_xid is not null and o.pid <> a.pid and o.backend_type = 'client backend') as writers,
       coalesce(a.wait_event_type = 'Lock', false) as blocked
  from pg_stat_activity a
 where a.datname = current_database()
   and a.backend_type = 'client backend'
   and (a.application_name = any(?::text[]) or a.usename = any(?::text[]))
 order by a.state = 'active' desc, a.state_change desc
 limit 1
