import { CoffeeOutlined, CustomerServiceOutlined } from '@ant-design/icons';
import { Segmented, Tooltip } from 'antd';
import { useDeskContext } from '../live/DeskContext';
import { usePresence } from '../live/usePresence';
import { useText } from '../text/ConsoleTextContext';

/** On duty, or on a break in which no new buyer is assigned. */
export function PresenceSwitch() {
  const { text } = useText();
  const { connection, bulletins } = useDeskContext();
  const [online, setOnline] = usePresence(connection, bulletins);
  return (
    <Tooltip title={text.presence.hint}>
      <Segmented
        size="small"
        data-testid="presence"
        data-online={online}
        value={online ? 'online' : 'away'}
        onChange={(value) => setOnline(value === 'online')}
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
  );
}
