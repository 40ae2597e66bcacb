import type { Arrival } from '../conversations/list/lists';

/** Notes in hertz: two rising for a buyer who begins to wait, one short for a message. */
const melodies: Record<Arrival, number[]> = { waiting: [659, 880], message: [740] };
const noteLength = 0.14;

let audio: AudioContext | null = null;

/** Browsers let a page make sound only after somebody has touched it; the context is made then. */
export function allowSound(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

/** Plays the short sound for an arrival, without any sound file. */
export function chime(arrival: Arrival): void {
  if (audio?.state !== 'running') return;
  const { destination, currentTime } = audio;
  melodies[arrival].forEach((frequency, index) => {
    const start = currentTime + index * noteLength;
    const oscillator = new OscillatorNode(audio as AudioContext, { type: 'sine', frequency });
    const gain = new GainNode(audio as AudioContext, { gain: 0 });
    gain.gain.linearRampToValueAtTime(0.18, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, start + noteLength * 1.6);
    oscillator.connect(gain).connect(destination);
    oscillator.start(start);
    oscillator.stop(start + noteLength * 1.6);
  });
}
