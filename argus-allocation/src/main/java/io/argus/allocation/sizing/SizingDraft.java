package io.argus.allocation.sizing;

import io.argus.domain.allocation.Adjustment;
import io.argus.domain.forecast.Forecast;
import java.util.ArrayList;
import java.util.List;

/**
 * A size in the making: what is believed of the forecast, the weight so far, and the way to it. Every change leaves an
 * {@link Adjustment}. Belongs to the one call that sizes the one forecast; steps must not keep it.
 */
public final class SizingDraft {

    private static final int USUAL_STEPS = 8;
    private static final String NO_NUMBER = "gave no number, so nothing is held";

    private final Forecast forecast;
    private final List<Adjustment> trail = new ArrayList<>(USUAL_STEPS);
    private double mu;
    private double weight;
    private boolean closed;

    SizingDraft(Forecast forecast) {
        this.forecast = forecast;
        this.mu = forecast.mu();
    }

    /** As it was given; mu, sigma, cost and confidence are numbers and sigma is above zero. */
    public Forecast forecast() {
        return forecast;
    }

    /** What is believed of mu so far, a year. */
    public double mu() {
        return mu;
    }

    /** The weight so far; 0 before a step gives one. */
    public double weight() {
        return weight;
    }

    /** The growth-optimal fraction for what is believed so far: mu net of cost over sigma². Always finite. */
    public double fullKelly() {
        double edge = edge();
        // The square of a tiny sigma is 0, and nothing over nothing would be no number.
        return edge == 0 ? 0 : finite(edge / (forecast.sigma() * forecast.sigma()));
    }

    /** What is believed of mu, net of cost. Finite, since nothing infinite over an infinite variance is a number either. */
    double edge() {
        return finite(mu - forecast.cost());
    }

    /** Changes what is believed of mu. What is no number ends the draft at 0. */
    public void believe(String step, double newMu, String reason) {
        if (Double.isNaN(newMu)) {
            close(step, mu, NO_NUMBER);
            return;
        }
        double after = finite(newMu);
        trail.add(new Adjustment(step, mu, after, reason));
        mu = after;
    }

    /** Changes the weight. A weight that is no number ends the draft at 0. */
    public void resize(String step, double newWeight, String reason) {
        resizeFrom(step, weight, newWeight, reason);
    }

    /** Ends at weight 0: no later step runs. */
    public void close(String step, String reason) {
        close(step, weight, reason);
    }

    void resizeFrom(String step, double before, double newWeight, String reason) {
        if (Double.isNaN(newWeight)) {
            close(step, before, NO_NUMBER);
            return;
        }
        weight = finite(newWeight);
        trail.add(new Adjustment(step, before, weight, reason));
    }

    void close(String step, double before, String reason) {
        trail.add(new Adjustment(step, before, 0, reason));
        weight = 0;
        closed = true;
    }

    void note(String step, double before, double after, String reason) {
        trail.add(new Adjustment(step, before, after, reason));
    }

    boolean closed() {
        return closed;
    }

    Sizing sized() {
        return new Sizing(weight, fullKelly(), trail);
    }

    /** A sigma near zero makes any edge look infinite; the cap decides, but no infinity may reach a file. */
    private static double finite(double value) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }
}
