package io.argus.replay.account;

import java.util.List;

/** What an account would be with an order's trades, all of them together, beside what it is. */
public final class MarginCheck {

    /** Rounding in sizing against equity must not fail an order that spends all of it. */
    private static final double ROUNDING = 1e-12;

    private final Account account;
    private final BuyingPower buyingPower;
    private final List<SizedLeg> legs;
    private final Portfolio before;
    private final Portfolio after;
    private final OptionRisks risksBefore;
    private final OptionRisks risksAfter;

    MarginCheck(Account account, BuyingPower buyingPower, List<SizedLeg> legs) {
        this.account = account;
        this.buyingPower = buyingPower;
        this.legs = legs;
        before = Portfolio.before(legs, account);
        after = before.copy();
        for (int i = 0; i < legs.size(); i++) {
            after.add(legs.get(i));
        }
        risksBefore = buyingPower.risks(before);
        risksAfter = buyingPower.risks(after);
    }

    /**
     * What the account would lack; zero or less when it can make the trades. Those that only reduce what is held, and no
     * risk of options, need nothing.
     *
     * @param cost commissions of all trades, in the account currency
     */
    public double shortfall(double cost) {
        double equity = account.equity() - cost;
        boolean reduces = true;
        for (int i = 0; i < legs.size(); i++) {
            SizedLeg leg = legs.get(i);
            double price = after.priceOf(leg.asset());
            equity += tradedBefore(i) ? 0 : account.equityAt(leg.asset(), price) - account.equity();
            equity += account.gain(leg.asset(), leg.quantity(), leg.price(), price);
            reduces &= after.onlyReduces(before, leg.asset());
        }
        boolean safe =
                reduces && buyingPower.requiredForOptions(risksAfter) <= buyingPower.requiredForOptions(risksBefore);
        return safe ? 0 : buyingPower.required(after, risksAfter) - equity * (1 + ROUNDING);
    }

    /** What is held gains by the trades' price once, however many legs trade it. */
    private boolean tradedBefore(int leg) {
        int asset = legs.get(leg).asset();
        for (int i = 0; i < leg; i++) {
            if (legs.get(i).asset() == asset) {
                return true;
            }
        }
        return false;
    }

    /** Whether the trades would leave options short that nothing covers, and more of them than before. */
    public boolean uncovers() {
        List<OptionRisk> groups = risksAfter.groups();
        for (int i = 0; i < groups.size(); i++) {
            OptionRisk group = groups.get(i);
            if (group.naked() && worse(group)) {
                return true;
            }
        }
        return false;
    }

    private boolean worse(OptionRisk group) {
        return risksBefore
                .find(group.listing(), group.expiryMs())
                .map(was -> !was.naked()
                        || group.worstPayoff() < was.worstPayoff()
                        || group.nakedCalls() > was.nakedCalls())
                .orElse(true);
    }
}
