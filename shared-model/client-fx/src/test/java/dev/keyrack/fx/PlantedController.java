package dev.keyrack.fx;

import dev.keyrack.client.ClientRuntime;

/// Planted: a controller that goes past its view model.
final class PlantedController {
    void restart(ClientRuntime runtime) {
        runtime.start();
    }
}
