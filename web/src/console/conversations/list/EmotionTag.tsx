import { Pill, type Tone } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';

/** How a feeling is coloured, by the program's name of it. */
export const toneOf = (emotion: string): Tone => tones[emotion.toLowerCase()] ?? 'plain';

const tones: Record<string, Tone> = { happy: 'calm', anxious: 'warn', dissatisfied: 'warn', angry: 'late' };

interface Props {
  emotion: string | null;
  /** Also for a calm buyer, who needs no tag in a list. */
  always?: boolean;
}

export function EmotionTag({ emotion, always = false }: Props) {
  const { text } = useText();
  if (!emotion || (!always && emotion.toLowerCase() === 'neutral')) return null;
  return <Pill tone={toneOf(emotion)}>{nameOf(text.names.emotion, emotion)}</Pill>;
}
