package io.argus.domain.testing;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a module's embedders build on, held to a file in docs/api. Where a change is meant, run once with {@code
 * -Dargus.rewrite=true}. Tests run in the folder of their module, whose compiled descriptor says what it exports.
 */
public final class PublicApi {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path API = Path.of("..", "docs", "api");

    private PublicApi() {}

    /** Compares the public types and members of the module under test with {@code docs/api/MODULE.txt}. */
    public static void assertIsAsWrittenDown(String module) throws IOException, ClassNotFoundException {
        Path golden = API.resolve(module + ".txt");
        String api = text();
        if (Boolean.getBoolean("argus.rewrite")) {
            Files.createDirectories(API);
            Files.writeString(golden, api);
        }
        assertThat(api).isEqualTo(Files.readString(golden));
    }

    private static String text() throws IOException, ClassNotFoundException {
        StringBuilder api = new StringBuilder();
        for (Class<?> type : types()) {
            api.append(type.toGenericString()).append('\n');
            for (String member : members(type)) {
                api.append("  ").append(member).append('\n');
            }
        }
        return api.toString();
    }

    private static List<Class<?>> types() throws IOException, ClassNotFoundException {
        ModuleDescriptor module;
        try (InputStream in = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            module = ModuleDescriptor.read(in);
        }
        SortedSet<String> names = new TreeSet<>();
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
            if (isOpen(type)) {
                types.add(type);
            }
        }
        return types;
    }

    /** A public type inside one that is not public is closed to others. */
    private static boolean isOpen(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (outer == null || isOpen(outer));
    }

    private static SortedSet<String> members(Class<?> type) {
        SortedSet<String> members = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (isOpen(type, field.getModifiers())) {
                members.add(field.toGenericString());
            }
        }
        for (Executable constructor : type.getDeclaredConstructors()) {
            if (isOpen(type, constructor.getModifiers())) {
                members.add(constructor.toGenericString());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isOpen(type, method.getModifiers()) && !method.isSynthetic()) {
                members.add(method.toGenericString());
            }
        }
        return members;
    }

    /** Who may extend a class builds on its protected members too. */
    private static boolean isOpen(Class<?> type, int modifiers) {
        return Modifier.isPublic(modifiers)
                || (Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers()));
    }
}
