-- Which slots keep WAL from being recycled; one that is not active keeps all of it, up to max_slot_wal_keep_size.
select slot_name as name,
       active,
       coalesce(pg_wal_lsn_diff(case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end,
                                restart_lsn), 0)::bigint as kept,
       wal_status as status
  from pg_replication_slots
 order by 3 desc
 limit 50
