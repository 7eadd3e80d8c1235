package io.argus.app.config.bind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record's component a configuration key, named as the component is, in snake_case. The component's type says how
 * the value is read: see {@link Shapes}.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Key {

    /** What it means, for the person who sets it: one or two sentences. */
    String doc();

    /**
     * What holds where the key is missing, as YAML. Without one, an {@code Optional} is empty, a list or map has nothing
     * in it, a section has all its defaults, and anything else must be there.
     */
    String fallback() default "";

    /** For numbers and durations (in seconds): an interval such as {@code (0, 1]} or {@code [0, inf)}. */
    String range() default "(-inf, inf)";
}
