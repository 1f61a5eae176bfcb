/** Elements whose content is text, whatever it looks like (HTML, § 13.2.5, RAWTEXT, RCDATA and script data states). */
const TEXT_ELEMENTS = new Set([
  "script",
  "style",
  "textarea",
  "title",
  "noscript",
  "iframe",
  "xmp",
  "noembed",
  "noframes",
]);

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What comes next at a `<`: a comment, a declaration or the like, an end tag, or the name of a start tag. */
const MARKUP = /<(?:!--[\s\S]*?(?:-->|$)|[!?/][^>]*|([a-z][^\s/>]*))/gi;
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/y;

/**
 * The addresses of the images in a page, in its order, as the page writes them: what `//img/@src` selects. A worker
 * has no DOM, hence a tokenizer: it knows comments, quotes, elements whose content is text, and the entities of XML
 * and by number; it builds no tree.
 */
export function findImages(html: string): readonly string[] {
  const images: string[] = [];
  const markup = new RegExp(MARKUP);
  for (let match = markup.exec(html); match !== null; match = markup.exec(html)) {
    const name = match[1]?.toLowerCase();
    if (name === undefined) continue;
    const { source, end } = readAttributes(html, markup.lastIndex);
    if (name === "img" && source !== undefined) images.push(source);
    markup.lastIndex = TEXT_ELEMENTS.has(name) ? endOfText(html, name, end) : end;
  }
  return images;
}

/** The `src` among the attributes from here on, the first one as for a browser, and where the attributes end. */
function readAttributes(html: string, from: number): { source: string | undefined; end: number } {
  const attribute = new RegExp(ATTRIBUTE);
  let source: string | undefined;
  let end = from;
  attribute.lastIndex = from;
  for (let match = attribute.exec(html); match !== null; match = attribute.exec(html)) {
    const [, name = "", double, single, bare] = match;
    if (name.toLowerCase() === "src") source ??= decodeEntities(double ?? single ?? bare ?? "");
    end = attribute.lastIndex;
  }
  return { source, end };
}

function endOfText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s/>]`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10_ff_ff ? "\ufffd" : String.fromCodePoint(code);
  });
}
