import type { ScriptForm } from '../../api/editorTypes';

/** A script of which only the question is known. */
export const emptyForm = (question: string): ScriptForm => ({
  question,
  variants: [],
  wordings: [
    { text: '', simpler: false },
    { text: '', simpler: false },
  ],
  when: {
    stage: 'any',
    channels: [],
    products: [],
    categories: [],
    buyers: [],
    emotions: [],
    hours: 'any',
    from: null,
    until: null,
  },
  send: 'automatic',
  followUp: null,
  tags: [],
  note: null,
});

/** The form without what was left empty, as it is saved and checked. */
export const tidyForm = (form: ScriptForm): ScriptForm => ({
  ...form,
  variants: form.variants.map((variant) => variant.trim()).filter(Boolean),
  wordings: form.wordings.filter(({ text }) => text.trim() !== ''),
});
