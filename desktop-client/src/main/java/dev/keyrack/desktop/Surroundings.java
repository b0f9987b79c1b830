package dev.keyrack.desktop;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.desktop.sale.Receipts;
import dev.keyrack.fx.UiTasks;
import java.time.Clock;

/// What every screen stands on, in whichever language.
record Surroundings(ClientRuntime runtime, UiTasks tasks, Clock clock, Receipts receipts) {}
