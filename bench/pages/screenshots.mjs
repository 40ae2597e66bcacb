import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { call, launch, makeFirstAccount, newBuyer, visit } from './people.mjs';
import { root, startProgram } from './program.mjs';

const [, , built, only = ''] = process.argv;
const folder = join(root, 'artifacts/screenshots/pages');
const sizes = [[1366, 768], [1920, 1080]];
const script = 'ship.time.standard';

/** A day at the desk: buyers who wait, one who is being served, questions nobody answered, a bulletin, a change to publish. */
async function prepare(page, base) {
  await page.goto(`${base}/console`);
  await page.getByTestId('desk').waitFor();
  for (const [name, displayName] of [['xiaoming', '小明'], ['xiaofang', '小芳']])
    await call(page, 'POST', '/api/accounts', { name, displayName, roles: ['agent'], password: 'chestnut-island-8' });
  await call(page, 'POST', '/api/bulletins', { channel: 'taobao', title: '七月起缺货要主动报备', text: '超过承诺时间没有发货的订单，要先在后台报备，再告诉买家。\n漏报一单扣 2 分，每天 18 点汇总。', effectiveOn: '2026-07-01' });
  await call(page, 'POST', '/api/bulletins', { channel: null, title: '不得引导到站外交易', text: '聊天里不能出现微信号、二维码和站外链接。', effectiveOn: '2026-06-18' });

  const talk = async (...lines) => {
    const buyer = await newBuyer(base);
    for (const [place, line] of lines.entries()) {
      await buyer.say(line);
      // Somebody who waits for a human is not answered every time.
      await buyer.heard(place + 1, 2_000);
    }
    return buyer;
  };
  await talk('什么时候发货', '可以开发票吗');
  await talk('衣服破了个洞，我要投诉', '转人工');
  await talk('这个卫衣起球吗', '怎么还没发货啊，等得好着急', '转人工');
  for (const lines of [['帮我算个命吧'], ['帮我算个命', '那给我讲个笑话'], ['能不能帮我算命'], ['你们公司股票代码多少', '股票代码是多少啊']]) await talk(...lines);
  const accept = async ({ conversationId }) => {
    const address = `/api/desk/conversations/${encodeURIComponent(conversationId)}`;
    const { conversation } = await call(page, 'POST', `${address}/accept`, {});
    const { message } = await call(page, 'POST', `${address}/send`, { epoch: conversation.epoch, text: '您好，我是小栗，收到不满意七天内都可以退，您把包装留好就行。', clientId: 'shot-1', suggestionId: null });
    return { address, epoch: conversation.epoch, message };
  };
  // Somebody who was helped with the same before.
  const before = await accept(await talk('热水壶用过一次还能退吗', '转人工'));
  await call(page, 'POST', `${before.address}/close`, { epoch: before.epoch, outcome: 'solved', tag: '退货' });
  const served = await talk('我买的热水壶能退吗', '订单号802617401017864，手机尾号7361', '转人工');
  const { address, epoch, message } = await accept(served);
  await call(page, 'POST', `${address}/follow-ups`, { epoch, dueAt: new Date(Date.now() + 20 * 3_600_000).toISOString(), note: '仓库收到退件后告诉买家' });
  await call(page, 'POST', `${address}/saved-replies`, { seq: message.seq, note: '很多人问包装' }).catch(() => {});
  await served.say('收到三天了，用过一次还能退吗？别家便宜多了');

  const item = await call(page, 'GET', `/api/editor/scripts/${script}`);
  const wordings = [{ text: '亲，付款后一天之内就从仓库寄出，单号出来马上告诉您。', simpler: false }, ...item.script.wordings.slice(1)];
  await call(page, 'PUT', `/api/editor/scripts/${script}`, { etag: item.etag, script: { ...item.script, wordings, variants: [...item.script.variants, '拍了大概啥时候寄'] } });
  return served;
}

