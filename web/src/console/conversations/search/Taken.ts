import type { OwnScript, ScriptHit } from '../../api/types';

/** What was taken from the search into the draft. */
export interface Taken {
  text: string;
  used: { scriptId: string } | { ownId: string };
}

/** A row of the search: a script of the base, or a reply of one's own. */
export interface ScriptRow {
  key: string;
  title: string;
  text: string;
  highlights: ScriptHit['highlights'];
  script: ScriptHit | null;
  own: OwnScript | null;
}

export const rowOf = (script: ScriptHit): ScriptRow => ({
  key: script.scriptId,
  title: script.question,
  text: script.text,
  highlights: script.highlights,
  script,
  own: null,
});

export const ownRowOf = (own: OwnScript): ScriptRow => ({
  key: own.id,
  title: own.title,
  text: own.text,
  highlights: [],
  script: null,
  own,
});

export const takenOf = ({ text, script, key }: ScriptRow): Taken => ({ text, used: script ? { scriptId: key } : { ownId: key } });

/** One's own replies that hold the words typed. */
export function findOwn(own: readonly OwnScript[], query: string): OwnScript[] {
  const words = query.trim().toLowerCase();
  return own.filter(({ title, text }) => title.toLowerCase().includes(words) || text.toLowerCase().includes(words));
}
