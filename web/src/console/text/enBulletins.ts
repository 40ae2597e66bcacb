import type { zhBulletins } from './zhBulletins';

/** What the bulletins say, in English. */
export const enBulletins: typeof zhBulletins = {
  explanation: 'Changes of the platforms’ rules. Agents confirm each before going online. A bulletin cannot be changed: withdraw it and write it anew.',
  write: 'Write a bulletin',
  writeHint: 'Agents who are online see it at once; everybody confirms it before going online the next time.',
  publish: 'Send out',
  published: 'The bulletin is out',
  channel: 'Platform',
  allChannels: 'All platforms',
  anyChannel: 'Filter by platform',
  title: 'Title',
  text: 'Text',
  effectiveOn: 'In force from',
  about: (day, by, at) => `In force from ${day} · by ${by}, ${at}`,
  none: 'There are no bulletins yet.',
  readByMe: (at) => `You confirmed it ${at}`,
  readBy: (read, of) => `read by ${read} of ${of}`,
  unread: 'unread',
  withdraw: 'Withdraw',
  withdrawn: 'Withdrawn',
  withdrawConfirm: (title) => `Withdraw “${title}”? Nobody has to confirm it any more; receipts are kept.`,
  gate: (count) => (count > 1 ? `Please read before going online (${count} left)` : 'Please read before going online'),
  gateHint: 'You get new buyers once you have confirmed. The time is recorded.',
  later: 'Later, stay on a break',
  confirm: 'I have read this',
};
