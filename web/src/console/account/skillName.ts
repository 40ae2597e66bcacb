import type { ConsoleText } from '../text/zh';
import { nameOf } from '../text/nameOf';

/** A skill as people call it: a stage of the buyer's journey, or a category of the catalogue. */
export const skillName = (text: ConsoleText, skill: string): string => nameOf({ ...text.names.category, ...text.names.stage }, skill);
