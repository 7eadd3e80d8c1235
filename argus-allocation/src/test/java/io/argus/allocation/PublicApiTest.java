package io.argus.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What embedders build on, held to docs/api/argus-allocation.txt. Where a change is meant, run once with {@code
 * -Dargus.rewrite=true}.
 */
class PublicApiTest {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path GOLDEN = Path.of("..", "docs", "api", "argus-allocation.txt");

    @Test
    void isAsWrittenDown() throws Exception {
        StringBuilder api = new StringBuilder();
        for (Class<?> type : types()) {
            api.append(type.toGenericString()).append('\n');
            for (String member : members(type)) {
                api.append("  ").append(member).append('\n');
            }
        }
        if (Boolean.getBoolean("argus.rewrite")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, api);
        }
        assertThat(api.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    private static List<Class<?>> types() throws IOException, ClassNotFoundException {
        ModuleDescriptor module;
        try (InputStream in = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            module = ModuleDescriptor.read(in);
        }
        TreeSet<String> names = new TreeSet<>();
        for (ModuleDescriptor.Exports exported : module.exports()) {
            try (Stream<Path> files =
                    Files.list(CLASSES.resolve(exported.source().replace('.', '/')))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                        .forEach(file -> names.add(exported.source() + "." + file.replace(".class", "")));
            }
        }
        List<Class<?>> types = new ArrayList<>();
        for (String name : names) {
            Class<?> type = Class.forName(name);
            if (Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass()) {
                types.add(type);
            }
        }
        return types;
    }

    private static Set<String> members(Class<?> type) {
        Set<String> members = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                members.add(field.toGenericString());
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (Modifier.isPublic(constructor.getModifiers())) {
                members.add(constructor.toGenericString());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                members.add(method.toGenericString());
            }
        }
        return members;
    }
}
