-- How many rows were ever written in this database, by transactions that are over: a rewrite under way is not among them.
select tup_inserted + tup_updated + tup_deleted as rows from pg_stat_database where datname = current_database()
