// POST /api/v1/suggestions beside a bare JSON endpoint of the same server, in one run and from the same client:
// node bench/security/suggestions.mjs http://127.0.0.1:5000 KEY [seconds] [connections] [seconds to warm up]
// The server's own limit a key must be out of the way: RateLimits__SuggestionsPerSecond=1000000.
// Every message of the shop's labelled utterances is asked, so that nothing is asked twice before thousands of others were.
import { readdirSync, readFileSync } from "node:fs";
import net from "node:net";

const [base = "http://127.0.0.1:5000", key = "", seconds = "10", connections = "16", warmUp = "15"] = process.argv.slice(2);
const { hostname, port, host } = new URL(base);
const folder = new URL("../../knowledge-base/intents/utterances/", import.meta.url);
const asked = [...new Set(readdirSync(folder).flatMap((file) => readFileSync(new URL(file, folder), "utf8").split("\n")))].filter((line) => line.trim());
// Spread, so that neighbours are not of one intent: a step that shares no factor with the number of messages visits all.
const spread = (list) => list.map((_, place) => list[(place * 7919) % list.length]);

const bare = Buffer.from(`GET /healthz/live HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
const suggestions = spread(asked).map((text) => {
  const body = Buffer.from(JSON.stringify({ text }));
  return Buffer.concat([
    Buffer.from(`POST /api/v1/suggestions HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`),
    body,
  ]);
});

let next = 0;

/** Sends one request after the other on one connection and counts the answers, until the time is up. */
function run(requests, until, times) {
  return new Promise((resolve, reject) => {
    let received = "", started = 0;
    const socket = net.connect(Number(port), hostname, send).setEncoding("latin1").setNoDelay(true);
    function send() {
      if (Date.now() >= until) return socket.end(() => resolve());
      started = performance.now();
      socket.write(requests[next++ % requests.length]);
    }
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      received += chunk;
      const head = received.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = /content-length: (\d+)/i.exec(received.slice(0, head));
      const whole = length ? received.length >= head + 4 + Number(length[1]) : received.endsWith("0\r\n\r\n");
      if (!whole) return;
      if (!received.startsWith("HTTP/1.1 200")) return reject(new Error(received.slice(0, 400)));
      times.push(performance.now() - started);
      received = "";
      send();
    });
  });
}

/** Runs on all connections for a while. */
async function runFor(seconds, requests, times) {
  await Promise.all(Array.from({ length: Number(connections) }, () => run(requests, Date.now() + 1000 * seconds, times)));
}

function report(name, times) {
  times.sort((one, other) => one - other);
  const perSecond = times.length / Number(seconds);
  console.log(`${name}: ${perSecond.toFixed(0)} requests/s, p50 ${times[times.length >> 1].toFixed(2)} ms, p99 ${times[Math.floor(times.length * 0.99)].toFixed(2)} ms`);
  return perSecond;
}

// The program compiles itself better while it runs; what it does for the rest of the day is what counts. Then they take turns, so that
// what else the machine does falls on both.
const turns = 5;
const plainTimes = [], suggestingTimes = [];
await runFor(Number(warmUp), [bare], []);
await runFor(Number(warmUp), suggestions, []);
for (let turn = 0; turn < turns; turn++) {
  await runFor(Number(seconds) / turns, [bare], plainTimes);
  await runFor(Number(seconds) / turns, suggestions, suggestingTimes);
}
const [plain, suggesting] = [report("GET /healthz/live", plainTimes), report("POST /api/v1/suggestions", suggestingTimes)];
console.log(`${asked.length} different messages; share: ${(suggesting / plain).toFixed(2)} (at least 0.20 is wanted)`);
process.exit(suggesting / plain >= 0.2 ? 0 : 1);
