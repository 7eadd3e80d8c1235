package planted.domain.port;

/** A port. */
public interface Store {

    String load();
}
