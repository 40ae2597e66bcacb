import { useState } from 'react';

const storageKey = 'replybot.sound';

/** Whether arrivals are to be heard on this device. */
export const soundOn = (): boolean => localStorage.getItem(storageKey) !== 'off';

export function useSound(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(soundOn);
  return [
    on,
    (next) => {
      localStorage.setItem(storageKey, next ? 'on' : 'off');
      setOn(next);
    },
  ];
}
