-- What the server itself reports of a command: its phase, and what is done of what in that phase. An ALTER TABLE is not among them.
select command, phase,
       case when tuples_total > 0 then tuples_done else blocks_done end as done,
       case when tuples_total > 0 then tuples_total else blocks_total end as total,
       coalesce(relid, 0)::bigint as relation
  from pg_stat_progress_create_index where pid = ?
union all
select command, phase, heap_blks_scanned, heap_blks_total, coalesce(relid, 0)::bigint
  from pg_stat_progress_cluster where pid = ?
