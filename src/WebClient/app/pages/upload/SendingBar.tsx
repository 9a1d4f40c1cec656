import { texts } from '../../texts';
import { formatSize } from './formatSize';

interface SendingBarProps {
  filename: string;
  /** In bytes. */
  size: number;
  /** In percent. */
  sent: number;
}

/** How much of a file has left this device. */
export function SendingBar({ filename, size, sent }: SendingBarProps) {
  const words = texts.upload.sent(sent, formatSize(size));
  return (
    <div className="sending-bar">
      <progress max={100} value={sent} aria-label={texts.upload.sending(filename)} aria-valuetext={words} />
      <span aria-hidden="true">{words}</span>
    </div>
  );
}