/** Every picture: the page's address, what shows that it is ready, and what is done before it is taken. */
const pictures = (served) => [
  ['buyer-welcome', '/', '[data-testid=chat] textarea', async () => {}, { signedOut: true }],
  ['buyer-chat', '/', '[data-testid=chat] textarea', async (page) => {
    const field = page.locator('[data-testid=chat] textarea');
    for (const line of ['什么时候发货', '可以开发票吗']) {
      const said = await page.locator('.webchat__text-content').count();
      await field.fill(line);
      await field.press('Enter');
      await page.locator('.webchat__text-content').nth(said + 1).waitFor();
    }
  }, { signedOut: true }],
  ['sign-in', '/console', '[data-testid=sign-in-name]', async () => {}, { signedOut: true }],
  ['conversations', '/console', '[data-testid=desk]', (page) => page.getByTestId('scope-waiting').click()],
  ['conversation', `/console/conversations/${encodeURIComponent(served)}`, '[data-testid=suggestions] li', async () => {}],
  ['guard', `/console/conversations/${encodeURIComponent(served)}`, '[data-testid=suggestions] li', async (page) => {
    await page.getByTestId('draft').fill('亲，我们比淘宝那家便宜，绝对第一，加我微信吧');
    await page.getByTestId('finding').first().waitFor();
  }],
  ['search', `/console/conversations/${encodeURIComponent(served)}`, '[data-testid=suggestions] li', async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByTestId('script-search').waitFor();
    await page.keyboard.type('tuihuo');
    await page.waitForTimeout(500);
  }],
  ...[['transfer', 'transfer', 'transfer-note'], ['close', 'close', 'close-tag'], ['approval', 'ask-approval', 'approval-reason'], ['follow-up', 'plan-follow-up', 'follow-up-note'], ['shortcuts', 'show-shortcuts', 'shortcuts']].map(
    ([name, button, field]) => [`dialog-${name}`, `/console/conversations/${encodeURIComponent(served)}`, '[data-testid=suggestions] li', async (page) => {
      await page.getByTestId(button).click();
      await page.getByTestId(field).waitFor();
    }],
  ),
  ['promises', '/console/promises', '[data-testid=promise-row]', async () => {}],
  ['board', '/console/board', '[data-testid=board-waiting-row]', async () => {}],
  ['bulletins', '/console/bulletins', '[data-testid=bulletin]', (page) => page.getByTestId('bulletin-readers').first().locator('summary').click()],
  ['bulletin-new', '/console/bulletins', '[data-testid=bulletin]', (page) => page.getByTestId('bulletin-write').click()],
  ['accounts', '/console/accounts', '[data-testid=account-xiaoming]', async () => {}],
  ['dialog-roles', '/console/accounts', '[data-testid=account-xiaoming]', async (page) => {
    await page.getByTestId('account-roles-xiaoming').click();
    await page.getByTestId('account-skills').waitFor();
  }],
  ['audit', '/console/audit', '[data-testid=audit-entry]', async () => {}],
  ['scripts', '/console/scripts', '[data-testid=script-row]', async () => {}],
  ['import', '/console/scripts', '[data-testid=script-row]', async (page) => {
    await page.getByTestId('import-open').click();
    const table = '编号,意图,标准问,相似问,回答\nship.time.sunday,ship.time,周日发吗,礼拜天发货不,{{policy.nothing}}小时内发出\n,no.such,随便问问,,好的';
    await page.locator('input[type=file]').setInputFiles({ name: '话术.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByTestId('import-report').waitFor();
  }],
  ['import-clean', '/console/scripts', '[data-testid=script-row]', async (page) => {
    await page.getByTestId('import-open').click();
    const table = '编号,意图,标准问,相似问,回答\nship.time.sunday,ship.time,周日发货吗,礼拜天发货不,付款后{{policy.dispatch_hours}}小时内发出，单号出来马上告诉您。';
    await page.locator('input[type=file]').setInputFiles({ name: '话术.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.locator('[data-testid=import-report][data-clean=true]').waitFor();
  }],
  ['script', `/console/scripts/${script}`, '[data-testid=draft-findings][data-current=true]', async (page) => {
    await page.getByTestId('wording-0').fill('亲，发货快不快加我微信问，付款后{{policy.dispatch_hours}}小时内寄出。');
    await page.getByTestId('draft-finding').first().waitFor();
  }],
  ['new-script', '/console/new-script?question=能刻字吗', '[data-testid=new-name]', async () => {}],
  ['inbox-questions', '/console/inbox', '[data-testid=inbox-row]', (page) => page.locator('.ant-table-row-expand-icon').first().click()],
  ['inbox-saved', '/console/inbox', '[data-testid=inbox-page]', (page) => page.getByTestId('inbox-saved').click()],
  ['inbox-decay', '/console/inbox', '[data-testid=inbox-page]', (page) => page.getByTestId('inbox-decay').click()],
  ['playground', '/console/playground', '[data-testid=playground-text]', async (page) => {
    await page.getByTestId('playground-text').fill('周末拍的到底什么时候能发，急死了');
    await page.getByTestId('playground-ask').click();
    await page.getByTestId('playground-hit').first().waitFor();
    await page.locator('summary').first().click();
  }],
  ['publish', '/console/publish', '[data-testid=change]', async () => {}],
  ['replay', '/console/publish', '[data-testid=change]', async (page) => {
    await page.getByTestId('replay-run').click();
    await page.getByTestId('replay-coverage').waitFor({ timeout: 120_000 });
    await page.getByTestId('replay').scrollIntoViewIfNeeded();
  }],
];

const program = await startProgram(built || undefined);
const browser = await launch();
mkdirSync(folder, { recursive: true });
let taken = 0;
const wide = [];
try {
  const { base } = program;
  const storage = await makeFirstAccount(browser, program.welcome);
  const first = await (await visit(browser, { storage })).newPage();
  // Stays open: an agent who is gone loses the buyers.
  const served = await prepare(first, base);

  for (const [width, height] of sizes)
    for (const language of ['zh', 'en'])
      for (const theme of ['light', 'dark']) {
        // A buyer who is not answered in time waits again.
        await call(first, 'POST', `/api/desk/conversations/${encodeURIComponent(served.conversationId)}/accept`, {}).catch(() => {});
        const inside = await visit(browser, { storage, width, height, language, theme });
        for (const [name, address, ready, act, { signedOut = false } = {}] of pictures(served.conversationId)) {
          const title = `${name}-${language}-${theme}-${width}`;
          if (!title.includes(only)) continue;
          const context = signedOut ? await visit(browser, { width, height, language, theme }) : inside;
          const page = await context.newPage();
          try {
            await page.goto(base + address);
            await page.locator(ready).first().waitFor({ state: 'attached', timeout: 20_000 });
            await act(page);
            await page.waitForTimeout(400);
          } catch (problem) {
            console.error(`${title}: ${String(problem.message).split('\n')[0]}`);
          }
          if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) wide.push(title);
          await page.screenshot({ path: join(folder, `${title}.png`), animations: 'disabled' });
          taken++;
          await (signedOut ? context : page).close();
        }
        await inside.close();
      }
} finally {
  await browser.close();
  program.stop();
}
console.log(`${taken} pictures in ${folder}`);
if (wide.length > 0) {
  console.error(`Wider than their window: ${wide.join(', ')}`);
  process.exitCode = 1;
}
