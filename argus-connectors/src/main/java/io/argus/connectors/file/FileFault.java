package io.argus.connectors.file;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file or folder cannot be read or written, in words: what the system says is often a path alone. */
public final class FileFault {

    private FileFault() {}

    public static String reason(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        if (fault instanceof FileAlreadyExistsException) {
            return message + " is a file, and a folder is needed";
        }
        if (fault instanceof AccessDeniedException) {
            return "no permission";
        }
        if (fault instanceof NoSuchFileException) {
            return "there is no " + message;
        }
        if (fault instanceof NotDirectoryException) {
            return message + " is no folder";
        }
        if (fault instanceof DirectoryNotEmptyException) {
            return message + " is a folder";
        }
        if (fault instanceof FileSystemLoopException) {
            return message + " is a link that leads back to itself";
        }
        if (fault instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return fault.getMessage() == null || message.isBlank() ? "the system does not say why" : message;
    }
}
