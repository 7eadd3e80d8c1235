package io.argus.replay.account;

import io.argus.research.experiment.ExecutionSettings;
import java.util.List;

/**
 * What the account may open and when it must close. Long spot is paid in full; short spot keeps its proceeds and needs
 * half its marked value on top; futures need the configured share of their notional; options of one expiry reserve what
 * they can lose together. A position is closed by force when equity falls below a quarter of what spot is held long plus
 * three tenths of what is held short (FINRA rule 4210, paragraph c), the maintenance margin of futures, and as large a
 * part of the options' reserve as maintenance margin is of initial.
 */
public final class BuyingPower {

    private static final double INITIAL_LONG = 1.0;
    private static final double INITIAL_SHORT = 0.5;
    private static final double MAINTENANCE_LONG = 0.25;
    private static final double MAINTENANCE_SHORT = 0.30;

    private final AssetTable assets;
    private final Account account;
    private final ExecutionSettings settings;

    public BuyingPower(AssetTable assets, Account account, ExecutionSettings settings) {
        this.assets = assets;
        this.account = account;
        this.settings = settings;
    }

    /** Whether options may be short that nothing covers. */
    public boolean allowsNaked() {
        return settings.allowNaked();
    }

    /** Lets ask whether the account can make all trades of an order together. */
    public MarginCheck check(List<SizedLeg> legs) {
        return new MarginCheck(account, this, legs);
    }

    /** Whether equity no longer carries what is held. */
    public boolean belowMaintenance(double equity) {
        if (account.holdsNothing()) {
            return false;
        }
        double required = 0;
        for (int asset : account.held()) {
            Asset each = assets.get(asset);
            if (each.spot()) {
                double value = account.marketValue(asset);
                required += value >= 0 ? MAINTENANCE_LONG * value : -MAINTENANCE_SHORT * value;
            } else if (!each.option()) {
                required += settings.maintenanceMargin()
                        * account.notional(asset, account.holding(asset), account.mark(asset));
            }
        }
        double reserve = requiredForOptions(account.options());
        return equity < required + reserve * settings.maintenanceMargin() / settings.initialMargin();
    }

    double required(Portfolio portfolio, OptionRisks risks) {
        double required = requiredForOptions(risks);
        for (int i = 0; i < portfolio.size(); i++) {
            int asset = portfolio.asset(i);
            double quantity = portfolio.quantity(i);
            Asset each = assets.get(asset);
            if (quantity == 0 || each.option()) {
                continue;
            }
            double notional = account.notional(asset, quantity, portfolio.price(i));
            if (each.spot()) {
                required += notional * (quantity > 0 ? INITIAL_LONG : INITIAL_SHORT);
            } else {
                required += settings.initialMargin() * notional;
            }
        }
        return required;
    }

    double requiredForOptions(OptionRisks risks) {
        double required = 0;
        for (int i = 0; i < risks.groups().size(); i++) {
            OptionRisk risk = risks.groups().get(i);
            required += risk.reserve();
            required += settings.initialMargin() * risk.nakedCalls() * risk.highestStrike();
        }
        return required;
    }

    /** What the options of a portfolio can lose. */
    OptionRisks risks(Portfolio portfolio) {
        OptionRisks risks = new OptionRisks();
        if (assets.noOptions()) {
            return risks;
        }
        for (int i = 0; i < portfolio.size(); i++) {
            int asset = portfolio.asset(i);
            if (portfolio.quantity(i) != 0 && assets.get(asset).option()) {
                double units = portfolio.quantity(i) * account.multiplier(asset);
                risks.add(asset, assets.get(asset), units, units * portfolio.price(i) * account.rate(asset));
            }
        }
        return risks;
    }
}
