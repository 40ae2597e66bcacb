import { App } from 'antd';
import { useCallback } from 'react';
import { asProblem } from '../../http/Problem';
import { useText } from '../text/ConsoleTextContext';

/** Runs an action and tells the person when it fails. Resolves to whether it succeeded. */
export function useAttempt(): (action: () => Promise<void>) => Promise<boolean> {
  const { message } = App.useApp();
  const { explain } = useText();
  return useCallback(
    async (action) => {
      try {
        await action();
        return true;
      } catch (error) {
        message.error(explain(asProblem(error)));
        return false;
      }
    },
    [message, explain],
  );
}
