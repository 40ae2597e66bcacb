// A channel with many buyers at once: each sends a message, waits for its acknowledgement and for the reply, then sends the next.
//   node load.mjs <bot's address> <name> <buyers> <seconds>
import { createServer, Agent, request as httpRequest } from 'node:http';

const [bot, name, buyers, seconds] = [process.argv[2], process.argv[3], Number(process.argv[4]), Number(process.argv[5])];
const agent = new Agent({ keepAlive: true, maxSockets: 200 });
const waiting = new Map();

/** Replies come back here, as they do to Microsoft's connector. */
const connector = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const conversation = decodeURIComponent(/conversations\/([^/]+)/.exec(request.url)?.[1] ?? '');
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"taken"}');
  if (JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}').type === 'message') waiting.get(conversation)?.();
});
await new Promise((listening) => connector.listen(0, '127.0.0.1', listening));
const serviceUrl = `http://127.0.0.1:${connector.address().port}/`;

function post(activity) {
  const body = Buffer.from(JSON.stringify(activity));
  return new Promise((resolve, reject) => {
    const call = httpRequest(`${bot}/api/messages`, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': body.length } }, (answer) => {
      answer.resume();
      answer.on('end', () => (answer.statusCode < 300 ? resolve() : reject(new Error(`status ${answer.statusCode}`))));
    });
    call.on('error', reject);
    call.end(body);
  });
}

const questions = ['什么时候发货', '退货运费谁出', '可以开发票吗'];
let number = 0;
const acknowledged = [];
const replied = [];
let failures = 0;
let until = 0;

async function buyer(which) {
  for (let asked = 0, conversation; performance.now() < until; asked++) {
    // A few questions, then a new conversation: nobody asks a shop the same for ever.
    const question = asked % questions.length;
    if (question === 0) conversation = `${name}-${which}-${asked}-${number}`;
    number++;
    const reply = new Promise((resolve) => waiting.set(conversation, resolve));
    const began = performance.now();
    try {
      await post({
        type: 'message', id: `a${number}`, text: questions[question], channelId: 'emulator', serviceUrl, timestamp: new Date().toISOString(),
        from: { id: `buyer-${which}`, role: 'user' }, recipient: { id: 'bot', role: 'bot' }, conversation: { id: conversation },
      });
      acknowledged.push(performance.now() - began);
      await Promise.race([reply, new Promise((_, late) => setTimeout(() => late(new Error('no reply')), 20_000).unref())]);
      replied.push(performance.now() - began);
    } catch (error) {
      if (failures++ === 0) console.error(`${name}: ${error.message}`);
    }
    waiting.delete(conversation);
  }
}

async function round(length) {
  acknowledged.length = replied.length = failures = 0;
  until = performance.now() + length * 1000;
  await Promise.all(Array.from({ length: buyers }, (_, which) => buyer(which)));
}

// Both programs are compiled while they run; what is measured begins when they are warm.
await round(Math.min(15, seconds));
await round(seconds);
const at = (times, share) => times.sort((a, b) => a - b)[Math.ceil(share * times.length) - 1]?.toFixed(1) ?? '-';
console.log(`${name}: ${(replied.length / seconds).toFixed(0)} turns/s, acknowledged p50 ${at(acknowledged, 0.5)} ms, p99 ${at(acknowledged, 0.99)} ms; replied p50 ${at(replied, 0.5)} ms, p99 ${at(replied, 0.99)} ms; ${failures} failed`);
process.exit(0);
