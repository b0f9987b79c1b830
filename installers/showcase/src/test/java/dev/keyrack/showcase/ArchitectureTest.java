package dev.keyrack.showcase;

import dev.keyrack.house.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> house() {
        return HouseRules.tests(HouseRules.mainClassesOf(ShowcaseMain.class), HouseRules.everywhere());
    }
}
