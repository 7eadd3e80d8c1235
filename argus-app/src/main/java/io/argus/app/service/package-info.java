/** Recorder and research loop as one service: what it runs, what it counts, and how others see how it is. */
package io.argus.app.service;
