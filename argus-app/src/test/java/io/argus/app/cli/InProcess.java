package io.argus.app.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import com.google.inject.util.Modules;
import io.argus.app.wiring.AdapterModule;
import io.argus.app.wiring.ExchangeModule;
import java.time.Instant;
import java.time.InstantSource;

/** The program without its process: real files, a clock that stands at noon UTC on 2024-03-04, and no terminal. */
final class InProcess {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-03-04T12:00:00Z"));

    private final CapturedStreams streams = new CapturedStreams();

    /** The exit code. What was printed before is forgotten. */
    int run(String... args) {
        streams.forgetOut();
        streams.forgetErr();
        return Argus.commandLine(
                        Guice.createInjector(
                                Stage.PRODUCTION,
                                Modules.override(new AdapterModule()).with(new StandingClock()),
                                new ExchangeModule(),
                                streams,
                                new CommandModule()),
                        args)
                .execute(args);
    }

    String out() {
        return streams.out();
    }

    String err() {
        return streams.err();
    }

    private static final class StandingClock extends AbstractModule {

        @Provides
        @Singleton
        InstantSource clock() {
            return CLOCK;
        }
    }
}
