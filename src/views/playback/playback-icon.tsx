const DRAWINGS = {
  start: <path d="M3.5 3v10M12.5 3.5v9L5.5 8z" fill="currentColor" />,
  previousMoment: <path d="m7.5 3.5-4.5 4.5 4.5 4.5M13 3.5 8.5 8l4.5 4.5" />,
  back: <path d="M10 3.5 5.5 8l4.5 4.5" />,
  play: <path d="M5 3v10l8-5z" fill="currentColor" />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2.5" />,
  on: <path d="M6 3.5 10.5 8 6 12.5" />,
  nextMoment: <path d="M3 3.5 7.5 8 3 12.5M8.5 3.5 13 8l-4.5 4.5" />,
  end: <path d="M12.5 3v10M3.5 3.5v9l7-4.5z" fill="currentColor" />,
  hold: <path d="M4 14V2.5h8.500l-2.300 3.200 2.300 3.200H4" />,
  more: <path d="M3.500 8h.010M8 8h.010M12.500 8h.010" strokeWidth="2.500" />,
  loop: <path d="M3 8a3.5 3.5 0 0 1 3.5-3.5h6m-2-2 2 2-2 2M13 8a3.5 3.5 0 0 1-3.5 3.5h-6m2 2-2-2 2-2" />,
} as const;

export type PlaybackIconName = keyof typeof DRAWINGS;

export function PlaybackIcon({ name }: { readonly name: PlaybackIconName }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {DRAWINGS[name]}
    </svg>
  );
}
