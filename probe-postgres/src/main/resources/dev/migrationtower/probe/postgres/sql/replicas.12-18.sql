-- Who replays our WAL, and how far behind it is.
select coalesce(application_name, '') as application,
       coalesce(host(client_addr), 'local') as address,
       coalesce(state, 'unknown') as state,
       coalesce(sync_state, 'unknown') as sync,
       pg_wal_lsn_diff(case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end,
                       coalesce(replay_lsn, sent_lsn))::bigint as lag
  from pg_stat_replication
 order by 5 desc nulls last
 limit 50
