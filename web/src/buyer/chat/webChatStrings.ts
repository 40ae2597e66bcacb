import type { BuyerText } from '../text/zh';

/** Web Chat's own words that read better in a shop: nobody wants to be told what "the bot" said. */
export function webChatStrings(text: BuyerText): Record<string, string> {
  const { chat } = text;
  return {
    ACTIVITY_BOT_SAID_ALT: chat.serviceSaid,
    ACTIVITY_STATUS_SEND_FAILED_RETRY: chat.sendFailed,
    SEND_BOX_IS_EMPTY_TOOLTIP_ALT: chat.emptyMessage,
    SUGGESTED_ACTIONS_LABEL_ALT: chat.suggestions,
    TEXT_INPUT_PLACEHOLDER: chat.placeholder,
    TEXT_INPUT_SEND_BUTTON_ALT: chat.send,
    TEXT_INPUT_UPLOAD_BUTTON_ALT: chat.upload,
    TRANSCRIPT_ARIA_LABEL_ALT: chat.history,
    TRANSCRIPT_NEW_MESSAGES: chat.newMessages,
    TRANSCRIPT_TERMINATOR_TEXT: chat.end,
    TYPING_INDICATOR_SINGLE_TEXT: chat.typing,
    TYPING_INDICATOR_MULTIPLE_TEXT: chat.typing,
  };
}
