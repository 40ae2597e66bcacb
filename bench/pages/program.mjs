// Starts a ReplyBot of its own for measures and pictures: fresh data, a copy of the shop's content, any free port.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The limits that keep strangers from flooding the program would only slow a measure down. */
const open = {
  RateLimits__MessageBurst: '100000',
  RateLimits__MessagesPerSecond: '100000',
  RateLimits__DirectLinePerSecond: '100000',
  RateLimits__WebChatTokensPerMinute: '100000',
  RateLimits__SignInsPerMinute: '1000',
  Logging__LogLevel__Default: 'Error',
};

/** A model that the end-to-end tests trained on the whole content, if they ran; without one the program trains its own. */
function keptModel() {
  const folders = ['Debug', 'Release'].map((build) => join(root, 'tests/ReplyBot.EndToEnd.Tests/bin', build, 'net10.0/models')).filter(existsSync);
  const found = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return found.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0] ?? null;
}

/** Starts the built program; resolves when it says where it serves. */
export async function startProgram(built = join(root, 'src/ReplyBot/bin/Release/net10.0')) {
  if (!existsSync(join(built, 'ReplyBot.dll'))) throw new Error(`Nothing is built in ${built}: dotnet build -c Release src/ReplyBot`);
  const folder = mkdtempSync(join(tmpdir(), 'replybot-pages-'));
  const data = join(folder, 'data');
  const content = join(folder, 'knowledge-base');
  cpSync(join(root, 'knowledge-base'), content, { recursive: true });
  // Without hours somebody is always at work, whenever this runs.
  const web = join(content, 'platforms/web.yaml');
  writeFileSync(web, readFileSync(web, 'utf8').split('\n').filter((line) => !line.trimStart().startsWith('hours:')).join('\n'));
  const model = keptModel();
  if (model) {
    mkdirSync(join(data, 'models'), { recursive: true });
    cpSync(model, join(data, 'models/active.model'));
  }
  const child = spawn('dotnet', [join(built, 'ReplyBot.dll'), 'serve', '--urls', 'http://127.0.0.1:0', '--data', data, '--knowledge-base', content], {
    env: { ...process.env, ...open },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  const said = await new Promise((resolve, reject) => {
    let output = '';
    child.on('exit', (code) => reject(new Error(`The program ended with ${code}:\n${output}`)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('Ctrl+C')) resolve(output);
    });
  });
  const addresses = [...said.matchAll(/http:\/\/\S+/g)].map(([address]) => new URL(address));
  const base = addresses.find(({ pathname }) => pathname === '/').origin;
  return { base, welcome: addresses.find(({ pathname }) => pathname === '/console/welcome').href, content, stop };
}
