package io.argus.replay.account;

import io.argus.domain.option.OptionContract;
import io.argus.research.experiment.ExecutionSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    /** Rounding in sizing against equity must not fail an order that spends all of it. */
    private static final double ROUNDING = 1e-12;

    private final AssetTable assets;
    private final Account account;
    private final ExecutionSettings settings;

    public BuyingPower(AssetTable assets, Account account, ExecutionSettings settings) {
        this.assets = assets;
        this.account = account;
        this.settings = settings;
    }

    /** What an order would change: a signed quantity of one asset at a price. */
    public record Change(int asset, double quantity, double price) {}

    /**
     * What the account would lack after these trades together; zero or less when it can make them. Trades that only
     * reduce what is held, and no risk of options, need nothing.
     *
     * @param cost commissions of all of them, in the account currency
     */
    public double shortfall(List<Change> changes, double cost) {
        Portfolio before = Portfolio.before(changes, account);
        Portfolio after = before.copy();
        double equity = account.equity() - cost;
        boolean reduces = true;
        for (Change change : changes) {
            equity += account.equityAt(change.asset(), change.price()) - account.equity();
            after.add(change);
            reduces &= after.onlyReduces(before, change.asset());
        }
        boolean safe = reduces && requiredForOptions(after) <= requiredForOptions(before);
        return safe ? 0 : required(after) - equity * (1 + ROUNDING);
    }

    /** Whether the trades would leave options short that nothing covers, and more of them than before. */
    public boolean uncovers(List<Change> changes) {
        if (noOptions()) {
            return false;
        }
        Portfolio before = Portfolio.before(changes, account);
        Portfolio after = before.copy();
        changes.forEach(after::add);
        Map<OptionGroup, OptionRisk> risksBefore = risks(before);
        return risks(after).entrySet().stream().anyMatch(entry -> {
            OptionRisk was = risksBefore.get(entry.getKey());
            boolean worse = was == null || entry.getValue().worstPayoff() < was.worstPayoff() || !was.naked();
            return entry.getValue().naked() && worse;
        });
    }

    /** Whether equity no longer carries what is held. */
    public boolean belowMaintenance(double equity) {
        if (account.holdsNothing()) {
            return false;
        }
        double required = 0;
        boolean options = false;
        for (int asset : account.held()) {
            Asset each = assets.get(asset);
            options |= each.option();
            if (each.spot()) {
                double value = account.marketValue(asset);
                required += value >= 0 ? MAINTENANCE_LONG * value : -MAINTENANCE_SHORT * value;
            } else if (!each.option()) {
                required += settings.maintenanceMargin()
                        * account.notional(asset, account.holding(asset), account.mark(asset));
            }
        }
        if (options) {
            required += requiredForOptions(Portfolio.before(List.of(), account))
                    * settings.maintenanceMargin()
                    / settings.initialMargin();
        }
        return equity < required;
    }

    private double required(Portfolio portfolio) {
        double required = requiredForOptions(portfolio);
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

    /** Whether this run has met no option so far, which spares most runs the search for those it holds. */
    private boolean noOptions() {
        return assets.size() == assets.listings();
    }

    private double requiredForOptions(Portfolio portfolio) {
        if (noOptions()) {
            return 0;
        }
        double required = 0;
        for (OptionRisk risk : risks(portfolio).values()) {
            required += risk.reserve();
            double naked = risk.nakedCalls();
            if (naked > 0) {
                required += settings.initialMargin() * naked * strikeLevel(portfolio);
            }
        }
        return required;
    }

    /** For the margin of naked calls: the highest strike held stands for the underlying's price. */
    private double strikeLevel(Portfolio portfolio) {
        double highest = 0;
        for (int i = 0; i < portfolio.size(); i++) {
            Optional<OptionContract> contract = assets.get(portfolio.asset(i)).contract();
            if (portfolio.quantity(i) != 0 && contract.isPresent()) {
                highest = Math.max(highest, contract.get().strike());
            }
        }
        return highest;
    }

    private Map<OptionGroup, OptionRisk> risks(Portfolio portfolio) {
        Map<OptionGroup, OptionRisk> groups = new TreeMap<>();
        for (int i = 0; i < portfolio.size(); i++) {
            int asset = portfolio.asset(i);
            Optional<OptionContract> contract = assets.get(asset).contract();
            if (portfolio.quantity(i) != 0 && contract.isPresent()) {
                double units = portfolio.quantity(i) * account.multiplier(asset);
                groups.computeIfAbsent(OptionGroup.of(assets.get(asset), contract.get()), unused -> new OptionRisk())
                        .add(contract.get(), units, units * portfolio.price(i) * account.rate(asset));
            }
        }
        return groups;
    }
}
