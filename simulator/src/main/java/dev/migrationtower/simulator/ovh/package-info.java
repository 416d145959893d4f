/** OVHcloud's API (api.ovh.com/console) as far as it can be looked at: instances of the Public Cloud. It tells what the estate is. */
@NullMarked
package dev.migrationtower.simulator.ovh;

import org.jspecify.annotations.NullMarked;
