// Many idle buyers: opens Direct Line sockets, keeps them open, and lets one buyer after the other ask something meanwhile.
//   node bench/security/sockets.mjs http://127.0.0.1:5000 SERVER_PID [sockets] [seconds]
// Wanted: no socket is dropped, the server stays under 600 MB, and p99 of a new message is under 500 ms. See README.md for the settings.
import http from "node:http";
import net from "node:net";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";

const [base = "http://127.0.0.1:5000", pid = "", wanted = "10000", seconds = "600"] = process.argv.slice(2);
const { hostname, port, host } = new URL(base);
const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });
const questions = ["什么时候发货", "怎么退货", "可以开发票吗"];
const messagePause = 200;

let dropped = 0, closing = false;
const stored = [], answered = [];

function call(path, token, body) {
  return new Promise((resolve, reject) => {
    const text = body ? JSON.stringify(body) : "";
    const request = http.request(base + path, { method: "POST", agent, headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}), "content-type": "application/json", "content-length": Buffer.byteLength(text) } }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk)).on("end", () => {
        const answer = Buffer.concat(chunks).toString();
        if (response.statusCode >= 300) reject(new Error(`${path}: ${response.statusCode} ${answer.slice(0, 200)}`));
        else resolve(JSON.parse(answer));
      });
    });
    request.on("error", reject).end(text);
  });
}

/** A socket without anything beside it: ten thousand full clients would take the machine away from the server. */
function open(streamUrl, buyer) {
  return new Promise((resolve, reject) => {
    const { pathname, search } = new URL(streamUrl);
    const socket = net.connect(Number(port), hostname, () => socket.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n\r\n`));
    let received = Buffer.alloc(0), upgraded = false;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => {
      received = received.length ? Buffer.concat([received, chunk]) : chunk;
      if (!upgraded) {
        const head = received.indexOf("\r\n\r\n");
        if (head < 0) return;
        if (!received.subarray(0, head).toString("latin1").startsWith("HTTP/1.1 101")) return reject(new Error(received.toString("latin1").slice(0, 300)));
        upgraded = true;
        received = received.subarray(head + 4);
        resolve();
      }
      received = frames(received, socket, buyer);
    });
    socket.on("error", reject).on("close", () => { if (!closing) dropped++; });
  });
}

/** Takes whole frames off the front; a server's frames are not masked. */
function frames(bytes, socket, buyer) {
  while (bytes.length >= 2) {
    const short = bytes[1] & 0x7f;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (bytes.length < head) break;
    const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
    if (bytes.length < head + length) break;
    const payload = bytes.subarray(head, head + length);
    const kind = bytes[0] & 0x0f;
    if (kind === 9) socket.write(Buffer.concat([Buffer.from([0x8a, 0x80 | length, 0, 0, 0, 0]), payload]));
    if (kind === 1 && length > 0) hear(JSON.parse(payload.toString()), buyer);
    bytes = bytes.subarray(head + length);
  }
  return bytes.length ? Buffer.from(bytes) : bytes;
}

function hear({ activities = [] }, buyer) {
  for (const activity of activities) {
    if (activity.type !== "message" || !buyer.asked) continue;
    if (activity.from?.id?.startsWith("dl_")) stored.push(performance.now() - buyer.asked);
    else {
      answered.push(performance.now() - buyer.asked);
      buyer.asked = 0;
    }
  }
}

const memory = () => (pid ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024 : 0);
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const buyers = [];
async function arrive() {
  while (buyers.length < Number(wanted)) {
    const buyer = { asked: 0 };
    buyers.push(buyer);
    const { token } = await call("/webchat/token");
    const started = await call("/v3/directline/conversations", token);
    Object.assign(buyer, { token: started.token, conversation: started.conversationId });
    await open(started.streamUrl, buyer);
  }
}

const before = memory();
const began = performance.now();
await Promise.all(Array.from({ length: 16 }, arrive));
console.log(`${buyers.length} sockets open after ${((performance.now() - began) / 1000).toFixed(0)} s; the server holds ${memory().toFixed(0)} MB, ${before.toFixed(0)} MB before`);

let greatest = memory(), asked = 0, failed = 0;
const until = Date.now() + 1000 * Number(seconds);
for (let next = 0; Date.now() < until; next = (next + 7919) % buyers.length) {
  const buyer = buyers[next];
  buyer.asked = performance.now();
  asked++;
  call(`/v3/directline/conversations/${buyer.conversation}/activities`, buyer.token, { type: "message", from: { id: "me" }, text: questions[asked % questions.length] })
    .catch((problem) => { if (failed++ === 0) console.error(problem.message); });
  greatest = Math.max(greatest, memory());
  await wait(messagePause);
}
await wait(2000);
closing = true;

const at = (times, share) => times.sort((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
console.log(`${seconds} s: ${dropped} sockets dropped, at most ${greatest.toFixed(0)} MB, ${asked} messages, ${failed} refused, ${answered.length} answered`);
console.log(`a new message on the socket: p50 ${at(stored, 0.5).toFixed(0)} ms, p99 ${at(stored, 0.99).toFixed(0)} ms; its answer: p50 ${at(answered, 0.5).toFixed(0)} ms, p99 ${at(answered, 0.99).toFixed(0)} ms`);
const holds = dropped === 0 && failed === 0 && stored.length === asked && answered.length === asked && greatest < 600 && at(answered, 0.99) < 500;
console.log(holds ? "holds" : "DOES NOT HOLD");
process.exit(holds ? 0 : 1);
