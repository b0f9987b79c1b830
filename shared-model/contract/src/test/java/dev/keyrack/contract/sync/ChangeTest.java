package dev.keyrack.contract.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void sharesOfRecordsEachOneVersionBehindDoNotCancelOut() {
        long present = 0;
        long[] behind = new long[64];
        for (int i = 0; i < behind.length; i++) {
            present += Change.share("cell", "c" + i, 2);
            behind[i] = Change.share("cell", "c" + i, 2) - Change.share("cell", "c" + i, 1);
        }
        for (int i = 0; i < behind.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(present - behind[i] - behind[j]).isNotEqualTo(present);
            }
        }
    }

    @Test
    void shareIsTheSameOnEveryMachine() {
        assertThat(Change.share("booking", "bkg_1", 1)).isEqualTo(-3353337071829274843L);
    }
}
