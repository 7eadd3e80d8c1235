package planted.domain;

import com.google.common.collect.ImmutableList;
import org.slf4j.LoggerFactory;

/** A value that knows a library and a log. */
public final class Gossip {

    private final String rumour;

    public Gossip(String rumour) {
        this.rumour = rumour;
    }

    public ImmutableList<String> tell() {
        LoggerFactory.getLogger(Gossip.class).info("told={}", rumour);
        return ImmutableList.of(rumour);
    }
}
