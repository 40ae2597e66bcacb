/** What to call a buyer: the channel's name for them, else the end of their id. */
export const buyerName = (buyer: { id: string; name: string | null }): string => buyer.name || `#${buyer.id.slice(-6)}`;
