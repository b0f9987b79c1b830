package dev.keyrack.fx;

/// The state and the commands of one screen, without a widget.
public interface ViewModel {

    /// The screen is in view from now on: subscribe here.
    void onShow();

    /// The screen has left: close every subscription here.
    void onHide();
}
