/**
 * What integration tests stand on. {@link dev.migrationtower.test.infra.TestInfra} is the one switch: Kafka and PostgreSQL run in the
 * JVM of the tests (or as its child), or, with {@code TOWER_TEST_INFRA=containers}, in containers of the images that people run.
 */
@NullMarked
package dev.migrationtower.test.infra;

import org.jspecify.annotations.NullMarked;
