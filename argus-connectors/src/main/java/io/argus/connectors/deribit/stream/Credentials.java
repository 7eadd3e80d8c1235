package io.argus.connectors.deribit.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key and its secret. The secret never leaves: what is sent is a signature of the time. */
public final class Credentials {

    private static final String ALGORITHM = "HmacSHA256";

    private final String clientId;
    private final char[] secret;

    /**
     * @param secret copied; the caller's array may be overwritten
     */
    public Credentials(String clientId, char[] secret) {
        if (clientId.isBlank() || secret.length == 0) {
            throw new IllegalArgumentException("a key needs an id and a secret");
        }
        this.clientId = clientId;
        this.secret = secret.clone();
    }

    /**
     * What {@code public/auth} takes.
     *
     * @param nonce different from that of any other authentication at the same time
     */
    ObjectNode signed(long timestampMs, String nonce) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("grant_type", "client_signature")
                .put("client_id", clientId)
                .put("timestamp", timestampMs)
                .put("nonce", nonce)
                .put("data", "")
                .put("signature", signature(timestampMs, nonce, ""));
    }

    /** HMAC-SHA256 of timestamp, nonce and data, each on a line of its own, in hexadecimal. */
    String signature(long timestampMs, String nonce, String data) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        byte[] key = new byte[encoded.remaining()];
        encoded.get(key);
        encoded.clear().put(new byte[encoded.capacity()]);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            String text = timestampMs + "\n" + nonce + "\n" + data;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "credentials of " + clientId;
    }
}
