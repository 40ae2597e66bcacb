import type { ScriptForm } from '../../api/editorTypes';

export type FormField = keyof ScriptForm;

export const formFields: FormField[] = ['question', 'variants', 'wordings', 'when', 'send', 'followUp', 'tags', 'note'];

export const sameValue = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

export const sameForm = (left: ScriptForm, right: ScriptForm): boolean =>
  formFields.every((field) => sameValue(left[field], right[field]));

export interface Merge {
  /** What only one side changed is taken from it; what both changed differently is mine for now. */
  merged: ScriptForm;
  conflicts: FormField[];
}

/** Variants are a set to both sides: what either added is added, what either took out is out. */
function mergeLines(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const kept = theirs.filter((line) => mine.includes(line) || !base.includes(line));
  return [...kept, ...mine.filter((line) => !base.includes(line) && !theirs.includes(line))];
}

/** Brings together two changes of the same script, field by field. */
export function mergeForms(base: ScriptForm, mine: ScriptForm, theirs: ScriptForm): Merge {
  const conflicts = formFields.filter(
    (field) =>
      field !== 'variants' &&
      field !== 'tags' &&
      !sameValue(base[field], mine[field]) &&
      !sameValue(base[field], theirs[field]) &&
      !sameValue(mine[field], theirs[field]),
  );
  const pick = <Field extends FormField>(field: Field): ScriptForm[Field] =>
    sameValue(base[field], mine[field]) ? theirs[field] : mine[field];
  return {
    merged: {
      question: pick('question'),
      variants: mergeLines(base.variants, mine.variants, theirs.variants),
      wordings: pick('wordings'),
      when: pick('when'),
      send: pick('send'),
      followUp: pick('followUp'),
      tags: mergeLines(base.tags, mine.tags, theirs.tags),
      note: pick('note'),
    },
    conflicts,
  };
}

/** What a field says, text by text, to be compared by eye; null for what is chosen and not written. */
export function linesOf(form: ScriptForm, field: FormField): readonly string[] | null {
  if (field === 'wordings') return form.wordings.map(({ text }) => text);
  if (field === 'question') return [form.question];
  return field === 'note' ? [form.note ?? ''] : null;
}
