package dev.keyrack.desktop;

import dev.keyrack.fx.check.MessagesCheck;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void everyLanguageSaysTheSameThings() {
        MessagesCheck.requireSameInEveryLanguage(DesktopApp.class);
    }

    @Test
    void screensAskForWhatIsThereAndNothingElse() {
        MessagesCheck.requireAskedFor(DesktopApp.class);
    }
}
