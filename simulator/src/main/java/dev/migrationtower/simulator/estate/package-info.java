/**
 * The estate: what is pretended of it (applications, containers, monitors, machines, logs) and what is not (PostgreSQL, its sessions,
 * the migration). It is one state, told by the vendors' packages in the vendors' words; {@link
 * dev.migrationtower.simulator.estate.Estate} is all of it. It knows neither the vendors nor the tower.
 */
@NullMarked
package dev.migrationtower.simulator.estate;

import org.jspecify.annotations.NullMarked;
