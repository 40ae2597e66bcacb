/** The name of something the program names in English; what has no name here is shown as it came. */
export const nameOf = (names: Record<string, string>, key: string): string =>
  names[key.toLowerCase().replace(/[^a-z0-9]/g, '')] ?? key;
