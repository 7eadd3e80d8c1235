/**
 * The one place that creates threads and ends them. Work that divides itself runs on {@link
 * io.argus.app.runtime.Workers}; work that goes on until it is told to end is owned by the {@link
 * io.argus.app.runtime.Orchestrator}, whose Javadoc states what holds for all of it; a connection that stays open has {@link
 * io.argus.app.runtime.ConnectionThreads}, which end with it; runs of users'
 * strategies have a thread each, under {@link io.argus.app.runtime.StrategyWatch}; {@link
 * io.argus.app.runtime.Interruption} stops either when the process is told to end.
 */
package io.argus.app.runtime;
