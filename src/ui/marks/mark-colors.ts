/** What a mark is drawn in: strokes and solid fills; and their pale companion. */
export interface MarkColors {
  readonly graphic: string;
  readonly fill: string;
}
