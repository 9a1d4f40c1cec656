const tonesHz = [880, 1174.7];
const toneSeconds = 0.16;

/** Two short tones. Silent where the browser allows none, as before the first click on the page. */
export function chime(): void {
  if (typeof AudioContext === 'undefined') return;
  const audio = new AudioContext();
  const ends = tonesHz.map((frequency, index) => {
    const start = audio.currentTime + index * toneSeconds * 0.8;
    const tone = new OscillatorNode(audio, { frequency });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setValueAtTime(0.08, start);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + toneSeconds);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + toneSeconds);
    return tone;
  });
  ends.at(-1)!.onended = () => void audio.close();
}
