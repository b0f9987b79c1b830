package dev.keyrack.server.catalog;

import dev.keyrack.contract.Port;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.server.persistence.Transaction;

/// Whoever counts what is taken. Called within the transaction that changes a resource.
@Port("inventory counts what is taken; catalog does not know it")
public interface CapacityListener {

    /// @throws dev.keyrack.server.http.ProblemException if more is taken already than the resource would now allow
    void capacityChanged(Transaction tx, Resource changed);
}
