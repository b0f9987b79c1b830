package dev.keyrack.desktop.admin.catalog;

import dev.keyrack.contract.catalog.Resource;

/// A resource as the list shows it.
record ResourceRow(Resource resource, String name, String type, String state, String priceFrom, String units) {

    boolean open() {
        return resource.state() == Resource.State.OPEN;
    }
}
