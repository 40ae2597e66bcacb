import type { BuyerText } from './zh';

export const en: BuyerText = {
  title: 'Customer service',
  status: {
    online: 'Online',
    connecting: 'Connecting…',
    offline: 'Connection lost, reconnecting…',
    away: 'Not connected',
  },
  switchLanguage: '中文',
  toDark: 'Switch to dark',
  toLight: 'Switch to light',
  offlineBanner: 'The connection is unstable. Reconnecting; your messages are safe',
  reconnectNow: 'Reconnect now',
  failed: {
    heading: 'Customer service cannot be reached',
    unreachable: 'The server does not answer. Check your network and try again.',
    otherwise: 'The service is not available at the moment. Please try again later.',
    retry: 'Try again',
  },
  elsewhere: {
    heading: 'The chat is open in too many windows',
    explanation: 'This one receives no messages for now. Nothing of the conversation is lost.',
    takeBack: 'Continue here',
  },
  welcome: {
    heading: 'Hello, how can we help?',
    explanation: 'Type your question or choose one below. To talk to a person, reply “人工”.',
    questions: ['什么时候发货？', '怎么退换货？', '现在有什么优惠？', '可以开发票吗？'],
  },
  imageTooLarge: 'Pictures may have up to 10 MB. Please send a smaller one.',
  notAnImage: 'Only pictures can be sent here.',
  close: 'OK',
  chat: {
    placeholder: 'Type your question',
    send: 'Send',
    upload: 'Send a picture (up to 10 MB)',
    serviceSaid: 'Service said:',
    typing: 'Typing…',
    sendFailed: 'Not sent. [Try again][RETRY].',
    history: 'Conversation, use arrow keys to navigate',
    newMessages: 'New messages',
    end: 'End of the conversation',
    suggestions: 'Suggested answers',
    emptyMessage: 'The message is empty',
  },
};
