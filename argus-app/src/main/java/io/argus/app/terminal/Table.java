package io.argus.app.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/**
 * A table with a header, at most {@link Terminal#WIDTH} columns wide. Long cells of the last column wrap; where that
 * leaves it no room, those of the widest other column of text do too.
 */
public final class Table {

    private static final int LEAST = 8;
    private static final int READABLE = 12;

    private final List<String> headers;
    private final List<Boolean> numeric;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> headers, List<Boolean> numeric) {
        this.headers = headers;
        this.numeric = numeric;
    }

    /**
     * @param headers those that end in {@code >} stand over columns that are aligned to the right
     */
    public static Table of(String... headers) {
        List<String> names = Arrays.stream(headers)
                .map(header -> header.endsWith(">") ? header.substring(0, header.length() - 1) : header)
                .toList();
        return new Table(
                names,
                Arrays.stream(headers).map(header -> header.endsWith(">")).toList());
    }

    public Table row(String... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + headers.size() + " headers");
        }
        rows.add(Arrays.stream(cells).map(OneLine::of).toList());
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public String render(Ansi ansi) {
        int columns = headers.size();
        int[] width = new int[columns];
        for (int column = 0; column < columns; column++) {
            width[column] = headers.get(column).length();
            for (List<String> row : rows) {
                width[column] = Math.max(width[column], row.get(column).length());
            }
        }
        boolean narrow = room(width) < Math.min(LEAST, width[columns - 1]);
        if (narrow) {
            narrow(width);
        }
        width[columns - 1] = Math.min(width[columns - 1], Math.max(LEAST, room(width)));
        Column[] layout = new Column[columns];
        for (int column = 0; column < columns; column++) {
            Column.Overflow overflow = column == columns - 1 ? Column.Overflow.WRAP : Column.Overflow.TRUNCATE;
            layout[column] = new Column(width[column] + 2, 0, overflow);
        }
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(ansi), layout);
        table.setAdjustLineBreaksForWideCJKCharacters(true);
        table.addRowValues(texts(headers, width, ansi, true));
        for (List<String> row : rows) {
            for (List<String> line : narrow ? lines(row, width) : List.of(row)) {
                table.addRowValues(texts(line, width, ansi, false));
            }
        }
        return table.toString()
                .stripTrailing()
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    /** What the other columns leave to the last. */
    private static int room(int[] width) {
        return Terminal.WIDTH
                - Arrays.stream(width, 0, width.length - 1)
                        .map(each -> each + 2)
                        .sum()
                - 2;
    }

    /** Takes from the widest columns of text what the last one needs. */
    private void narrow(int[] width) {
        int wanted = Math.min(READABLE, width[width.length - 1]);
        while (room(width) < wanted) {
            int widest = -1;
            for (int column = 0; column < width.length - 1; column++) {
                if (!numeric.get(column) && width[column] > READABLE && (widest < 0 || width[column] > width[widest])) {
                    widest = column;
                }
            }
            if (widest < 0) {
                return;
            }
            width[widest]--;
        }
    }

    /** A row as so many as its longest cell needs. Not left to picocli, which begins a cell below the end of the one before. */
    private static List<List<String>> lines(List<String> row, int[] width) {
        List<List<String>> cells = new ArrayList<>();
        for (int column = 0; column < width.length; column++) {
            cells.add(wrapped(row.get(column), width[column]));
        }
        int most = cells.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, most)
                .mapToObj(line -> cells.stream()
                        .map(cell -> line < cell.size() ? cell.get(line) : "")
                        .toList())
                .toList();
    }

    private static List<String> wrapped(String cell, int width) {
        List<String> lines = new ArrayList<>();
        String rest = cell;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int cut = space > 0 ? space : width;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private Ansi.Text[] texts(List<String> cells, int[] width, Ansi ansi, boolean header) {
        Ansi.Text[] texts = new Ansi.Text[cells.size()];
        for (int column = 0; column < texts.length; column++) {
            String cell = cells.get(column);
            String padded = numeric.get(column) ? " ".repeat(Math.max(0, width[column] - cell.length())) + cell : cell;
            texts[column] = header
                    ? ansi.text("@|bold " + padded + "|@")
                    : ansi.new Text(padded, Help.defaultColorScheme(ansi));
        }
        return texts;
    }
}
