import { gzipSync } from 'node:zlib';
import { call, launch, makeFirstAccount, newBuyer, visit } from './people.mjs';
import { startProgram } from './program.mjs';

const rounds = 30;
const messages = 1000;

const sorted = (values) => [...values].sort((one, other) => one - other);
const quantile = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];

const rows = [];
const note = (what, value, unit, limit, detail) => rows.push({ what, value, unit, limit, detail });
const times = (what, values, limit) =>
  note(what, quantile(values, 0.5), 'ms', limit, `p95 ${quantile(values, 0.95).toFixed(1)}, worst ${Math.max(...values).toFixed(1)} of ${values.length}`);

/** Bytes of scripts and styles that a page asks for, compressed one by one as a web server would. */
async function bundle(browser, storage, address, ready) {
  const context = await visit(browser, { storage });
  const page = await context.newPage();
  const bodies = [];
  page.on('response', (answer) => /\.(js|css)$/.test(new URL(answer.url()).pathname) && bodies.push(answer.body()));
  await page.goto(address);
  await page.getByTestId(ready).waitFor();
  await page.waitForLoadState('networkidle').catch(() => {});
  const size = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  await context.close();
  return size / 1024;
}

/** From asking for the address to the page in use, with nothing in the browser's cache. */
async function firstLoads(browser, storage, address, ready, count) {
  const loads = [];
  for (let load = 0; load < count; load++) {
    const context = await visit(browser, { storage });
    const page = await context.newPage();
    const start = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator(ready).first().waitFor();
    loads.push(performance.now() - start);
    await context.close();
  }
  return loads;
}

