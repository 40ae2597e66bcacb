/** Everything the buyer page says, in Chinese. The English dictionary has the same shape. */
export const zh = {
  title: '在线客服',
  status: {
    online: '在线 · 有问必答',
    connecting: '正在连接…',
    offline: '连接中断，正在重连…',
    away: '未连接',
  },
  switchLanguage: 'English',
  toDark: '切换到深色',
  toLight: '切换到浅色',
  offlineBanner: '网络不太稳定，正在重新连接，您的消息不会丢失',
  reconnectNow: '立即重连',
  failed: {
    heading: '暂时连不上客服',
    unreachable: '服务器没有回应，请检查网络后再试一次。',
    otherwise: '客服系统暂时无法提供服务，请稍后再试。',
    retry: '重新连接',
  },
  elsewhere: {
    heading: '聊天打开的窗口太多了',
    explanation: '这个窗口先停下来接收消息，记录都在，不会丢失。',
    takeBack: '在此窗口继续',
  },
  welcome: {
    heading: '您好，有什么可以帮您？',
    explanation: '直接输入您的问题，或点选下面的常见问题；想找人工，回复“人工”。',
    questions: ['什么时候发货？', '怎么退换货？', '现在有什么优惠？', '可以开发票吗？'],
  },
  imageTooLarge: '图片不能超过 10 MB，请压缩后再发。',
  notAnImage: '目前只能发送图片。',
  close: '知道了',
  chat: {
    placeholder: '请输入您的问题',
    send: '发送',
    upload: '发送图片（最大 10 MB）',
    serviceSaid: '客服说：',
    typing: '对方正在输入…',
    sendFailed: '发送失败。[重新发送][RETRY]。',
    history: '聊天记录，用方向键浏览',
    newMessages: '有新消息',
    end: '已经到底了',
    suggestions: '可选的回答',
    emptyMessage: '还没有输入内容',
  },
};

export type BuyerText = typeof zh;
