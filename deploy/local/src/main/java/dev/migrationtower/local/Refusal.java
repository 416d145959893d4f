package dev.migrationtower.local;

/** Why the tower will not do what it was asked to, worded for the person at the terminal: what is wrong, and what to do. */
final class Refusal extends RuntimeException {
    Refusal(String words) {
        super(words);
    }
}
