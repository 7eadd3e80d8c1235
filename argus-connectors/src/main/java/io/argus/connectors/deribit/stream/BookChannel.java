package io.argus.connectors.deribit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.Fields;
import java.time.InstantSource;
import java.util.Map;

/** An order book. It is served only while no change is missing; when one is, it is asked for anew. */
final class BookChannel extends Channel {

    private final BookKeeper keeper;
    private final Map<String, Book> served;
    private final Runnable askAnew;

    /**
     * @param served where books are found by others, while they are as the exchange has them
     */
    BookChannel(
            ChannelName name,
            StreamListener listener,
            InstantSource clock,
            Map<String, Book> served,
            Runnable askAnew) {
        super(name, listener, clock);
        this.served = served;
        this.askAnew = askAnew;
        keeper = new BookKeeper(name.instrument());
    }

    @Override
    void take(JsonNode data) {
        switch (keeper.apply(BookMessage.read(new Fields(name.text(), data)))) {
            case CURRENT -> {
                known(false);
                Book book = keeper.find().orElseThrow();
                served.put(name.text(), book);
                listener.book(book);
            }
            case LOST -> {
                lose();
                askAnew.run();
            }
            case REPEATED, STILL_LOST -> {
                // Nothing that is not known, or nothing that can be used before the book comes whole.
            }
        }
    }

    @Override
    void catchUp() {
        // The first message brings the whole book.
    }

    @Override
    boolean current() {
        return keeper.current();
    }

    @Override
    void withdraw() {
        keeper.lose();
        served.remove(name.text());
    }
}
