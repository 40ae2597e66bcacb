import { afterEach, expect, test, vi } from 'vitest';
import { listUnreadBulletins } from '../api/bulletinApi';
import { UnreadBulletins } from './UnreadBulletins';

vi.mock('../api/bulletinApi', () => ({ listUnreadBulletins: vi.fn(), confirmBulletin: vi.fn() }));

const unread = (...ids: number[]) => vi.mocked(listUnreadBulletins).mockResolvedValueOnce({ items: ids.map((id) => ({ id })) as never });

afterEach(() => vi.clearAllMocks());

test('look, when what was put off is all there is, leaves it put off', async () => {
  const bulletins = new UnreadBulletins();
  unread(1);
  await bulletins.look();
  bulletins.postpone();
  unread(1);
  await bulletins.look();
  expect(bulletins.current().postponed).toBe(true);
});

test('look, when another was written, shows them again', async () => {
  const bulletins = new UnreadBulletins();
  unread(1);
  await bulletins.look();
  bulletins.postpone();
  unread(1, 2);
  await bulletins.look();
  expect(bulletins.current().postponed).toBe(false);
});

test('load, even when they were put off, shows them again', async () => {
  const bulletins = new UnreadBulletins();
  unread(1);
  await bulletins.look();
  bulletins.postpone();
  unread(1);
  await bulletins.load();
  expect(bulletins.current().postponed).toBe(false);
});
