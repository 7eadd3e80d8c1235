package io.argus.connectors.file.json;

import io.argus.domain.returns.DailyReturns;

/**
 * The account that daily returns make of a starting capital, for artifacts that state returns and not what came of them.
 *
 * @param returnPercent over all days
 * @param drawdown largest fall from a peak in the account currency, the start being the first peak
 * @param drawdownPercent largest fall from a peak in percent of that peak
 */
record AccountPath(double returnPercent, double drawdown, double drawdownPercent) {

    static AccountPath of(double start, DailyReturns daily) {
        double growth = 1;
        double peak = 1;
        double fall = 0;
        double share = 0;
        for (int day = 0; day < daily.size(); day++) {
            growth *= 1 + daily.at(day);
            peak = Math.max(peak, growth);
            fall = Math.max(fall, peak - growth);
            share = Math.max(share, (peak - growth) / peak);
        }
        return new AccountPath(100 * (growth - 1), start * fall, 100 * share);
    }
}
