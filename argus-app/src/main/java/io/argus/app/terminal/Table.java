package io.argus.app.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** A table with a header, at most {@link Terminal#WIDTH} columns wide. Long cells of the last column wrap. */
public final class Table {

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
        rows.add(List.of(cells));
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
        int others = Arrays.stream(width, 0, columns - 1).map(each -> each + 2).sum();
        width[columns - 1] = Math.min(width[columns - 1], Math.max(8, Terminal.WIDTH - others - 2));
        Column[] layout = new Column[columns];
        for (int column = 0; column < columns; column++) {
            Column.Overflow overflow = column == columns - 1 ? Column.Overflow.WRAP : Column.Overflow.TRUNCATE;
            layout[column] = new Column(width[column] + 2, 0, overflow);
        }
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(ansi), layout);
        table.setAdjustLineBreaksForWideCJKCharacters(true);
        table.addRowValues(texts(headers, width, ansi, true));
        for (List<String> row : rows) {
            table.addRowValues(texts(row, width, ansi, false));
        }
        return table.toString()
                .stripTrailing()
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
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
