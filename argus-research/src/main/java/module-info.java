/** What a cycle of research hands on from step to step, and the ports through which it reads and keeps it. */
module io.argus.research {
    requires transitive io.argus.domain;

    exports io.argus.research.experiment;
    exports io.argus.research.forecast;
    exports io.argus.research.port;
    exports io.argus.research.ranking;
    exports io.argus.research.registry;
}
