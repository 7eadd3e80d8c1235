package io.argus.connectors.deribit.rest;

import io.argus.domain.port.Meter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told. For one thread. */
final class CountedEvents implements Meter {

    private final List<Event> events = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    List<Event> events() {
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
