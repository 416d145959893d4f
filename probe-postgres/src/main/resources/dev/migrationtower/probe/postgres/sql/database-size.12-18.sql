-- How large the database is. Waits for no lock: it counts files, not relations.
select pg_database_size(current_database()) as bytes
