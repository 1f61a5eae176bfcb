import { describe, expect, it } from "vitest";
import { consoleMessages } from "#i18n/console.ts";
import { errorInWords } from "./error-in-words.ts";

describe("an error in words", () => {
  it("is its own text when the program raised it", () => {
    expect(errorInWords("bad page", consoleMessages.en)).toBe("bad page");
  });

  it("says what Python's own errors mean", () => {
    expect(errorInWords("timeout", consoleMessages.en)).toBe("its time was up (TimeoutError)");
    expect(errorInWords("cancelled", consoleMessages.zh)).toBe("等待时被取消了");
  });

  it("opens a task group's errors", () => {
    expect(errorInWords("group(boom, timeout)", consoleMessages.en)).toBe(
      "boom; its time was up (TimeoutError) (2 errors in a task group)",
    );
  });
});
