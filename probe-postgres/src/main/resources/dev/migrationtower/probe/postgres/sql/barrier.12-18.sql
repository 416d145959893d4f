-- What keeps others from connecting to a database, and what holds locks there without a session: prepared transactions.
select d.datallowconn as allowed,
       d.datconnlimit as most,
       count(p.gid) as prepared,
       extract(epoch from max(clock_timestamp() - p.prepared)) as oldest_seconds,
       (array_agg(left(p.gid, 80) order by p.prepared))[1] as gid
  from pg_database d
  left join pg_prepared_xacts p on p.database = d.datname
 where d.datname = coalesce(nullif(?, ''), current_database())
 group by d.oid, d.datallowconn, d.datconnlimit
