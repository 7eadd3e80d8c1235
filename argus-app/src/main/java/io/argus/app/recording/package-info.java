/** Recording a market into packs: what an exchange shows, interval by interval, so that a kill loses one at most. */
package io.argus.app.recording;
