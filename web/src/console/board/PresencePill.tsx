import type { BoardAgent } from '../api/boardApi';
import { timeText } from '../conversations/transcript/timeText';
import { Pill } from '../shell/Pill';
import { useText } from '../text/ConsoleTextContext';

const tones = { online: 'calm', away: 'warn', offline: 'plain' } as const;

/** Whether an agent is there; of a break also which and since when. */
export function PresencePill({ agent: { presence, awayReason, awaySince } }: { agent: BoardAgent }) {
  const { text, language } = useText();
  const words = text.board;
  return (
    <Pill tone={tones[presence]} title={awaySince ? words.awaySince(timeText(awaySince, language)) : undefined}>
      {presence === 'away' && awayReason ? words.awayFor[awayReason] : words.presenceOf[presence]}
    </Pill>
  );
}
