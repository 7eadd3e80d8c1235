package io.argus.app.terminal;

/** Text in lines of at most {@link Terminal#WIDTH} columns. */
public final class Paragraph {

    private Paragraph() {}

    /**
     * A line cut between its words wherever it would be too long; a word that is longer than a line stays whole.
     *
     * @param indent columns that all lines but the first are moved to the right
     */
    public static String wrapped(String line, int indent) {
        StringBuilder lines = new StringBuilder();
        String rest = line;
        while (rest.length() > Terminal.WIDTH) {
            int before = rest.lastIndexOf(' ', Terminal.WIDTH);
            int cut = rest.substring(0, before + 1).isBlank() ? rest.indexOf(' ', Terminal.WIDTH) : before;
            if (cut < 0) {
                break;
            }
            lines.append(rest, 0, cut).append('\n');
            rest = " ".repeat(indent) + rest.substring(cut + 1);
        }
        return lines.append(rest).toString();
    }
}
