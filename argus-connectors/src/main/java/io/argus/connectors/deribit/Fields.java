package io.argus.connectors.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.domain.ExchangeException.Retry;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The fields of one object in an answer, read by name and kind. A field that is null is as good as missing: Deribit
 * sends null for what there is none of.
 *
 * @param request who asked, for the error
 */
public record Fields(String request, JsonNode object) {

    public String text(String name) {
        return findText(name).orElseThrow(() -> missing(name));
    }

    public Optional<String> findText(String name) {
        JsonNode field = object.path(name);
        return field.isTextual() ? Optional.of(field.textValue()) : Optional.empty();
    }

    /** A number as the decimal that was sent. */
    public BigDecimal decimal(String name) {
        JsonNode field = object.path(name);
        if (!field.isNumber()) {
            throw missing(name);
        }
        return field.decimalValue();
    }

    public double number(String name) {
        return decimal(name).doubleValue();
    }

    public OptionalDouble findNumber(String name) {
        JsonNode field = object.path(name);
        return field.isNumber() ? OptionalDouble.of(field.doubleValue()) : OptionalDouble.empty();
    }

    /** A price or size that is absent when it is null, missing or zero: an empty side of a book is sent as zero. */
    public double positiveOrAbsent(String name) {
        double value = findNumber(name).orElse(0);
        return value > 0 ? value : Double.NaN;
    }

    /** A percentage as a decimal; zero means that there is none. */
    public OptionalDouble findPercent(String name) {
        double percent = findNumber(name).orElse(0);
        return percent > 0 ? OptionalDouble.of(percent / 100) : OptionalDouble.empty();
    }

    public long whole(String name) {
        return findWhole(name).orElseThrow(() -> missing(name));
    }

    public OptionalLong findWhole(String name) {
        JsonNode field = object.path(name);
        return field.isNumber()
                        && field.canConvertToLong()
                        && field.decimalValue().stripTrailingZeros().scale() <= 0
                ? OptionalLong.of(field.longValue())
                : OptionalLong.empty();
    }

    public boolean flag(String name) {
        return object.path(name).asBoolean(false);
    }

    private RuntimeException missing(String name) {
        return DeribitErrors.unreadable(request, "an answer without a usable \"" + name + "\"", Retry.NEVER);
    }
}
