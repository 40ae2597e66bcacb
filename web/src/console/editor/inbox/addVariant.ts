import { asProblem } from '../../../http/Problem';
import { readScript, saveScript } from '../../api/editorApi';

const attempts = 4;

/** Adds a variant to a script as it is now; starts over when somebody saved in between. A variant it has already is not added. */
export async function addVariant(scriptId: string, variant: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { etag, script } = await readScript(scriptId);
    if (script.variants.includes(variant)) return;
    try {
      await saveScript(scriptId, etag, { ...script, variants: [...script.variants, variant] });
      return;
    } catch (error) {
      if (asProblem(error).status !== 409 || attempt === attempts) throw error;
    }
  }
}
