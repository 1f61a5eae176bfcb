import { escapeHtml } from "./routes/render-page.ts";

/** A small picture that shows its own name, as SVG; `hue` is taken from the name, so each looks different. */
export function drawImage(name: string): string {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 0);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90" viewBox="0 0 160 90">
  <rect width="160" height="90" fill="hsl(${hue} 45% 82%)"/>
  <text x="80" y="50" font-family="sans-serif" font-size="16" text-anchor="middle">${escapeHtml(name)}</text>
</svg>
`;
}
