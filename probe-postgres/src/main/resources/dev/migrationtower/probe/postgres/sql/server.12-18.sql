-- Who we are there, and what we see. Without pg_read_all_stats (which pg_monitor includes) the rows of others have no state and no
-- backend_type, and a count would be a false zero.
select current_user as role,
       pg_has_role(current_user, 'pg_read_all_stats', 'usage') as sees_all,
       pg_backend_pid() as pid,
       pg_is_in_recovery() as standby,
       coalesce(host(inet_server_addr()), 'local') || ':' || coalesce(inet_server_port()::text, '') as address,
       current_setting('server_version') as version,
       pg_postmaster_start_time() as started
