-- What a migration may leave behind: indexes that are not valid, constraints that are not validated. Touches no table.
select wanted.position,
       array(select i.relname::text
               from pg_index x join pg_class i on i.oid = x.indexrelid
              where x.indrelid = c.oid and not (x.indisvalid and x.indisready) order by 1) as invalid,
       array(select k.conname::text from pg_constraint k where k.conrelid = c.oid and not k.convalidated order by 1) as unvalidated,
       has_column_privilege(current_user, 'pg_catalog.pg_statistic', 'staattnum', 'select') as sees_statistics
  from unnest(?::text[], ?::text[]) with ordinality as wanted (schema, relation, position)
  join pg_class c on c.relname = wanted.relation and c.relkind in ('r', 'p')
  join pg_namespace n on n.oid = c.relnamespace
 where case when wanted.schema = '' then pg_table_is_visible(c.oid) else n.nspname = wanted.schema end
