const PATHS = {
  present: <path d="M1.8 3h12.4v8H1.8zM8 11v2.6M5.3 13.8h5.4" />,
  fullscreen: <path d="M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10" />,
  laser: (
    <>
      <circle cx="8" cy="8" r="2.200" fill="currentColor" />
      <path d="M8 1.500v2M8 12.500v2M1.500 8h2M12.500 8h2" />
    </>
  ),
  link: (
    <path d="M6.5 9.5 9.500 6.500M7 4.500l1.600-1.600a3 3 0 0 1 4.500 4.500L11.500 9M9 11.500l-1.600 1.600a3 3 0 0 1-4.500-4.500L4.500 7" />
  ),
  statistics: <path d="M2.500 3.500h7M2.500 8h11M2.500 12.500h4.500" strokeWidth="2.400" />,
  compare: <path d="M2.500 3.500h5M2.500 8h9M2.500 12.500h7M13.500 1.500v13" strokeWidth="1.800" />,
  help: <path d="M5.500 6a2.500 2.500 0 1 1 3.600 2.300c-.8.400-1.100.900-1.100 1.700m0 2.300v.200" />,
  list: <path d="M5.500 4h8M5.500 8h8M5.500 12h8M2.500 4h.010M2.500 8h.010M2.500 12h.010" />,
  glossary: (
    <path d="M3 3.200h4.200c.5 0 .8.300.8.800v9c0-.5-.3-.8-.8-.8H3zM13 3.200H8.800c-.5 0-.8.300-.8.800v9c0-.5.3-.8.8-.8H13z" />
  ),
  back: <path d="m9.500 4-4 4 4 4" />,
  on: <path d="m6.500 4 4 4-4 4" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M8 2.3a5.700 5.700 0 0 1 0 11.400z" fill="currentColor" stroke="none" />
    </>
  ),
  down: <path d="m4.500 6.500 3.500 3.500 3.500-3.500" />,
  moveUp: <path d="M8 13V3.500M4.500 6.800 8 3.300l3.500 3.500" />,
  moveDown: <path d="M8 3v9.500M4.500 9.200 8 12.700l3.500-3.500" />,
  duplicate: <path d="M5.500 5.500h7.700v7.700H5.500zM10.500 5.300V2.800H2.800v7.700h2.500" />,
  remove: <path d="M3 4.500h10M6.500 4.300V2.800h3v1.500M4.300 4.700l.600 8.500h6.200l.600-8.500" />,
  plus: <path d="M8 3.500v9M3.500 8h9" />,
  undo: <path d="M5.800 3 2.800 6l3 3M3 6h6.200a3.500 3.500 0 0 1 0 7H6.500" />,
  redo: <path d="m10.200 3 3 3-3 3M13 6H6.800a3.500 3.500 0 0 0 0 7h2.700" />,
  grip: <path d="M6 4h.010M10 4h.010M6 8h.010M10 8h.010M6 12h.010M10 12h.010" strokeWidth="2" />,
} as const;

export type IconName = keyof typeof PATHS;

/** A 16 × 16 line drawing in the colour of the text around it; decoration only: the control beside it has a name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {PATHS[name]}
    </svg>
  );
}
