// A platform's adapter in small: what is typed here is a buyer's message, what the shop replies is printed.
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { createInterface } from "node:readline";

const { REPLYBOT_URL = "http://localhost:5000", CHANNEL = "demo", SECRET = "", PORT = "5080" } = process.env;
const seen = new Set();

const sign = (timestamp, body) => "v1=" + createHmac("sha256", SECRET).update(`${timestamp}.`).update(body).digest("hex");

function isSigned({ headers }, body) {
  const timestamp = headers["x-replybot-timestamp"] ?? "";
  const [given, right] = [headers["x-replybot-signature"] ?? "", sign(timestamp, body)].map((text) => Buffer.from(text));
  return Math.abs(Date.now() / 1000 - Number(timestamp)) < 300 && given.length === right.length && timingSafeEqual(given, right);
}

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (!isSigned(request, body)) return response.writeHead(401).end();
  const reply = JSON.parse(body);
  if (!seen.has(reply.id)) console.log(`${reply.name ?? reply.from}: ${reply.text}`);
  seen.add(reply.id); // a reply that was not acknowledged in time comes again under its id
  response.writeHead(204).end();
}).listen(Number(PORT), "127.0.0.1", () => console.log(`listening on ${PORT}`));

createInterface({ input: process.stdin }).on("line", async (text) => {
  const body = JSON.stringify({ messageId: randomUUID(), conversationId: "c-1", buyer: { id: "b-1", name: "小王" }, text });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const answer = await fetch(`${REPLYBOT_URL}/api/v1/webhooks/${CHANNEL}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-replybot-timestamp": timestamp, "x-replybot-signature": sign(timestamp, body) },
    body,
  });
  if (answer.status !== 202) console.error(answer.status, await answer.text());
});
