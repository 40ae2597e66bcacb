import { Pill, type Tone } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';

const tones: Record<string, Tone> = { happy: 'calm', anxious: 'warn', dissatisfied: 'warn', angry: 'late' };

interface Props {
  emotion: string | null;
  /** Also for a calm buyer, who needs no tag in a list. */
  always?: boolean;
}

export function EmotionTag({ emotion, always = false }: Props) {
  const { text } = useText();
  if (!emotion || (!always && emotion.toLowerCase() === 'neutral')) return null;
  return <Pill tone={tones[emotion.toLowerCase()] ?? 'plain'}>{nameOf(text.names.emotion, emotion)}</Pill>;
}
