import { describe, expect, it } from "vitest";
import type { AddressedRequest } from "../request-address.ts";
import { renderAnswer, routes } from "./routes.ts";

const request = (path: string): AddressedRequest => ({
  run: "r",
  request: "a & b",
  path,
  delay: 0,
  answer: 200,
});

describe("the routes", () => {
  it("are listed by the index, all of them", () => {
    const index = renderAnswer(200, request("/"));
    const listed = [...index.matchAll(/href="([^"]+)"/g)].map(([, path]) => path);
    expect(["/", ...listed]).toEqual(routes.map(({ path }) => path));
    expect(listed).toEqual(["/main", "/bobo", "/jay", "/tom"]);
  });

  it.each(routes)("$path answers with its title in both languages and the request's name", (route) => {
    const html = renderAnswer(200, request(route.path));
    expect(html).toContain(route.title.zh);
    expect(html).toContain("<footer>a &#38; b</footer>");
    expect(html).toContain('<small lang="en">');
  });

  it("give the same page to the same request", () => {
    for (const { path } of routes) {
      expect(renderAnswer(200, request(path))).toBe(renderAnswer(200, request(path)));
    }
  });
});
