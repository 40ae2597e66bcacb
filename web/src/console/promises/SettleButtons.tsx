import { Button, Space } from 'antd';
import { settleFollowUp } from '../api/deskApi';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';

interface Props {
  id: string;
  settled: () => void;
}

/** Nothing is left to come back for: the matter is done, or the promise is taken back. */
export function SettleButtons({ id, settled }: Props) {
  const { text } = useText();
  const attempt = useAttempt();
  const settle = (how: 'done' | 'cancel') => void attempt(() => settleFollowUp(id, how)).then(settled);
  return (
    <Space size={4}>
      <Button size="small" data-testid={`follow-up-done-${id}`} onClick={() => settle('done')}>
        {text.followUps.done}
      </Button>
      <Button size="small" type="text" data-testid={`follow-up-cancel-${id}`} onClick={() => settle('cancel')}>
        {text.followUps.takeBack}
      </Button>
    </Space>
  );
}
