package io.argus.research.testing;

import io.argus.domain.testing.PublicApi;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    @Test
    void isAsWrittenDown() throws Exception {
        PublicApi.assertIsAsWrittenDown("argus-research");
    }
}
