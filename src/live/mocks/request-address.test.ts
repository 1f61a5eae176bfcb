import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AddressedRequest, addressOf, readAddress, VIRTUAL_ORIGIN } from "./request-address.ts";

const request: AddressedRequest = { run: "r1", request: "bobo", path: "/bobo", delay: 2000, answer: 200 };

describe("the address of a request", () => {
  it("is a URL that a person can read", () => {
    expect(addressOf(request)).toBe("https://site.invalid/bobo?run=r1&request=bobo&delay=2000&answer=200");
  });

  it("carries everything, whatever the names are", () => {
    const name = fc.string({ minLength: 1, unit: "grapheme" });
    const segment = name.filter((text) => text !== "." && text !== "..");
    const anyRequest = fc.record(
      {
        run: name,
        request: name,
        path: fc.array(segment).map((segments) => `/${segments.join("/")}`),
        delay: fc.integer({ min: 300, max: 30_000 }),
        answer: fc.oneof(fc.integer({ min: 200, max: 599 }), fc.constant("network_error" as const)),
        body: fc.integer({ min: 0, max: 300 }),
        threads: fc.integer({ min: 1, max: 50 }),
      },
      { requiredKeys: ["run", "request", "path", "delay", "answer"] },
    ) as fc.Arbitrary<AddressedRequest>;
    fc.assert(
      fc.property(anyRequest, (any) => {
        expect(readAddress(addressOf(any))).toEqual(any);
      }),
    );
  });

  it("stays on the virtual origin, whatever the path says", () => {
    const path = fc.string({ unit: "binary" }).map((text) => `/${text}`);
    fc.assert(
      fc.property(path, (any) => {
        expect(new URL(addressOf({ ...request, path: any })).origin).toBe(VIRTUAL_ORIGIN);
      }),
    );
  });

  it.each([
    ["run", "?request=a&delay=1&answer=200"],
    ["run", "?run=&request=a&delay=1&answer=200"],
    ["request", "?run=r&delay=1&answer=200"],
    ["delay", "?run=r&request=a&answer=200"],
    ["delay", "?run=r&request=a&delay=1.5&answer=200"],
    ["delay", "?run=r&request=a&delay=-1&answer=200"],
    ["delay", "?run=r&request=a&delay=86400001&answer=200"],
    ["answer", "?run=r&request=a&delay=1&answer=199"],
    ["answer", "?run=r&request=a&delay=1&answer=600"],
    ["answer", "?run=r&request=a&delay=1&answer=ok"],
    ["body", "?run=r&request=a&delay=100&answer=200&body=101"],
    ["threads", "?run=r&request=a&delay=1&answer=200&threads=0"],
    ["path", "%ff?run=r&request=a&delay=1&answer=200"],
  ])("names the parameter that is wrong: %s in %s", (name, rest) => {
    expect(() => readAddress(`${VIRTUAL_ORIGIN}/${rest}`)).toThrow(RangeError);
    expect(() => readAddress(`${VIRTUAL_ORIGIN}/${rest}`)).toThrow(new RegExp(`^${name} `));
  });
});
