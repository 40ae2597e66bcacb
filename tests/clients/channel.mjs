// A channel, and a bot that calls ReplyBot as its skill: botbuilder takes the replies, and the client that
// botframework-connector makes from its configuration sends.
import { createServer } from 'node:http';
import botbuilder from 'botbuilder';
import { baseUrl, expect, run, within } from './expect.mjs';

const { ActivityTypes, ChannelServiceHandlerBase, ChannelServiceRoutes, ConfigurationBotFrameworkAuthentication, RoleTypes } = botbuilder;

const base = baseUrl();
const authentication = new ConfigurationBotFrameworkAuthentication({});

/** Takes replies as Microsoft's own channel service does. */
class Replies extends ChannelServiceHandlerBase {
  received = [];
  waiting = [];

  authenticate(header) {
    return authentication.authenticateChannelRequest(header);
  }

  async onReplyToActivity(_identity, conversationId, activityId, activity) {
    this.received.push({ conversationId, activityId, activity });
    for (const wait of [...this.waiting]) wait();
    return { id: `taken-${this.received.length}` };
  }

  async onSendToConversation(identity, conversationId, activity) {
    return this.onReplyToActivity(identity, conversationId, undefined, activity);
  }

  to(conversationId) {
    return within(
      new Promise((resolve) => {
        const look = () => {
          const found = this.received.find((reply) => reply.conversationId === conversationId && reply.activity.type === ActivityTypes.Message);
          if (found) resolve(found);
        };
        this.waiting.push(look);
        look();
      }),
      `a reply to ${conversationId}`,
    );
  }
}

/** As much of a web server as Microsoft's routes need. */
function serve(register) {
  const routes = [];
  const add = (method) => (path, handler) => {
    const names = [];
    const pattern = path.replace(/:(\w+)/g, (_, name) => {
      names.push(name);
      return '([^/]+)';
    });
    routes.push({ method, pattern: new RegExp(`^${pattern}$`), names, handler });
  };
  register({ get: add('GET'), post: add('POST'), put: add('PUT'), del: add('DELETE') });

  return createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://channel');
    const route = routes.find(({ method, pattern }) => method === request.method && pattern.test(pathname));
    if (!route) {
      response.writeHead(404).end();
      return;
    }
    const values = route.pattern.exec(pathname).slice(1).map(decodeURIComponent);
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    request.body = JSON.parse(Buffer.concat(chunks).toString('utf8') || 'null');
    request.params = Object.fromEntries(route.names.map((name, i) => [name, values[i]]));
    const answer = {
      status: (code) => { response.statusCode = code; },
      send: (body) => {
        response.setHeader('content-type', 'application/json');
        response.write(JSON.stringify(body));
      },
      end: () => response.end(),
    };
    route.handler(request, answer, () => {});
  });
}

const replies = new Replies();
const server = serve((routes) => new ChannelServiceRoutes(replies).register(routes));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const serviceUrl = `http://127.0.0.1:${server.address().port}`;
const runId = Date.now().toString(36);

const message = (id, text, more = {}) => ({
  type: ActivityTypes.Message,
  id: `${runId}-${id}`,
  timestamp: new Date().toISOString(),
  serviceUrl,
  channelId: 'emulator',
  from: { id: 'buyer-1', name: '王女士', role: RoleTypes.User },
  recipient: { id: 'shop-bot', name: '小店', role: RoleTypes.Bot },
  conversation: { id: `${runId}/conversation ${id}` },
  locale: 'zh-CN',
  text,
  channelData: { counterpart: true },
  ...more,
});

const post = (body, headers = {}) =>
  fetch(`${base}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

function expectReply({ activityId, activity }, asked) {
  expect(activityId === asked.id, `the reply came to .../activities/${activityId}, asked was ${asked.id}`);
  expect(activity.replyToId === asked.id, `replyToId is ${activity.replyToId}`);
  expect(activity.text?.trim(), 'the reply is empty');
  expect(activity.id, 'the reply has no id');
  expect(activity.from?.id === asked.recipient.id, `the reply is from ${activity.from?.id}, not from the bot's account`);
  expect(activity.recipient?.id === asked.from.id, `the reply is for ${activity.recipient?.id}`);
  expect(activity.channelId === asked.channelId, `the reply names channel ${activity.channelId}`);
}

await run([
  ['a channel sends an activity and gets the reply', async () => {
    const asked = message('plain', '什么时候发货');
    const response = await post(asked);
    expect(response.status >= 200 && response.status < 300, `/api/messages answered ${response.status}: ${await response.text()}`);
    expectReply(await replies.to(asked.conversation.id), asked);
  }],

  ['an activity delivered twice is answered once', async () => {
    const asked = message('twice', '怎么退货');
    expect((await post(asked)).ok, 'the first delivery was refused');
    await replies.to(asked.conversation.id);
    expect((await post(asked)).ok, 'the second delivery was refused');
    const after = message('after', '在吗');
    expect((await post(after)).ok, 'a later message was refused');
    await replies.to(after.conversation.id);
    const answers = replies.received.filter(({ conversationId }) => conversationId === asked.conversation.id);
    expect(new Set(answers.map(({ activity }) => activity.id)).size === answers.length, 'a reply came again under the same id');
    expect(answers.filter(({ activity }) => activity.type === ActivityTypes.Message).length === 1, `it was answered ${answers.length} times`);
  }],

  ['a bot calls as the client library does', async () => {
    const client = authentication.createBotFrameworkClient();
    const asked = message('skill', '可以开发票吗');
    const { status } = await client.postActivity('', '', `${base}/api/messages`, serviceUrl, asked.conversation.id, asked);
    expect(status >= 200 && status < 300, `the client library got ${status}`);
    expectReply(await replies.to(asked.conversation.id), asked);
  }],

  ['a conversation update is accepted', async () => {
    const update = message('update', undefined, { type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: 'buyer-1' }] });
    expect((await post(update)).ok, 'it was refused');
  }],

  ['a malformed activity is refused with a reason', async () => {
    const response = await post({ type: 'message', text: '没有会话' });
    expect(response.status === 400, `it answered ${response.status}`);
    expect((await response.json()).detail, 'the refusal gives no detail');
  }],

  ['a service address elsewhere is refused', async () => {
    const response = await post(message('elsewhere', '在吗', { serviceUrl: 'https://channel.example/' }));
    expect(response.status === 403, `it answered ${response.status}`);
  }],

  ['a caller from behind a proxy is refused', async () => {
    const response = await post(message('proxy', '在吗'), { 'x-forwarded-for': '203.0.113.9' });
    expect(response.status === 403, `it answered ${response.status}`);
  }],
]);
