package io.argus.connectors.file.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A column about to be written. Its bytes are made when they are asked for, so that only one column is in memory twice.
 *
 * @param name the figure
 * @param bytes makes its values as {@link ColumnType} says
 */
record ColumnImage(String name, ColumnType type, int rows, Supplier<ByteBuffer> bytes) {

    static ColumnImage f64(String name, int rows, IntToDoubleFunction values) {
        return new ColumnImage(name, ColumnType.F64, rows, () -> {
            ByteBuffer image = image(ColumnType.F64, rows);
            for (int i = 0; i < rows; i++) {
                image.putDouble(values.applyAsDouble(i));
            }
            return image.flip();
        });
    }

    static ColumnImage i64(String name, int rows, IntToLongFunction values) {
        return new ColumnImage(name, ColumnType.I64, rows, () -> {
            ByteBuffer image = image(ColumnType.I64, rows);
            for (int i = 0; i < rows; i++) {
                image.putLong(values.applyAsLong(i));
            }
            return image.flip();
        });
    }

    static ColumnImage i32(String name, int rows, IntUnaryOperator values) {
        return new ColumnImage(name, ColumnType.I32, rows, () -> {
            ByteBuffer image = image(ColumnType.I32, rows);
            for (int i = 0; i < rows; i++) {
                image.putInt(values.applyAsInt(i));
            }
            return image.flip();
        });
    }

    static ColumnImage i8(String name, int rows, IntUnaryOperator values) {
        return new ColumnImage(name, ColumnType.I8, rows, () -> {
            ByteBuffer image = image(ColumnType.I8, rows);
            for (int i = 0; i < rows; i++) {
                image.put((byte) values.applyAsInt(i));
            }
            return image.flip();
        });
    }

    static ColumnImage text(String name, List<String> values) {
        return new ColumnImage(name, ColumnType.TEXT, values.size(), () -> {
            List<byte[]> texts = values.stream()
                    .map(value -> value.getBytes(StandardCharsets.UTF_8))
                    .toList();
            int length = texts.stream()
                    .flatMapToInt(text -> IntStream.of(text.length))
                    .reduce(0, Math::addExact);
            ByteBuffer image = ByteBuffer.allocate(Math.addExact((int) ColumnType.TEXT.bytes(texts.size()), length))
                    .order(ByteOrder.LITTLE_ENDIAN);
            int end = 0;
            for (byte[] text : texts) {
                end += text.length;
                image.putInt(end);
            }
            texts.forEach(image::put);
            return image.flip();
        });
    }

    private static ByteBuffer image(ColumnType type, int rows) {
        return ByteBuffer.allocate(Math.toIntExact(type.bytes(rows))).order(ByteOrder.LITTLE_ENDIAN);
    }
}
