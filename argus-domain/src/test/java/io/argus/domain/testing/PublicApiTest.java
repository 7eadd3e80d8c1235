package io.argus.domain.testing;

import org.junit.jupiter.api.Test;

class PublicApiTest {

    @Test
    void isAsWrittenDown() throws Exception {
        PublicApi.assertIsAsWrittenDown("argus-domain");
    }
}
