package io.argus.replay.baseline;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.pack.CorporateAction;
import io.argus.research.experiment.ExecutionSettings;
import java.util.List;

/**
 * Returns of three traders in one instrument over its bars, as fractions: one who does nothing, one who buys at the
 * first close and holds, and one who knows every close beforehand and is long or flat at each, after costs. No long-only
 * rule can beat the last one on closes. Shown beside rankings; never ranked, gated or counted as trials.
 */
public record Baselines(String symbol, double doingNothing, double buyAndHold, double clairvoyant) {

    /**
     * O(bars + actions).
     *
     * @param actions splits and dividends, in time order, of other instruments too; a dividend buys more at the price without it
     */
    public static Baselines of(
            Instrument instrument, BarSeries bars, List<CorporateAction> actions, ExecutionSettings settings) {
        if (bars.isEmpty()) {
            return new Baselines(instrument.symbol(), 0, 0, 0);
        }
        FeeSchedule fees = instrument.fees();
        double multiplier = settings.costMultiplier();
        double commission = multiplier * settings.commission().orElse(fees.commissionRate());
        double slippage = multiplier * settings.slippage().orElse(fees.slippageRate());
        double buying = (1 + slippage) * (1 + commission);
        double selling = (1 - slippage) * (1 - commission);
        double flat = 1;
        double units = 0;
        double held = 1 / (bars.close(0) * buying);
        int next = 0;
        for (int i = 0; i < bars.size(); i++) {
            double close = bars.close(i);
            double before = i == 0 ? 0 : bars.close(i - 1);
            for (; next < actions.size() && actions.get(next).exMs() < bars.closeTime(i); next++) {
                CorporateAction action = actions.get(next);
                if (i > 0 && action.symbol().equals(instrument.symbol())) {
                    before -= action.dividend() < before ? action.dividend() : 0;
                    double growth = action.split() * (1 + action.dividend() / before);
                    units *= growth;
                    held *= growth;
                    before /= action.split();
                }
            }
            double flatBefore = flat;
            flat = Math.max(flat, units * close * selling);
            units = Math.max(units, flatBefore / (close * buying));
        }
        double last = bars.close(bars.size() - 1);
        return new Baselines(instrument.symbol(), 0, held * last - 1, Math.max(flat, units * last) - 1);
    }
}
