package io.argus.domain;

/** A file or folder that could not be written, while what stood there before is still as it was. */
public final class StorageException extends ArgusException {

    private static final long serialVersionUID = 1L;

    public StorageException(String place, String message, Throwable cause) {
        super(place + ": " + message, cause);
    }

    public StorageException(String place, String message) {
        super(place + ": " + message);
    }
}
