/** Metrics, significance, scores and gates for runs of trading strategies. */
module io.argus.evaluation {
    requires transitive io.argus.research;

    exports io.argus.evaluation;
    exports io.argus.evaluation.gate;
    exports io.argus.evaluation.metric;
    exports io.argus.evaluation.resampling;
    exports io.argus.evaluation.scoring;
    exports io.argus.evaluation.significance;
    exports io.argus.evaluation.validation;
}
