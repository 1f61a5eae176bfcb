import fc from "fast-check";

// Property tests see the same examples everywhere: a failure in one place can be repeated in another.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_480 });
