package io.argus.app.service;

import io.argus.research.port.Meter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Counts since the start of the process. Safe for any number of threads. */
public final class Metrics implements Meter {

    private final Map<Event, AtomicLong> counts = new EnumMap<>(Event.class);
    private final AtomicLong waits = new AtomicLong();
    private final AtomicLong waitedMs = new AtomicLong();
    private final AtomicLong lagMs = new AtomicLong();

    public Metrics() {
        for (Event event : Event.values()) {
            counts.put(event, new AtomicLong());
        }
    }

    @Override
    public void count(Event event) {
        counter(event).incrementAndGet();
    }

    @Override
    public void waited(Duration time) {
        waits.incrementAndGet();
        waitedMs.addAndGet(time.toMillis());
    }

    @Override
    public void lag(Duration time) {
        lagMs.set(time.toMillis());
    }

    /** All of them by name, in fixed order; the lag is the newest, the others are totals. */
    public Map<String, Long> now() {
        Map<String, Long> now = new LinkedHashMap<>();
        now.put("requests", counter(Event.REQUEST).get());
        now.put("retries", counter(Event.RETRY).get());
        now.put("waits", waits.get());
        now.put("waited_ms", waitedMs.get());
        now.put("reconnects", counter(Event.RECONNECT).get());
        now.put("gaps", counter(Event.GAP).get());
        now.put("lag_ms", lagMs.get());
        return now;
    }

    /** The same as one line of a log. */
    String line() {
        return now().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    private AtomicLong counter(Event event) {
        AtomicLong counter = counts.get(event);
        if (counter == null) {
            throw new IllegalStateException("every event has its counter: " + event);
        }
        return counter;
    }
}
