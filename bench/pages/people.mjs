// The people of a shop: a browser, its first account, agents, and buyers who talk over Direct Line.
import { randomUUID } from 'node:crypto';
import { chromium } from 'playwright-core';

const password = 'chestnut-island-7';

export const launch = () =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });

/** A browser of somebody else. */
export const visit = (browser, { storage, width = 1366, height = 768, language = 'zh', theme = 'light' } = {}) =>
  browser
    .newContext({ storageState: storage, viewport: { width, height }, locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai' })
    .then(async (context) => {
      await context.addInitScript(
        ([chosenLanguage, chosenTheme]) => {
          localStorage.setItem('replybot.language', chosenLanguage);
          localStorage.setItem('replybot.theme', chosenTheme);
        },
        [language, theme],
      );
      return context;
    });

/** Makes the first account, which may do everything; gives what the browser keeps of it. */
export async function makeFirstAccount(browser, welcome, displayName = '小栗') {
  const context = await visit(browser);
  const page = await context.newPage();
  await page.goto(welcome);
  await page.getByTestId('welcome-name').fill('xiaoli');
  await page.getByTestId('welcome-display-name').fill(displayName);
  await page.getByTestId('welcome-password').fill(password);
  await page.getByTestId('welcome-repeat').fill(password);
  await page.getByTestId('welcome-submit').click();
  await page.getByTestId('desk').waitFor();
  const storage = await context.storageState();
  await context.close();
  return storage;
}

/** Calls the console's API as whoever is signed in on a page. */
export const call = (page, method, path, body) =>
  page.evaluate(
    async ([verb, address, sent]) => {
      const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '');
      const answer = await fetch(address, {
        method: verb,
        headers: { 'X-XSRF-TOKEN': token, ...(sent === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${verb} ${address}: ${answer.status} ${text}`);
      return text === '' ? null : JSON.parse(text);
    },
    [method, path, body],
  );

/** A buyer on the shop's own page, without the page. */
export async function newBuyer(base) {
  const { token, conversationId } = await (await fetch(`${base}/webchat/token`, { method: 'POST' })).json();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  await fetch(`${base}/v3/directline/conversations`, { method: 'POST', headers });
  const address = `${base}/v3/directline/conversations/${conversationId}/activities`;
  return {
    conversationId,
    async say(text) {
      const answer = await fetch(address, {
        method: 'POST',
        headers,
        body: JSON.stringify({ type: 'message', from: { id: 'dl_buyer' }, text, channelData: { clientActivityID: randomUUID() } }),
      });
      if (!answer.ok) throw new Error(`The buyer could not say it: ${answer.status} ${await answer.text()}`);
    },
    /** Waits until the shop has said so many things; tells whether it has. */
    async heard(replies, patience = 10_000) {
      for (const end = Date.now() + patience; Date.now() < end; ) {
        const { activities } = await (await fetch(address, { headers })).json();
        if (activities.filter(({ from, type }) => type === 'message' && from.role === 'bot').length >= replies) return true;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return false;
    },
  };
}
