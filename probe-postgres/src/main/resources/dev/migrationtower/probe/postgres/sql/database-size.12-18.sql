-- How large the database is. Waits for no lock: it counts files, not relations.
select clock_timestamp() as at, pg_database_size(current_database()) as bytes
