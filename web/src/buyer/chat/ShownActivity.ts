export interface ShownAttachment {
  contentType?: string;
  contentUrl?: string;
  thumbnailUrl?: string;
}

/** What the page reads of an activity besides what Web Chat does with it. */
export interface ShownActivity {
  type?: string;
  id?: string;
  textFormat?: string;
  attachments?: ShownAttachment[];
  from?: { name?: string; role?: string };
  channelData?: Record<string, unknown>;
}

/** The name of the person behind a message; null for the bot and for the buyer. */
export function personName(activity: ShownActivity): string | null {
  const ours = activity.channelData?.replyBot as { from?: string } | undefined;
  return ours?.from === 'agent' ? (activity.from?.name ?? null) : null;
}
