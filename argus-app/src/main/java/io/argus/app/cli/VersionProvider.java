package io.argus.app.cli;

import io.argus.replay.experiment.EngineVersion;
import picocli.CommandLine.IVersionProvider;

/** {@code argus --version}. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"argus " + EngineVersion.ofThisBuild().text(), "Java " + Runtime.version()};
    }
}
