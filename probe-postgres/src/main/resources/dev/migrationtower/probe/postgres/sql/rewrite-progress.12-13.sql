-- What the server itself reports of a command: its phase, and what is done of what in that phase. An ALTER TABLE is not among them. What has only just begun has no name yet.
select command, phase,
       case when phase like '%sorting%' then 0 when tuples_total > 0 then tuples_done else blocks_done end as done,
       case when phase like '%sorting%' then 0 when tuples_total > 0 then tuples_total else blocks_total end as total,
       coalesce(relid, 0)::bigint as relation
  from pg_stat_progress_create_index where pid = ? and command is not null
union all
select command, phase,
       case phase when 'rebuilding index' then index_rebuild_count
                  when 'index scanning heap' then heap_tuples_scanned
                  when 'writing new heap' then heap_tuples_written
                  else heap_blks_scanned end,
       case when phase = 'rebuilding index' then (select count(*) from pg_index where indrelid = relid)
            when phase in ('index scanning heap', 'writing new heap') then (select reltuples::bigint from pg_class where oid = relid)
            else heap_blks_total end,
       coalesce(relid, 0)::bigint
  from pg_stat_progress_cluster where pid = ? and command is not null
