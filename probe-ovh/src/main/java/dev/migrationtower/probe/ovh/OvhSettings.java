package dev.migrationtower.probe.ovh;

import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.WrongSettingException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which machines a check wants to know of, of which account.
 *
 * @param project of the Public Cloud, where instances and node pools are; empty if neither is looked at
 * @param instances names or ids
 * @param servers names of dedicated servers
 */
record OvhSettings(String account, String project, List<String> instances, List<String> servers, List<Pool> nodePools) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** A node pool, by its name or id, of a cluster. */
    record Pool(String cluster, String pool) {
        @Override
        public String toString() {
            return cluster + "/" + pool;
        }
    }

    /** @throws WrongSettingException if a setting is missing or makes no sense */
    static OvhSettings of(Settings settings) {
        if (settings.all().containsKey("databases")) {
            throw new WrongSettingException(
                    "databases",
                    "cannot be looked at: a managed database has no stopped state. Check with probe postgres that nobody is"
                            + " connected");
        }
        OvhSettings read = new OvhSettings(
                settings.text("account").orElse("default"),
                settings.text("project").map(id -> word("project", id)).orElse(""),
                settings.texts("instances"),
                settings.texts("servers").stream()
                        .map(name -> word("servers", name))
                        .toList(),
                settings.texts("nodePools").stream().map(OvhSettings::pool).toList());
        if (read.instances.isEmpty() && read.servers.isEmpty() && read.nodePools.isEmpty()) {
            throw new WrongSettingException(
                    "instances", "is missing, and so are servers and nodePools: name at least one");
        }
        if (read.project.isEmpty() && !(read.instances.isEmpty() && read.nodePools.isEmpty())) {
            throw new WrongSettingException("project", "is missing: instances and node pools are in one");
        }
        return read;
    }

    /** Where a person sees the same. */
    String link() {
        return project.isEmpty()
                ? "https://www.ovh.com/manager/#/dedicated/server"
                : "https://www.ovh.com/manager/#/public-cloud/pci/projects/" + project;
    }

    private static Pool pool(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length != 2) {
            throw new WrongSettingException("nodePools", "has \"" + path + "\", must be cluster/pool");
        }
        return new Pool(word("nodePools", parts[0]), word("nodePools", parts[1]));
    }

    /** It becomes part of an address, and must not lead to another. */
    private static String word(String setting, String text) {
        if (!WORD.matcher(text).matches()) {
            throw new WrongSettingException(
                    setting, "has \"" + text + "\", must be letters, digits, dots, dashes and underscores");
        }
        return text;
    }
}
