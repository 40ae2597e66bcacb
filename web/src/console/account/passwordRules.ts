import type { FormRule } from 'antd';
import type { ConsoleText } from '../text/zh';

/** The rules of a password field that repeats another one. */
export const repeats = (field: string, text: ConsoleText): FormRule[] => [
  { required: true, message: text.signIn.required },
  ({ getFieldValue }) => ({
    validator: (_, value) =>
      !value || value === getFieldValue(field) ? Promise.resolve() : Promise.reject(new Error(text.welcome.different)),
  }),
];
