package dev.keyrack.terminal;

import dev.keyrack.house.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> house() {
        return HouseRules.tests(HouseRules.mainClassesOf(TerminalSimulator.class), HouseRules.everywhere());
    }
}
