package planted.research;

import planted.allocation.Sizer;
import planted.research.port.Store;

/** A value that knows a port, and allocation. */
public final class Notebook {

    private final Store store;

    public Notebook(Store store) {
        this.store = store;
    }

    public String size() {
        return store.load() + Sizer.size();
    }
}
