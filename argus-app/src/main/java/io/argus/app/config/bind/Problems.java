package io.argus.app.config.bind;

import io.argus.domain.ConfigException;
import io.argus.domain.ConfigProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong, gathered so that it can be told at once. For one thread. */
public final class Problems {

    private record Found(Place place, String message) {}

    private final List<Found> found = new ArrayList<>();

    public void add(Place place, String message) {
        Found problem = new Found(place, message);
        // An aliased value is read wherever it is used, and is wrong only once.
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of their places. */
    public List<ConfigProblem> list() {
        return found.stream()
                .sorted(Comparator.comparing(Found::place))
                .map(each -> new ConfigProblem(each.place().toString(), each.message()))
                .toList();
    }

    /**
     * @throws ConfigException with all problems, when there are any
     */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new ConfigException(list());
        }
    }
}
