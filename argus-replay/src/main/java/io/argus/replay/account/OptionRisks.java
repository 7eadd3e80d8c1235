package io.argus.replay.account;

import io.argus.domain.option.OptionContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options by what can offset what: those of one underlying that expire together. There are few such groups at a time. */
final class OptionRisks {

    private final List<OptionRisk> groups = new ArrayList<>(2);

    /** In the order in which their first options were added. */
    List<OptionRisk> groups() {
        return groups;
    }

    Optional<OptionRisk> find(int listing, long expiryMs) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).isOf(listing, expiryMs)) {
                return Optional.of(groups.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * @param asset its index
     * @param units of the underlying, negative when short
     * @param worth of the position now, in the account currency, negative when short
     */
    void add(int asset, Asset option, double units, double worth) {
        OptionContract contract = option.contract().orElseThrow();
        Optional<OptionRisk> known = find(option.listing(), contract.expiryMs());
        OptionRisk group = known.isPresent() ? known.get() : start(option.listing(), contract.expiryMs());
        group.add(asset, contract, units, worth);
    }

    private OptionRisk start(int listing, long expiryMs) {
        OptionRisk group = new OptionRisk(listing, expiryMs);
        groups.add(group);
        return group;
    }
}
