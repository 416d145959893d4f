/** Datadog's API (docs.datadoghq.com/api) as far as it can be looked at: the search of logs. It tells what the estate wrote. */
@NullMarked
package dev.migrationtower.simulator.datadog;

import org.jspecify.annotations.NullMarked;
