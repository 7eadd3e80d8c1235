package io.argus.domain.pack;

/** Outcomes whose every figure was given, by a file or by hand. */
final class StoredOutcomes extends OutcomeSeries {

    private final OutcomeColumns columns;

    /**
     * @param columns as long as they are full; nobody changes them from here on
     */
    StoredOutcomes(String symbol, long horizonSeconds, OutcomeColumns columns) {
        super(symbol, horizonSeconds);
        this.columns = columns;
    }

    @Override
    public int size() {
        return columns.size;
    }

    @Override
    public long timestamp(int index) {
        return columns.timestamp[index];
    }

    @Override
    public double closeNow(int index) {
        return columns.closeNow[index];
    }

    @Override
    public double closeAtHorizon(int index) {
        return columns.closeAtHorizon[index];
    }

    @Override
    public double forwardReturn(int index) {
        return columns.forwardReturn[index];
    }

    @Override
    public double maxRunup(int index) {
        return columns.maxRunup[index];
    }

    @Override
    public double maxDrawdown(int index) {
        return columns.maxDrawdown[index];
    }

    @Override
    public double realizedVolatility(int index) {
        return columns.realizedVolatility[index];
    }

    @Override
    public OutcomeStatus status(int index) {
        return OutcomeStatus.of(columns.status[index]);
    }

    @Override
    public long windowStart(int index) {
        return columns.windowStart[index];
    }

    @Override
    public long windowEnd(int index) {
        return columns.windowEnd[index];
    }

    @Override
    public int barsExpected(int index) {
        return columns.barsExpected[index];
    }

    @Override
    public int barsFound(int index) {
        return columns.barsFound[index];
    }

    @Override
    void digestInto(ColumnDigest digest) {
        columns.digestInto(digest, "outcomes/" + symbol() + "/" + horizonSeconds() + "/");
    }
}
