import { asProblem, type Problem } from '../../http/Problem';
import { type Scope, listConversations } from '../api/deskApi';
import type { ConversationSummary } from '../api/types';
import { type Arrival, type Conversations, arrivalOf } from '../conversations/list/lists';
import { Store } from './Store';

export interface DeskState {
  conversations: Conversations;
  /** How many buyer messages came in while nobody looked, by conversation. */
  unseen: ReadonlyMap<string, number>;
  /** The server's clock minus this machine's, in milliseconds; waiting times are the server's. */
  clockOffset: number;
  loaded: boolean;
  problem: Problem | null;
}

const scopes: Scope[] = ['waiting', 'mine', 'all'];

/** All conversations that the lists show, as the server has them: read as a whole, then kept up by what the hub tells. */
export class DeskStore extends Store<DeskState> {
  /** Changes told while a reading is under way are newer than what it will bring. */
  private toldMeanwhile: Map<string, ConversationSummary> | null = null;
  private again = false;

  constructor(
    private readonly agentId: string,
    private readonly watching: (id: string) => boolean,
    private readonly arrived: (arrival: Arrival) => void,
  ) {
    super({ conversations: new Map(), unseen: new Map(), clockOffset: 0, loaded: false, problem: null });
  }

  /** Reads the lists anew and replaces what is here; a call during a reading makes another one follow. */
  async load(): Promise<void> {
    if (this.toldMeanwhile) {
      this.again = true;
      return;
    }
    this.toldMeanwhile = new Map();
    try {
      const answers = await Promise.all(scopes.map(listConversations));
      const conversations = new Map(answers.flatMap((answer) => answer.items).map((row) => [row.id, row]));
      for (const [id, row] of this.toldMeanwhile) conversations.set(id, row);
      const serverTime = answers[0]?.serverTime;
      this.set({
        ...this.current(),
        conversations,
        clockOffset: serverTime ? Date.parse(serverTime) - Date.now() : 0,
        loaded: true,
        problem: null,
      });
    } catch (error) {
      this.set({ ...this.current(), problem: asProblem(error) });
    } finally {
      this.toldMeanwhile = null;
      if (this.again) {
        this.again = false;
        void this.load();
      }
    }
  }

  /** Takes over a row that the hub or an answer of the API has told. */
  readonly apply = (row: ConversationSummary): void => {
    const state = this.current();
    const before = state.conversations.get(row.id);
    this.toldMeanwhile?.set(row.id, row);

    const arrival = state.loaded ? arrivalOf(before, row, this.agentId) : null;
    const unseen = new Map(state.unseen);
    if (arrival === 'message' && !this.watching(row.id)) unseen.set(row.id, (unseen.get(row.id) ?? 0) + 1);
    this.set({ ...state, conversations: new Map(state.conversations).set(row.id, row), unseen });
    if (arrival && !this.watching(row.id)) this.arrived(arrival);
  };

  readonly markSeen = (id: string): void => {
    const state = this.current();
    if (!state.unseen.has(id)) return;
    const unseen = new Map(state.unseen);
    unseen.delete(id);
    this.set({ ...state, unseen });
  };
}
