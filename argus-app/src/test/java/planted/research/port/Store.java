package planted.research.port;

/** A port. */
public interface Store {

    String load();
}
