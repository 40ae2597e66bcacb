import { CoffeeOutlined, CustomerServiceOutlined } from '@ant-design/icons';
import { Segmented, Tooltip } from 'antd';
import { useSyncExternalStore } from 'react';
import { asProblem } from '../../http/Problem';
import { clockText, secondsBetween } from '../conversations/list/waiting';
import { useDeskContext } from '../live/DeskContext';
import { useNow } from '../live/useNow';
import { useText } from '../text/ConsoleTextContext';
import { Pill } from './Pill';
import { useAttempt } from './useAttempt';

/** The program's answer while there are bulletins to be read first. */
const unreadBulletins = 409;

/** On duty, or on a break in which no new buyer is taken; a break shows how long it lasts. */
export function PresenceSwitch() {
  const { text } = useText();
  const { presence: keeper, bulletins } = useDeskContext();
  const { presence } = useSyncExternalStore(keeper.subscribe, keeper.current);
  const attempt = useAttempt();
  const comeBack = async () => {
    try {
      await keeper.comeBack();
    } catch (error) {
      if (asProblem(error).status === unreadBulletins) await bulletins.load();
      throw error;
    }
  };
  return (
    <>
      {!presence.online && presence.since && <BreakClock since={presence.since} until={presence.until} />}
      <Tooltip title={text.presence.hint}>
        <Segmented
          size="small"
          aria-label={text.presence.label}
          data-testid="presence"
          data-online={presence.online}
          value={presence.online ? 'online' : 'away'}
          onChange={(value) => void attempt(() => (value === 'online' ? comeBack() : keeper.leave('break')))}
          options={[
            {
              value: 'online',
              icon: <CustomerServiceOutlined />,
              label: <span data-testid="presence-online">{text.presence.online}</span>,
            },
            { value: 'away', icon: <CoffeeOutlined />, label: <span data-testid="presence-away">{text.presence.away}</span> },
          ]}
        />
      </Tooltip>
    </>
  );
}

function BreakClock({ since, until }: { since: string; until: string | null }) {
  const { text } = useText();
  const { store } = useDeskContext();
  const { clockOffset } = useSyncExternalStore(store.subscribe, store.current);
  const now = useNow() + clockOffset;
  return (
    <Pill tone="warn" clock role="timer" data-testid="break-clock">
      {until
        ? text.presence.left(clockText(secondsBetween(now, Date.parse(until))))
        : text.presence.gone(clockText(secondsBetween(Date.parse(since), now)))}
    </Pill>
  );
}
