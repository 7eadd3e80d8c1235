package io.argus.app.config;

/** How many trials the deflated Sharpe ratio that gates is deflated for. */
public enum DsrTrials {
    /** All of them. */
    CONSERVATIVE,
    /** Their effective number: runs that move together count as one. */
    EFFECTIVE
}
