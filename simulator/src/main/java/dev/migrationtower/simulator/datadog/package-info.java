/** Datadog's API (docs.datadoghq.com/api) as far as it can be looked at: the search of logs, monitors. It tells what the estate is. */
@NullMarked
package dev.migrationtower.simulator.datadog;

import org.jspecify.annotations.NullMarked;
