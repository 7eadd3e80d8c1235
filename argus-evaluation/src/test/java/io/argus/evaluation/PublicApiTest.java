package io.argus.evaluation;

import io.argus.domain.testing.PublicApi;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    @Test
    void isAsWrittenDown() throws Exception {
        PublicApi.assertIsAsWrittenDown("argus-evaluation");
    }
}
