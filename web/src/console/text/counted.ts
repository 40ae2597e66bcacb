/** So many of a thing, in English: 1 script, 2 scripts. */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
