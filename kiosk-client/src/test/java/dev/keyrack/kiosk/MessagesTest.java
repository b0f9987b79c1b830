package dev.keyrack.kiosk;

import dev.keyrack.fx.check.MessagesCheck;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void everyLanguageSaysTheSameThings() {
        MessagesCheck.requireSameInEveryLanguage(KioskApp.class);
    }

    @Test
    void screensAskForWhatIsThereAndNothingElse() {
        MessagesCheck.requireAskedFor(KioskApp.class);
    }
}