/** Times from a key's arrival in a field to the first change of the page that a condition accepts, both taken inside the page. */
async function keystrokes(page, field, type, settled) {
  await page.evaluate((condition) => {
    window.measured = null;
    const holds = new Function(`return (${condition})`)();
    let start = null;
    document.addEventListener('input', () => {
      start = performance.now();
      window.measured = null;
    }, { capture: true });
    new MutationObserver(() => {
      if (start !== null && holds()) {
        window.measured = performance.now() - start;
        start = null;
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  }, settled);
  const taken = [];
  for (let round = 0; round < rounds; round++) {
    await type(field, round);
    await page.waitForFunction(() => window.measured !== null);
    taken.push(await page.evaluate(() => window.measured));
    await page.waitForTimeout(60);
  }
  // The first ones have the program's code compiled.
  return taken.slice(4);
}

async function measureGuard(page) {
  const draft = page.getByTestId('draft');
  // Only keys that a verdict has to come for: one completes the phrase; that it goes with a key that breaks it is seen without asking.
  return keystrokes(
    page,
    draft,
    async (field) => {
      await field.fill('亲，这款质量全网第');
      await page.waitForTimeout(200);
      await field.press('End');
      await page.keyboard.insertText('一');
    },
    `() => document.querySelectorAll('[data-testid=finding]').length > 0`,
  );
}

async function measureEditor(page, base) {
  await page.goto(`${base}/console/scripts/ship.time.standard`);
  const wording = page.getByTestId('wording-0');
  await wording.waitFor();
  await page.locator('[data-testid=draft-findings][data-current=true]').waitFor({ state: 'attached' });
  return keystrokes(
    page,
    wording,
    (field, round) => field.press('End').then(() => page.keyboard.insertText('请您放心拍下，我们一直都在这里'[round % 15])),
    `() => document.querySelector('[data-testid=draft-findings]').dataset.current === 'true'`,
  );
}

/** From a buyer's message leaving to its suggestions on the agent's screen. */
async function measureSuggestions(page, buyer) {
  const questions = ['什么时候发货', '能不能便宜点', '可以开发票吗', '我要退货', '有优惠券吗', '这个怎么洗', '快递到哪了', '质量不好怎么办', '能改地址吗', '支持花呗吗'];
  const taken = [];
  for (let round = 0; round < 14; round++) {
    const question = questions[round % questions.length];
    await page.evaluate(() => {
      window.shownAt = null;
      const list = () => document.querySelector('[data-testid=suggestions]')?.textContent ?? '';
      const before = list();
      new MutationObserver((_, observer) => {
        if (list() !== before && document.querySelector('[data-testid=suggestions] li')) {
          window.shownAt = performance.timeOrigin + performance.now();
          observer.disconnect();
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const start = performance.timeOrigin + performance.now();
    await buyer.say(question);
    await page.waitForFunction(() => window.shownAt !== null);
    taken.push((await page.evaluate(() => window.shownAt)) - start);
    await page.waitForTimeout(400);
  }
  return taken.slice(3);
}

/** Times between frames while a long transcript is scrolled from end to end and back. */
async function measureScrolling(page, conversationId, epoch, buyer) {
  for (let sent = 0; sent < messages; sent += 20) {
    await call(page, 'POST', `/api/desk/conversations/${conversationId}/send`, { epoch, text: `第 ${sent} 件：您的包裹已经到了当地站点，师傅明天上午派送，请留意电话。`, clientId: `m-${sent}`, suggestionId: null });
    for (let said = 1; said < 20; said++) await buyer.say(`第 ${sent + said} 句：好的，那麻烦帮我看一下今天能不能送到，我下午在家。`);
  }
  await page.reload();
  await page.getByTestId('message-text').nth(messages - 1).waitFor({ state: 'attached' });
  await page.waitForTimeout(1500);
  return page.evaluate(async () => {
    const scroller = document.querySelector('[data-testid=transcript]');
    const frames = [];
    const step = 160;
    for (const direction of [-1, 1]) {
      let last = await new Promise(requestAnimationFrame);
      for (;;) {
        const before = scroller.scrollTop;
        scroller.scrollTop += direction * step;
        const now = await new Promise(requestAnimationFrame);
        frames.push(now - last);
        last = now;
        if (scroller.scrollTop === before) break;
      }
    }
    return frames;
  });
}

const program = await startProgram(process.argv[2]);
const browser = await launch();
try {
  const { base } = program;
  const storage = await makeFirstAccount(browser, program.welcome);
  note('console for agents, gzipped', await bundle(browser, storage, `${base}/console`, 'desk'), 'KB', 900, 'all scripts and styles that the conversations load');
  note('buyer page, gzipped', await bundle(browser, undefined, `${base}/`, 'chat'), 'KB', null, 'with Web Chat');
  times('first load of the console', await firstLoads(browser, storage, `${base}/console`, '[data-testid=line][data-status=online]', 20), 1500);
  times('first load of the scripts', await firstLoads(browser, storage, `${base}/console/scripts`, '[data-testid=script-row]', 10), 1500);
  times('first load of the buyer page', await firstLoads(browser, undefined, `${base}/`, '[data-testid=chat] textarea', 9), 1500);

  const buyer = await newBuyer(base);
  await buyer.say('转人工');
  await buyer.heard(1);
  const context = await visit(browser, { storage });
  const page = await context.newPage();
  await page.goto(`${base}/console/conversations/${encodeURIComponent(buyer.conversationId)}`);
  await page.getByTestId('accept').click();
  await page.getByTestId('draft').waitFor();
  times("message → suggestions on the agent's screen", await measureSuggestions(page, buyer), 200);
  times("keystroke → guard's verdict, console", await measureGuard(page), 30);
  const { conversation } = await call(page, 'GET', `/api/desk/conversations/${encodeURIComponent(buyer.conversationId)}`);
  const frames = await measureScrolling(page, encodeURIComponent(buyer.conversationId), conversation.epoch, buyer);
  note(`frame while ${messages} messages scroll`, quantile(frames, 0.95), 'ms', 34, `p95 of ${frames.length}; median ${quantile(frames, 0.5).toFixed(1)}, worst ${Math.max(...frames).toFixed(1)}, over 50 ms: ${frames.filter((frame) => frame > 50).length}`);
  times("keystroke → lint's verdict, script form", await measureEditor(page, base), 30);

  console.table(rows.map(({ what, value, unit, limit, detail }) => ({
    what, measured: `${value.toFixed(1)} ${unit}`, limit: limit === null ? '' : `${limit} ${unit}`, kept: limit === null ? '' : value < limit ? 'yes' : 'NO', detail,
  })));
  process.exitCode = rows.some(({ value, limit }) => limit !== null && value >= limit) ? 1 : 0;
} finally {
  await browser.close();
  program.stop();
}
