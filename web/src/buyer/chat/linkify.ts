const link = /https?:\/\/[^\s<>"'，。；！？、）】》]+/gi;
const special: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => special[character] ?? character);

/**
 * A message's text as HTML: everything escaped, line breaks kept, and web addresses made into links that open in a new
 * window. Messages are plain text, so no other markup is understood: an asterisk stays an asterisk.
 */
export function linkify(text: string): string {
  let html = '';
  let last = 0;
  for (const match of text.matchAll(link)) {
    const address = match[0].replace(/[.,;:!?)\]]+$/, '');
    html += escapeHtml(text.slice(last, match.index));
    html += `<a href="${escapeHtml(address)}" target="_blank" rel="noopener noreferrer">${escapeHtml(address)}</a>`;
    last = match.index + address.length;
  }
  html += escapeHtml(text.slice(last));
  return `<p>${html.replace(/\r?\n/g, '<br />')}</p>`;
}
