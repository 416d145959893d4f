-- Whether we see the sessions of others. Without it their rows have no state and no backend_type, and a count would be a false zero.
select current_user as role, pg_has_role(current_user, 'pg_read_all_stats', 'usage') as sees_all
