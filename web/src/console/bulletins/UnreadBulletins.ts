import { type Bulletin, confirmBulletin, listUnreadBulletins } from '../api/bulletinApi';
import { Store } from '../live/Store';

export interface Unread {
  /** Oldest first. */
  bulletins: Bulletin[];
  /** Put off for now; whoever does that stays on a break. */
  postponed: boolean;
}

/** What somebody has to read before going online. */
export class UnreadBulletins extends Store<Unread> {
  private readonly readers = new Set<() => void>();

  constructor() {
    super({ bulletins: [], postponed: false });
  }

  /** Looks whether there is more to read; what was put off stays so. */
  async look(): Promise<void> {
    const { items } = await listUnreadBulletins();
    const { bulletins, postponed } = this.current();
    const known = new Set(bulletins.map((bulletin) => bulletin.id));
    this.set({ bulletins: items, postponed: postponed && items.every((bulletin) => known.has(bulletin.id)) });
  }

  /** Looks what there is to read, and shows it even if it was put off before. */
  async load(): Promise<void> {
    await this.look();
    this.set({ ...this.current(), postponed: false });
  }

  postpone(): void {
    this.set({ ...this.current(), postponed: true });
  }

  /** Notes that one was read. */
  async confirm(id: number): Promise<void> {
    await confirmBulletin(id);
    const bulletins = this.current().bulletins.filter((bulletin) => bulletin.id !== id);
    this.set({ ...this.current(), bulletins });
    if (bulletins.length === 0) for (const listener of this.readers) listener();
  }

  /** Calls back whenever the last one was confirmed. */
  onAllRead(listener: () => void): () => void {
    this.readers.add(listener);
    return () => this.readers.delete(listener);
  }
}
