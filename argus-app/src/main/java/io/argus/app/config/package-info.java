/**
 * The configuration file: a record for each section, a component for each key.
 *
 * <p>To add a key, add a component with its {@link io.argus.app.config.bind.Key} to the record of its section:
 *
 * <pre>{@code
 * @Key(fallback = "1000", range = "[1, 1000000]", doc = "Number of resampled paths.") int mcPaths,
 * }</pre>
 *
 * <p>The name is the component's in snake_case ({@code mc_paths}); type, range and default are checked and documented from
 * there. Use {@code Optional}, {@code OptionalInt} or {@code OptionalDouble} where null says "not at all", an enum for names
 * (its constants in lower case), a record for a section. Then hand the value to where it acts, give it a value of its own in
 * {@code every-key.yaml} (a test fails for a key without one) and a commented line in both files under {@code config/}. A
 * check over several keys of a section goes into the record's constructor as an {@link IllegalArgumentException}; it is told
 * with the section's place. A kill threshold needs no key: its name in {@link io.argus.evaluation.gate.KillThresholds} is
 * enough. A type of its own gets a {@link io.argus.app.config.bind.Shape}, named in {@link io.argus.app.config.ConfigFile}.
 *
 * <p>{@code docs/configuration.md} and the schema are made from the records; the test that compares the page rewrites it
 * when run with {@code -Dargus.rewrite=true}.
 */
package io.argus.app.config;
