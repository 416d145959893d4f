package dev.migrationtower.probe.runtime;

/** A setting of a check that a probe cannot work with: the plan must be corrected. */
public final class WrongSettingException extends RuntimeException {

    /**
     * @param setting its name, as in the plan
     * @param problem what is wrong and what to do, to be read after the name; without secrets
     */
    public WrongSettingException(String setting, String problem) {
        super("setting \"" + setting + "\" " + problem);
    }
}
