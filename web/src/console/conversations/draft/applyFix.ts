import type { Finding } from '../../api/types';

/** The draft with a finding's proposal in the place of the marked words. */
export const applyFix = (text: string, finding: Finding): string =>
  finding.fix === null ? text : text.slice(0, finding.start) + finding.fix + text.slice(finding.start + finding.length);
