import { asProblem } from '../../../http/Problem';
import { readScript, saveScript } from '../../api/editorApi';

const attempts = 4;

export interface Addition {
  variant?: string;
  wording?: string;
}

/** Adds a way of asking or of answering to a script as it is now; starts over when somebody saved in between. What it has already is not added. */
export async function addToScript(scriptId: string, { variant, wording }: Addition): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { etag, script } = await readScript(scriptId);
    const variants = !variant || variant === script.question || script.variants.includes(variant) ? [] : [variant];
    const wordings = !wording || script.wordings.some(({ text }) => text === wording) ? [] : [{ text: wording, simpler: false }];
    if (variants.length + wordings.length === 0) return;
    try {
      await saveScript(scriptId, etag, { ...script, variants: [...script.variants, ...variants], wordings: [...script.wordings, ...wordings] });
      return;
    } catch (error) {
      if (asProblem(error).status !== 409 || attempt === attempts) throw error;
    }
  }
}
