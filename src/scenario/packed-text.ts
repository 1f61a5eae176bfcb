import { describeValue } from "./describe-value.ts";
import { LIMITS } from "./limits.ts";
import type { Problem, Result } from "./problem.ts";

/** UTF-8 text, compressed (RFC 1951, `deflate-raw`) and written in the alphabet of addresses (RFC 4648 §5, no padding). */
export async function packText(text: string): Promise<string> {
  const packed = await collect(
    new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")),
    Infinity,
  );
  return base64urlOf(new Uint8Array(packed));
}

/** The text in a packed one. What unpacks to more than the limit is given up while it unpacks. */
export async function unpackText(packed: string, path: string): Promise<Result<string>> {
  try {
    const bytes = bytesOf(packed);
    const unpacking = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const unpacked = await collect(unpacking, LIMITS.unpackedLinkBytes);
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(unpacked) };
  } catch (error) {
    return { ok: false, problems: [error instanceof TooLarge ? tooLarge(path) : damaged(path, packed)] };
  }
}

class TooLarge extends Error {}

async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>, limit: number): Promise<ArrayBuffer> {
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw new TooLarge();
    }
    chunks.push(read.value);
  }
  return new Blob(chunks).arrayBuffer();
}

function base64urlOf(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** @throws on any character outside the alphabet: `atob` itself would skip white space. */
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(base64url)) throw new SyntaxError("not base64url");
  const binary = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function damaged(path: string, packed: string): Problem {
  return { path, code: "broken_link", found: describeValue(packed), allowed: "base64url(deflate-raw(JSON))" };
}

function tooLarge(path: string): Problem {
  const limit = String(LIMITS.unpackedLinkBytes);
  return { path, code: "too_long", found: `> ${limit}`, allowed: limit };
}
