package io.argus.replay.strategies;

import io.argus.domain.ConfigException;
import io.argus.domain.StrategyException;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.domain.strategy.StrategyFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Factories are users' code. */
@SuppressWarnings("NullAway") // which is compiled without it
class StrategyCatalogTest {

    private static final StrategyDescriptor IDLE = new StrategyDescriptor("Idle", "does nothing", List.of());

    @Test
    void aFactoryThatDescribesNothingIsRefusedByItsClass() {
        assertThatThrownBy(() -> StrategyCatalog.of(List.of(new Made(() -> null, () -> market -> List.of()))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(Made.class.getName() + " gives no descriptor");
    }

    @Test
    void twoOfOneNameAreRefused() {
        StrategyFactory factory = new Made(() -> IDLE, () -> market -> List.of());
        assertThatThrownBy(() -> StrategyCatalog.of(List.of(factory, factory)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("two strategies are named Idle");
    }

    @Test
    void aFactoryThatMakesNothingOrFailsSaysWhichItWas() {
        List<Supplier<Strategy>> makers = List.of(
                () -> null,
                () -> {
                    throw new IllegalStateException("no idea");
                },
                () -> {
                    throw new NoClassDefFoundError("org/missing/Library");
                });
        assertThat(makers)
                .allSatisfy(maker -> assertThatThrownBy(() -> StrategyCatalog.of(List.of(new Made(() -> IDLE, maker)))
                                .complete(IDLE, Map.of()))
                        .isInstanceOf(StrategyException.class)
                        .hasMessageContaining("Idle cannot be made"));
    }

    private record Made(Supplier<StrategyDescriptor> described, Supplier<Strategy> maker) implements StrategyFactory {

        @Override
        public StrategyDescriptor descriptor() {
            return described.get();
        }

        @Override
        public Strategy create(Parameters parameters) {
            return maker.get();
        }
    }
}
