// A web client: botframework-directlinejs against Direct Line of a running ReplyBot.
import { createRequire } from 'node:module';
import WebSocket from 'ws';
import { baseUrl, expect, run, within } from './expect.mjs';

const require = createRequire(import.meta.url);
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = WebSocket;
const { ConnectionStatus, DirectLine } = require('botframework-directlinejs');

const base = baseUrl();
const secret = process.argv[3];
const domain = `${base}/v3/directline`;
const question = '什么时候发货';

let token;
let conversationId;
let postedId;
let firstReply;
const clientActivityID = `counterpart-${Date.now().toString(36)}`;

async function post(path, { bearer, body } = {}) {
  const response = await fetch(`${base}${path}`, {
    method: 'POST',
    headers: { ...(bearer && { authorization: `Bearer ${bearer}` }), 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
  const text = await response.text();
  expect(response.ok, `POST ${path} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** Collects what a client receives and lets others wait for it. */
function listen(client) {
  const activities = [];
  const waiting = [];
  const subscription = client.activity$.subscribe(
    (activity) => {
      activities.push(activity);
      for (const wait of [...waiting]) wait();
    },
    (error) => console.error(`the activity stream broke: ${error?.message ?? error}`),
  );
  const first = (what, matches) =>
    within(
      new Promise((resolve) => {
        const look = () => {
          const found = activities.find(matches);
          if (found) {
            waiting.splice(waiting.indexOf(look), 1);
            resolve(found);
          }
        };
        waiting.push(look);
        look();
      }),
      what,
    );
  const close = () => {
    subscription.unsubscribe();
    client.end();
  };
  return { activities, first, close };
}

const send = (client, activity) =>
  within(new Promise((resolve, reject) => client.postActivity(activity).subscribe(resolve, reject)), 'posting an activity');

const isBotMessage = (activity) => activity.type === 'message' && activity.from.role === 'bot';
const isEcho = (activity) => activity.channelData?.clientActivityID === clientActivityID;

await run([
  ['a token is issued', async () => {
    const issued = secret
      ? await post('/v3/directline/tokens/generate', { bearer: secret, body: { user: { id: 'dl_counterpart', name: '王女士' } } })
      : await post('/webchat/token');
    expect(typeof issued.token === 'string' && issued.token.length > 0, 'the answer has no token');
    expect(issued.expires_in > 900, `expires_in is ${issued.expires_in}, but clients refresh after 900 seconds`);
    ({ token } = issued);
  }],

  ['the client posts, sees its own echo and a reply', async () => {
    const client = new DirectLine({ token, domain, webSocket: true });
    const { first, close } = listen(client);
    await within(
      new Promise((resolve, reject) =>
        client.connectionStatus$.subscribe((status) => {
          if (status === ConnectionStatus.Online) resolve();
          if (status === ConnectionStatus.FailedToConnect) reject(new Error('the client failed to connect'));
        })),
      'going online',
    );
    postedId = await send(client, {
      type: 'message',
      from: { id: 'dl_pretended', name: '冒充' },
      text: question,
      locale: 'zh-CN',
      channelData: { clientActivityID, counterpart: { keeps: ['this', 1.5, null] } },
    });
    expect(typeof postedId === 'string' && postedId !== 'retry' && postedId !== '', `posting returned ${postedId}`);

    const echo = await first('the echo', isEcho);
    expect(echo.id === postedId, `the echo has id ${echo.id}, the post returned ${postedId}`);
    expect(echo.text === question, `the echo says ${echo.text}`);
    expect(echo.from.role === 'user', `the echo is from role ${echo.from.role}`);
    expect(echo.from.id !== 'dl_pretended', 'the sender chose its own user id');
    expect(JSON.stringify(echo.channelData.counterpart) === '{"keeps":["this",1.5,null]}', 'the channel data were changed');

    firstReply = await first('a reply', isBotMessage);
    expect(firstReply.text?.trim(), 'the reply is empty');
    expect(firstReply.conversation?.id === client.conversationId, 'the reply names another conversation');
    ({ conversationId } = client);
    ({ token } = client);
    close();
  }],

  ['the same message posted again is not stored again', async () => {
    const again = await post(`/v3/directline/conversations/${conversationId}/activities`, {
      bearer: token,
      body: { type: 'message', text: question, channelData: { clientActivityID } },
    });
    expect(again.id === postedId, `the repeated post returned ${again.id} instead of ${postedId}`);
  }],

  ['a client that reconnects gets the whole transcript back', async () => {
    const client = new DirectLine({ token, domain, conversationId, watermark: '0', webSocket: true });
    const { activities, first, close } = listen(client);
    await first('the replayed reply', (activity) => activity.id === firstReply.id);
    expect(activities.filter(isEcho).length === 1, `the echo was replayed ${activities.filter(isEcho).length} times`);
    expect(activities.findIndex(isEcho) < activities.findIndex(isBotMessage), 'the transcript is out of order');
    close();
  }],

  ['a client that polls gets the same', async () => {
    const client = new DirectLine({ token, domain, conversationId, watermark: '0', webSocket: false, pollingInterval: 200 });
    const { first, close } = listen(client);
    await first('the polled reply', (activity) => activity.id === firstReply.id);
    close();
  }],

  ['a token is refreshed for the same conversation', async () => {
    const refreshed = await post('/v3/directline/tokens/refresh', { bearer: token });
    expect(refreshed.conversationId === conversationId, 'the refreshed token is for another conversation');
    expect(refreshed.token && refreshed.token !== token, 'the token is not new');
  }],

  ['a token is refused in a conversation that is not its own', async () => {
    const response = await fetch(`${domain}/conversations/somebody-elses/activities`, { headers: { authorization: `Bearer ${token}` } });
    expect([403, 404].includes(response.status), `reading it answered ${response.status}`);
    const problem = await response.json();
    expect(problem.error?.code && problem.title, 'the refusal carries no error code or title');
  }],
]);
