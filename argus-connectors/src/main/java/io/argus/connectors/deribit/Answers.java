package io.argus.connectors.deribit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.argus.domain.ExchangeException;
import io.argus.domain.ExchangeException.Retry;

/** Deribit's answers: JSON-RPC, with either a result or an error. Numbers are kept as the decimals they are sent as. */
public final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Answers() {}

    /**
     * @param request who asked, for the error
     * @throws ExchangeException when the text is not one JSON object; worth another try, for it may have been cut short
     */
    public static JsonNode parse(String request, String text) {
        try {
            JsonNode answer = JSON.readTree(text);
            if (answer != null && answer.isObject()) {
                return answer;
            }
        } catch (JsonProcessingException e) {
            throw notJson(request, text);
        }
        throw notJson(request, text);
    }

    /**
     * The result of an answer.
     *
     * @throws ExchangeException when the answer is an error, or has neither
     */
    public static JsonNode result(String request, JsonNode answer) {
        JsonNode error = answer.path("error");
        if (error.isObject()) {
            throw DeribitErrors.answered(request, error.path("code").asInt(), message(error));
        }
        JsonNode result = answer.path("result");
        if (result.isMissingNode()) {
            throw DeribitErrors.unreadable(request, "an answer with neither result nor error", Retry.NEVER);
        }
        return result;
    }

    private static String message(JsonNode error) {
        String message = error.path("message").asText("no message");
        JsonNode reason = error.path("data").path("reason");
        return reason.isTextual() ? message + ": " + reason.textValue() : message;
    }

    private static ExchangeException notJson(String request, String text) {
        String what = text.isBlank()
                ? "an empty answer"
                : text.stripLeading().startsWith("<")
                        ? "a web page instead of an answer"
                        : "an answer that is not JSON";
        return DeribitErrors.unreadable(request, what, Retry.BACK_OFF);
    }
}
