package dev.migrationtower.probe.http;

import java.io.IOException;

/** A body that did not end. */
final class EndlessBodyException extends IOException {
    EndlessBodyException(String message) {
        super(message);
    }
}
