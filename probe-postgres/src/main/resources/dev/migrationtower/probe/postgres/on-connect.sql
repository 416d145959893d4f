-- The probe watches a production database in its most delicate night: it changes nothing and waits for nobody.
set default_transaction_read_only = on;
set statement_timeout = '3s';
set lock_timeout = '1s';
set idle_in_transaction_session_timeout = '5s';
