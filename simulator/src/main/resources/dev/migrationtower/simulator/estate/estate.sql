-- A database as it was before the night: ids that are int, and close to their end.
CREATE ROLE pix LOGIN;
CREATE ROLE migration LOGIN;
CREATE ROLE tower LOGIN;
GRANT pg_monitor TO tower;
GRANT CREATE ON SCHEMA public TO migration;

CREATE TABLE answers (
    id serial,
    "challengeId" text NOT NULL,
    result text NOT NULL,
    "createdAt" timestamptz NOT NULL
);
CREATE TABLE "knowledge-elements" (
    id bigint,
    "answerId" integer NOT NULL,
    status text NOT NULL
);
CREATE TABLE "flash-assessment-results" (
    id bigint PRIMARY KEY,
    "answerId" integer NOT NULL
);

INSERT INTO answers
SELECT n, 'rec' || n % 1000, CASE n % 3 WHEN 0 THEN 'ko' ELSE 'ok' END, timestamptz '2022-01-01' + n * interval '1 second'
FROM generate_series(1, :rows) n;

INSERT INTO "knowledge-elements"
SELECT n, n, CASE n % 3 WHEN 0 THEN 'invalidated' ELSE 'validated' END
FROM generate_series(1, :rows) n;

INSERT INTO "flash-assessment-results" SELECT n, n FROM generate_series(1, 1000) n;

ALTER TABLE answers ADD PRIMARY KEY (id);
ALTER TABLE "knowledge-elements" ADD PRIMARY KEY (id);
ALTER TABLE "knowledge-elements" ADD FOREIGN KEY ("answerId") REFERENCES answers (id);
ALTER TABLE "flash-assessment-results" ADD FOREIGN KEY ("answerId") REFERENCES answers (id);
ALTER TABLE answers OWNER TO migration;
ALTER TABLE "knowledge-elements" OWNER TO migration;
ALTER TABLE "flash-assessment-results" OWNER TO migration;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO pix;
