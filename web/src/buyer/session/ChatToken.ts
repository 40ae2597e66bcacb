/** What the program's own token endpoint answers. */
export interface ChatToken {
  token: string;
  expires_in: number;
  conversationId: string;
  userId: string;
  /** True when the visitor's cookie led back to a conversation that already has a transcript. */
  resumed: boolean;
  locale?: string;
  /** The shop's name for the header, where the program tells it. */
  shopName?: string;
}
