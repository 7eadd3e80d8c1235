package io.argus.connectors.deribit;

import io.argus.domain.ConfigException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where Deribit, its test net or a simulator is reached.
 *
 * @param http the address of the API over HTTP, without a slash at its end
 */
public record DeribitAddress(URI http) {

    /** Where real money is traded; Argus only looks. */
    public static final String PRODUCTION = "https://www.deribit.com";

    /** The API over HTTP; a method's name follows. */
    public static final String HTTP_PATH = "/api/v2";

    /** The API over WebSocket. */
    public static final String WEB_SOCKET_PATH = "/ws/api/v2";

    private static final int LARGEST_PORT = 65_535;

    /**
     * @param base scheme, host and port, such as {@code http://127.0.0.1:8080}; the paths of the API are added
     * @throws ConfigException when it is no address over HTTP
     */
    public static DeribitAddress of(String base) {
        String trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        String root =
                trimmed.endsWith(HTTP_PATH) ? trimmed.substring(0, trimmed.length() - HTTP_PATH.length()) : trimmed;
        try {
            if (isHost(new URI(root))) {
                return new DeribitAddress(URI.create(root + HTTP_PATH));
            }
        } catch (URISyntaxException e) {
            throw notAnAddress(base);
        }
        throw notAnAddress(base);
    }

    /** Whether scheme, host and perhaps a port are all there is. */
    private static boolean isHost(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && (uri.getPort() == -1 || (uri.getPort() >= 1 && uri.getPort() <= LARGEST_PORT))
                && uri.getPath().isEmpty()
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    /** The same place over WebSocket. */
    public URI webSocket() {
        String root = http.toString().substring(0, http.toString().length() - HTTP_PATH.length());
        return URI.create(root.replaceFirst("^http", "ws") + WEB_SOCKET_PATH);
    }

    /** False for this machine, where nothing but a simulator answers. */
    public boolean real() {
        String host = http.getHost();
        return !(host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    }

    /** What stands before an @ may be a secret. */
    private static ConfigException notAnAddress(String base) {
        String shown = base.replaceFirst("[^/]*@", "...@");
        return new ConfigException("--base-url", "expected http(s)://host[:port], not \"" + shown + "\"");
    }
}
