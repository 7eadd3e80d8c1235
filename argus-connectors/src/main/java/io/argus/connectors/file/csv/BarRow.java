package io.argus.connectors.file.csv;

/**
 * The prices of one row, checked and freed of rounding.
 *
 * @param widened whether open or close lay outside high and low by a rounding
 */
record BarRow(double open, double high, double low, double close, double volume, boolean widened) {

    private static final double SMALLEST_ROUNDING = 1e-6;
    private static final double LARGEST_ROUNDING = 1e-3;

    /**
     * An open or close outside high and low by no more than a rounding of its last digit widens them; by more it is a
     * fault.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static BarRow of(String openText, String highText, String lowText, String closeText, String volumeText) {
        double open = price("open", openText);
        double high = price("high", highText);
        double low = price("low", lowText);
        double close = price("close", closeText);
        double volume = volumeText.isEmpty() ? 0 : number("volume", volumeText);
        if (volume < 0) {
            throw new IllegalArgumentException("volume is negative: " + volumeText);
        }
        if (high < low) {
            throw new IllegalArgumentException("high " + highText + " lies below low " + lowText);
        }
        double outside = Math.max(Math.max(open, close) - high, low - Math.min(open, close));
        int decimals = Math.min(decimals(highText), decimals(lowText));
        double unit = StrictMath.pow(10, -decimals) * (1 + 1e-9);
        if (outside > Math.min(Math.max(unit, SMALLEST_ROUNDING * close), LARGEST_ROUNDING * close)) {
            throw new IllegalArgumentException("open " + openText + " or close " + closeText + " lies outside low "
                    + lowText + " to high " + highText);
        }
        return new BarRow(
                open,
                Math.max(high, Math.max(open, close)),
                Math.min(low, Math.min(open, close)),
                close,
                volume,
                outside > 0);
    }

    static double price(String what, String text) {
        double value = number(what, text);
        if (!(value > 0)) {
            throw new IllegalArgumentException(what + " is not positive: " + text);
        }
        return value;
    }

    private static double number(String what, String text) {
        double value;
        try {
            value = CsvFile.decimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(what + " is not a number: \"" + text + "\"", e);
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " is not a finite number: \"" + text + "\"");
        }
        return value;
    }

    /** Digits after the point. */
    static int decimals(String text) {
        int point = text.indexOf('.');
        return point < 0 ? 0 : Math.min(15, text.length() - point - 1);
    }
}
