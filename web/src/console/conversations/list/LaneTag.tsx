import { Pill, type Tone } from '../../shell/Pill';
import type { Lane } from '../../api/types';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';

const tones: Record<Lane, Tone> = { simple: 'calm', standard: 'plain', unknown: 'warn' };

/** How much of a human the newest message needs. */
export function LaneTag({ lane }: { lane: Lane | null }) {
  const { text } = useText();
  if (!lane) return null;
  return (
    <Pill tone={tones[lane]} title={text.list.laneHint} data-testid="lane" data-lane={lane}>
      {nameOf(text.names.lane, lane)}
    </Pill>
  );
}
