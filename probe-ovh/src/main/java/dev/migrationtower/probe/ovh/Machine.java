package dev.migrationtower.probe.ovh;

import java.util.Locale;

/**
 * A machine that there is.
 *
 * @param name by which the plan asks for it
 * @param status OVHcloud's own word
 */
record Machine(String name, State state, String status) {

    /** What became of it, as far as OVHcloud's word goes. */
    enum State {
        RUNNING,
        STOPPED,
        /** Neither yet: something is being done to it. */
        IN_FLIGHT,
        /** Broken, in rescue, gone, or a word that nobody knows: neither running nor stopped may be said. */
        UNKNOWN;

        /** The word in values. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Machine of(String name, OvhJson.Instance instance) {
        boolean busy =
                instance.operationIds() != null && !instance.operationIds().isEmpty();
        return new Machine(name, busy ? State.IN_FLIGHT : instance(instance.status()), instance.status());
    }

    static Machine of(OvhJson.Server server) {
        State state = switch (server.powerState()) {
            case "poweron" -> State.RUNNING;
            case "poweroff" -> State.STOPPED;
            default -> State.UNKNOWN;
        };
        return new Machine(server.name(), state, server.powerState());
    }

    static Machine of(OvhSettings.Pool name, OvhJson.NodePool pool) {
        String status = pool.status() + ", " + pool.currentNodes() + " of " + pool.desiredNodes() + " nodes";
        return new Machine(name.toString(), pool(pool), status);
    }

    /** {@code cloud.instance.InstanceStatusEnum}. */
    private static State instance(String status) {
        return switch (status) {
            case "ACTIVE" -> State.RUNNING;
            case "SHUTOFF", "STOPPED", "SHELVED", "SHELVED_OFFLOADED", "SUSPENDED", "PAUSED" -> State.STOPPED;
            case "BUILD",
                    "BUILDING",
                    "DELETING",
                    "HARD_REBOOT",
                    "MIGRATING",
                    "PASSWORD",
                    "REBOOT",
                    "REBUILD",
                    "RESCUING",
                    "RESIZE",
                    "RESIZED",
                    "RESUMING",
                    "REVERT_RESIZE",
                    "SHELVING",
                    "SNAPSHOTTING",
                    "UNRESCUING",
                    "UNSHELVING",
                    "VERIFY_RESIZE" -> State.IN_FLIGHT;
            default -> State.UNKNOWN;
        };
    }

    /** {@code cloud.kube.NodePoolStatusEnum}. */
    private static State pool(OvhJson.NodePool pool) {
        return switch (pool.status()) {
            case "READY" -> {
                if (pool.currentNodes() != pool.desiredNodes()) {
                    yield State.IN_FLIGHT;
                }
                yield pool.currentNodes() == 0 ? State.STOPPED : State.RUNNING;
            }
            case "DELETING",
                    "DOWNSCALING",
                    "INSTALLING",
                    "MAINTENANCE",
                    "REDEPLOYING",
                    "REOPENING",
                    "RESETTING",
                    "RESIZING",
                    "SUSPENDING",
                    "UPDATING",
                    "UPSCALING" -> State.IN_FLIGHT;
            default -> State.UNKNOWN;
        };
    }
}
