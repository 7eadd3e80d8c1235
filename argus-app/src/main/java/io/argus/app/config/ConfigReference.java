package io.argus.app.config;

import com.google.common.collect.ImmutableMap;
import io.argus.app.config.bind.Section;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reference of all configuration keys, for people and for programs. */
public final class ConfigReference {

    private static final String INTRODUCTION = """
            # Configuration

            One YAML file for `argus research`; other commands read the sections that they need. `argus config check FILE`
            tells everything that is wrong with a file at once, with file, line and column, and `argus schema
            research-config` prints the JSON Schema. Examples that run: `config/research_loop.example.yaml` and
            `config/strict.example.yaml`.

            - Every key may be left out unless it is marked as required; `null` is the same as leaving it out.
            - Values are read by the type that is wanted: `NO` and `10:30` are texts where a text is wanted.
            - A key that is not listed here is refused. So are keys that stand twice, tags, and more than 20 aliases.
            - Relative paths are relative to the folder that the program runs in.

            This page is made from the program's own records; do not edit it.
            """;

    private ConfigReference() {}

    /** docs/configuration.md. */
    public static String markdown() {
        StringBuilder text = new StringBuilder(INTRODUCTION);
        section(text, "", ConfigFile.shape());
        return text.toString();
    }

    /** The JSON Schema of a configuration file. */
    public static Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Argus research configuration");
        schema.putAll(ConfigFile.shape().schema());
        Map<String, Object> some = ImmutableMap.of("type", "array", "minItems", 1);
        Map<String, Object> once = ImmutableMap.of("type", "array", "minItems", 1, "uniqueItems", true);
        Map<String, Object> given = ImmutableMap.of("type", List.of("string", "object"));
        // A file without a cycle names neither; one that names either describes a cycle, which needs both.
        schema.put("if", Map.of("anyOf", List.of(with("strategies", some), with("pack", with("symbols", some)))));
        schema.put(
                "then",
                Map.of(
                        "allOf",
                        List.of(
                                with("strategies", some),
                                with("pack", with("symbols", once)),
                                with("pack", with("bars", given)))));
        return schema;
    }

    private static Map<String, Object> with(String key, Map<String, Object> value) {
        return ImmutableMap.of("type", "object", "properties", Map.of(key, value), "required", List.of(key));
    }

    private static void section(StringBuilder text, String path, Section<?> section) {
        List<Section.Field<?>> keys = section.fields().stream()
                .filter(field -> field.shape().section().isEmpty())
                .collect(Collectors.toList());
        if (!keys.isEmpty()) {
            text.append("\n| key | value | default | meaning |\n| --- | --- | --- | --- |\n");
            keys.forEach(field -> text.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %s | %s |\n",
                    field.key(),
                    cell(field.shape().noun()),
                    fallback(field),
                    cell(field.doc()))));
        }
        for (Section.Field<?> field : section.fields()) {
            Optional<Section<?>> inner = field.shape().section();
            if (inner.isPresent()) {
                String name = path.isEmpty() ? field.key() : path + "." + field.key();
                text.append("\n## ")
                        .append(name)
                        .append("\n\n")
                        .append(field.doc())
                        .append(field.shape().noun().startsWith("list") ? " A list of:" : "")
                        .append('\n');
                section(text, name, inner.get());
            }
        }
    }

    private static String fallback(Section.Field<?> field) {
        if (field.fallback().isEmpty()) {
            return "required";
        }
        return field.writtenFallback()
                .filter(value -> !(value instanceof List<?> list && list.isEmpty()))
                .filter(value -> !(value instanceof Map<?, ?> map && map.isEmpty()))
                .map(value -> "`" + plain(value) + "`")
                .orElse("none");
    }

    private static String plain(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
