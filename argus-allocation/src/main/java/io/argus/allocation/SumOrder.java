package io.argus.allocation;

import io.argus.domain.forecast.Forecast;
import java.util.Arrays;
import java.util.List;

/** The order of (strategy id, run id), in which sums run whatever order the forecasts come in. */
final class SumOrder {

    /** As many characters as fit into a {@code long}. */
    private static final int CHARACTERS = Long.SIZE / Character.SIZE;

    private SumOrder() {}

    /**
     * @return where the forecasts stand, first to last in the order
     * @throws IllegalArgumentException when two have the same strategy id and run id
     */
    static int[] of(List<Forecast> forecasts) {
        int shared = sharedPrefix(forecasts);
        Place[] places = new Place[forecasts.size()];
        for (int i = 0; i < places.length; i++) {
            Forecast forecast = forecasts.get(i);
            places[i] = new Place(next(forecast.strategyId(), shared), forecast.strategyId(), forecast.runId(), i);
        }
        Arrays.sort(places);
        for (int i = 1; i < places.length; i++) {
            if (places[i].compareTo(places[i - 1]) == 0) {
                throw new IllegalArgumentException(
                        "two forecasts of strategy " + places[i].strategyId + ", run \"" + places[i].runId + "\"");
            }
        }
        return Arrays.stream(places).mapToInt(place -> place.at).toArray();
    }

    /** How many characters all strategy ids begin with, such as those of {@code strategy-}. */
    private static int sharedPrefix(List<Forecast> forecasts) {
        String first = forecasts.isEmpty() ? "" : forecasts.get(0).strategyId();
        int shared = first.length();
        for (Forecast forecast : forecasts) {
            String id = forecast.strategyId();
            int alike = 0;
            while (alike < shared && alike < id.length() && id.charAt(alike) == first.charAt(alike)) {
                alike++;
            }
            shared = alike;
        }
        return shared;
    }

    /** The characters after the prefix as an unsigned number that compares as they do; an id that ended goes first. */
    private static long next(String id, int prefix) {
        long next = 0;
        for (int i = prefix; i < prefix + CHARACTERS; i++) {
            next = (next << Character.SIZE) | (i < id.length() ? id.charAt(i) : 0);
        }
        return next;
    }

    /**
     * What is compared, with a number in front that mostly decides: comparing strings far apart in memory was half the
     * cost of a plan of many forecasts.
     */
    private record Place(long next, String strategyId, String runId, int at) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byNext = Long.compareUnsigned(next, other.next);
            if (byNext != 0) {
                return byNext;
            }
            int byStrategy = strategyId.compareTo(other.strategyId);
            return byStrategy != 0 ? byStrategy : runId.compareTo(other.runId);
        }
    }
}
