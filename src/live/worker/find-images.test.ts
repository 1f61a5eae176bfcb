import { describe, expect, it } from "vitest";
import { findImages } from "./find-images.ts";

describe("the images of a page", () => {
  it("come in the order of the page, whatever the quotes and the case", () => {
    const html = `<img src="/a.png"><p><IMG alt='x > y' SRC='/b.png'/></p><img src=/c.png><img src = "/d.png" >`;
    expect(findImages(html)).toEqual(["/a.png", "/b.png", "/c.png", "/d.png"]);
  });

  it("are not those of comments, scripts and styles", () => {
    const html = `<!-- <img src="no.png"> --><script>"<img src='no.png'>"</script><style><img src=no></style>
      <textarea><img src=no></textarea><title><img src=no></title><img src="yes.png">`;
    expect(findImages(html)).toEqual(["yes.png"]);
  });

  it("are not hidden by a comment or a script that never ends", () => {
    expect(findImages(`<img src="a"><!-- <img src="b">`)).toEqual(["a"]);
    expect(findImages(`<img src="a"><script> <img src="b">`)).toEqual(["a"]);
  });

  it("have their own src, not one that is part of another attribute", () => {
    const html = `<img data-src="no" srcset="no 2x" alt="src=no" src="yes"><img alt="none"><image src="no">`;
    expect(findImages(html)).toEqual(["yes"]);
  });

  it("take the first src, and an empty one as it is", () => {
    expect(findImages(`<img src="one" src="two"><img src=""><img src>`)).toEqual(["one", "", ""]);
  });

  it("have the entities of their addresses replaced", () => {
    expect(findImages(`<img src="/?a=1&amp;b=&#50;&#x33;&nope;">`)).toEqual(["/?a=1&b=23&nope;"]);
  });

  it("may stand after text that only looks like markup", () => {
    expect(findImages(`1 < 2 <3 </> <!doctype html><img src="a">`)).toEqual(["a"]);
  });

  it("are found in time in a page that is one broken tag", () => {
    expect(findImages(`<img ${"a=".repeat(20_000)}`)).toEqual([]);
    expect(findImages("<img a=".repeat(20_000))).toEqual([]);
  });
});
