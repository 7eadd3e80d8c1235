package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.research.experiment.MonteCarloResult;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.experiment.MonteCarloSummary;
import io.argus.research.experiment.MonteCarloUnit;
import io.argus.research.experiment.ResamplingMethod;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MonteCarloDocumentTest {

    private static final MonteCarloSettings SETTINGS =
            new MonteCarloSettings(500, MonteCarloUnit.TRADES, ResamplingMethod.CIRCULAR, OptionalDouble.of(4), 7, 0.1);

    @Test
    void isReadAsItWasWritten() {
        MonteCarloSummary summary = new MonteCarloSummary(
                SETTINGS,
                4,
                40,
                0.1,
                -0.2,
                0.5,
                0.12,
                0.3,
                0.01,
                0.75,
                List.of(new MonteCarloSummary.FanStep(0, 1, 1, 1), new MonteCarloSummary.FanStep(40, 0.8, 1.1, 1.5)));
        MonteCarloResult result = new MonteCarloResult(SETTINGS, Optional.of(summary), "");
        assertThat(MonteCarloDocument.read(MonteCarloDocument.write(result))).contains(result);
        MonteCarloResult refused = new MonteCarloResult(SETTINGS, Optional.empty(), "returns do not vary");
        ObjectNode written = MonteCarloDocument.write(refused);
        assertThat(written.get("reason").textValue()).isEqualTo("returns do not vary");
        assertThat(MonteCarloDocument.read(written)).contains(refused);
    }

    @Test
    void whatAnotherProgramMeansByTheNameIsNotRead() {
        assertThat(MonteCarloDocument.read(JsonDocuments.object())).isEmpty();
        assertThat(MonteCarloDocument.read(JsonDocuments.object().put("p95_drawdown", 12.5)))
                .isEmpty();
    }
}
