package io.argus.replay.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the program with the revision of its source, as it was built. */
public record EngineVersion(String text) {

    private static final String RESOURCE = "engine.properties";

    /** That of this build; {@code unknown} in place of a revision when it was built outside a repository. */
    public static EngineVersion ofThisBuild() {
        Properties built = new Properties();
        try (InputStream in = EngineVersion.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                built.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " beside " + EngineVersion.class, e);
        }
        String revision = built.getProperty("git.commit.id.abbrev", "unknown");
        boolean changed = Boolean.parseBoolean(built.getProperty("git.dirty", "false"));
        return new EngineVersion(
                built.getProperty("git.build.version", "development") + "+" + revision + (changed ? ".changed" : ""));
    }
}
