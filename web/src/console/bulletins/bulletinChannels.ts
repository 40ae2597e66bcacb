/** The platforms that have rules of their own. */
export const bulletinChannels = ['taobao', 'tmall', 'jd', 'pinduoduo', 'douyin', 'kuaishou', 'xiaohongshu', 'wechat', 'web'];
