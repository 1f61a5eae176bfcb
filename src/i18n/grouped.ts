/** A count as every view writes it, in both languages: 10,000. */
export const grouped = (count: number): string => count.toLocaleString("en");
