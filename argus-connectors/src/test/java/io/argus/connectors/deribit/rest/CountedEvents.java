package io.argus.connectors.deribit.rest;

import io.argus.research.port.Meter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told. */
public final class CountedEvents implements Meter {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    public List<Event> events() {
        return events;
    }

    List<Duration> waits() {
        return waits;
    }

    @Override
    public void count(Event event) {
        events.add(event);
    }

    @Override
    public void waited(Duration time) {
        waits.add(time);
    }

    @Override
    public void lag(Duration time) {
        throw new AssertionError("nothing here is late or early");
    }
}
