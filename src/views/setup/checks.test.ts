import { expect, test } from "vitest";
import { setupMessages } from "#i18n/setup.ts";
import { checkCount, checkOptionalCount, checkOptionalSeconds, checkSeconds, checkUrl } from "./checks.ts";

const { en, zh } = setupMessages;

test("a delay is told what is allowed, with the field's name and the limit", () => {
  expect(checkSeconds(en, en.delay)("abc")).toEqual({
    ok: false,
    message: "Delay: a number of seconds from 0 to 86400, such as 0.25.",
  });
  expect(checkSeconds(zh, zh.delay)("86400.001")).toMatchObject({ ok: false });
  expect(checkSeconds(zh, zh.delay)("86400")).toEqual({ ok: true, value: 86_400_000 });
  expect(checkSeconds(en, en.delay)("0.0001")).toMatchObject({
    message: "Delay: at most three decimals, that is whole milliseconds.",
  });
});

test("an empty field means nothing only where nothing may be", () => {
  expect(checkOptionalSeconds(en, "X")("")).toEqual({ ok: true, value: undefined });
  expect(checkOptionalCount(en, "X", 9)(" ")).toEqual({ ok: true, value: undefined });
  expect(checkSeconds(en, "X")("")).toMatchObject({ ok: false });
  expect(checkCount(en, "X", 1, 9)("")).toMatchObject({ ok: false });
});

test("counts are whole and within their limits", () => {
  const check = checkCount(en, "X", 1, 9);
  expect(check("9")).toEqual({ ok: true, value: 9 });
  for (const text of ["0", "10", "2.5", "-1", "1e1", "99999999999999999999"])
    expect(check(text).ok).toBe(false);
});

test("a URL is any label that can be shared", () => {
  expect(checkUrl(en)("随便 什么")).toEqual({ ok: true, value: "随便 什么" });
  expect(checkUrl(en)("x".repeat(2049))).toMatchObject({ message: "URL: 2,049 characters; at most 2,048." });
  expect(checkUrl(en)("\ud800").ok).toBe(false);
});
