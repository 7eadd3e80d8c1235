package planted.domain.secret;

/** Public, but in a package that the domain does not export. */
public final class Hidden {

    private Hidden() {}

    public static double value() {
        return 1.0;
    }
}
