/**
 * What every service of the tower has in common, whatever it does: how it reaches Kafka ({@link
 * dev.migrationtower.service.KafkaConnection}), which clock it goes by, how it hands out its metrics and its traces. Settings that are the same for
 * all stand in {@code META-INF/microprofile-config.properties}; each service's own, in its {@code application.properties}, win.
 */
@NullMarked
package dev.migrationtower.service;

import org.jspecify.annotations.NullMarked;
