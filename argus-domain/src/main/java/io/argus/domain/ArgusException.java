package io.argus.domain;

/**
 * What a user of Argus can meet and act on, as opposed to a programmer's error, which is an {@link
 * IllegalArgumentException}. The message is one line that says what is wrong, where, and what to do.
 */
public abstract sealed class ArgusException extends RuntimeException
        permits ConfigException, DataException, ExchangeException, StorageException, StrategyException {

    private static final long serialVersionUID = 1L;

    ArgusException(String message) {
        super(message);
    }

    ArgusException(String message, Throwable cause) {
        super(message, cause);
    }
}
