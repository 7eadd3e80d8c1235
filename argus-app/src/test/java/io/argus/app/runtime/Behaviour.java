package io.argus.app.runtime;

import io.argus.domain.DataException;
import java.util.concurrent.CountDownLatch;

/** What tasks do with their lives, and with being told to end. */
enum Behaviour {
    /** Works until it is told to end, and ends. */
    POLITE {
        @Override
        void live(CountDownLatch release) throws InterruptedException {
            release.await();
        }
    },
    /** Ends with a failure of its own when it is told to. */
    GRUMPY {
        @Override
        void live(CountDownLatch release) {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("disturbed", e);
            }
        }
    },
    /** Hears nothing until it is released. */
    DEAF {
        @Override
        void live(CountDownLatch release) {
            boolean released = false;
            while (!released) {
                try {
                    release.await();
                    released = true;
                } catch (InterruptedException unheard) {
                    released = false;
                }
            }
        }
    },
    /** Fails at once, each time. */
    BROKEN {
        @Override
        void live(CountDownLatch release) {
            throw new DataException("bars.csv", "broken");
        }
    },
    /** Has nothing to do. */
    BRIEF {
        @Override
        void live(CountDownLatch release) {
            Thread.currentThread().interrupt();
        }
    };

    abstract void live(CountDownLatch release) throws InterruptedException;
}
