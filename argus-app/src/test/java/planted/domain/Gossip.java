package planted.domain;

import com.google.common.collect.ImmutableList;
import org.slf4j.LoggerFactory;
import planted.domain.port.Store;

/** A value that knows a library, a port and a log. */
public final class Gossip {

    private final Store store;

    public Gossip(Store store) {
        this.store = store;
    }

    public ImmutableList<String> tell() {
        LoggerFactory.getLogger(Gossip.class).info("told={}", store.load());
        return ImmutableList.of(store.load());
    }
}
