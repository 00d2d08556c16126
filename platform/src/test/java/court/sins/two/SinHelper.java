package court.sins.two;

import court.sins.one.SinController;

/** A name that says nothing, in a cycle with its user. */
public record SinHelper(SinController back) {}
