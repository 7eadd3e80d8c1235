package io.argus.replay.engine;

import io.argus.domain.market.TradingCalendar;
import io.argus.domain.returns.DailyReturns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Returns of days of which some are no sessions of an exchange. Those count with the next session, after the last with it. */
final class SessionReturns {

    private SessionReturns() {}

    /** The same returns, compounded from session to session; as they are where none of the days is one. */
    static DailyReturns of(DailyReturns daily, TradingCalendar calendar) {
        List<LocalDate> sessions = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int day = 0; day < daily.size(); day++) {
            if (calendar.isSession(daily.dates().get(day))) {
                sessions.add(daily.dates().get(day));
                ends.add(day + 1);
            }
        }
        if (sessions.isEmpty()) {
            return daily;
        }
        ends.set(ends.size() - 1, daily.size());
        return DailyReturns.of(
                sessions,
                compounded(daily.returns(), ends),
                daily.benchmark().map(held -> compounded(held, ends)),
                daily.cash().map(cash -> compounded(cash, ends)));
    }

    /** @param ends of the periods, exclusive */
    private static double[] compounded(double[] returns, List<Integer> ends) {
        double[] compounded = new double[ends.size()];
        int from = 0;
        for (int period = 0; period < compounded.length; period++) {
            int end = ends.get(period);
            compounded[period] = end == from + 1 ? returns[from] : growth(returns, from, end) - 1;
            from = end;
        }
        return compounded;
    }

    private static double growth(double[] returns, int from, int end) {
        double growth = 1;
        for (int day = from; day < end; day++) {
            growth *= 1 + returns[day];
        }
        return growth;
    }
}
