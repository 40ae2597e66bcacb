import { TypingDots } from './TypingDots';

interface TypingRequest {
  visible: boolean;
}

/** Web Chat's own indicator is a picture made for white pages. */
export const typingIndicator = (label: string) => () => () => (request: TypingRequest) =>
  request.visible ? <TypingDots label={label} /> : null;
